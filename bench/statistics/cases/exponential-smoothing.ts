import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  exponentialSmoothing,
  exponentialSmoothingForecast,
  stlDecomposition,
} from '../../../packages/crime-statistics/src/index.ts'
import { type StatisticsCase, timed } from '../statistics-case.ts'

const seriesOf = (oracles: string) =>
  readFileSync(join(oracles, 'bench/series_500.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Float64Array.from(line.split(','), Number))

/** STL, the best of 15 models and 12 months ahead of each series, in one thread. The forecasts of month 12 are summed, as the peer does it. */
async function forecastAll(oracles: string) {
  const series = seriesOf(oracles)
  const { seconds, answer } = await timed(() => {
    let sum = 0
    for (const values of series) {
      stlDecomposition(values, { seasonalWindow: 13, robust: true })
      sum += exponentialSmoothingForecast(exponentialSmoothing(values)).mean[11]!
    }
    return sum
  })
  return { seconds, check: answer }
}

/** One model, AAA, and 12 months ahead. */
async function forecastByOne(oracles: string) {
  const series = seriesOf(oracles)
  const { seconds, answer } = await timed(() => {
    let sum = 0
    for (const values of series)
      sum += exponentialSmoothingForecast(exponentialSmoothing(values, { models: ['AAA'] })).mean[11]!
    return sum
  })
  return { seconds, check: answer }
}

/** Optima differ from series to series, so the sums are near, not equal: a likelihood of ours is never the smaller one. */
const nearly = (ours: unknown, peer: unknown) =>
  Math.abs(Number(ours) / Number(peer) - 1) <= 0.01 || `forecasts sum to ${ours}, not about ${peer}`

const peer = { language: 'R', script: 'bench/bench_ts.R', args: ['500', '1'] } as const

export const cases: StatisticsCase[] = [
  {
    work: 'STL and automatic exponential smoothing, 500 series of 60 months, 12 ahead',
    peer: { ...peer, args: [...peer.args], bench: 'stl_plus_ets_500', impl: 'stats::stl + forecast::ets' },
    aim: 0.03,
    ours: forecastAll,
    sameWork: nearly,
    runs: 3,
  },
  {
    work: 'Exponential smoothing AAA, 500 series of 60 months, 12 ahead',
    peer: { ...peer, args: [...peer.args], bench: 'ets_AAA_500', impl: 'forecast::ets model=AAA' },
    aim: 0.03,
    ours: forecastByOne,
    sameWork: nearly,
    runs: 3,
  },
]
