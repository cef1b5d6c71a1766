import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stlDecomposition } from '../../../packages/crime-statistics/src/index.ts'
import { type StatisticsCase, timed } from '../statistics-case.ts'

/** The trend's last value summed over the series, as the peer does it. */
async function decomposeAll(oracles: string) {
  const series = readFileSync(join(oracles, 'bench/series_500.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Float64Array.from(line.split(','), Number))
  const { seconds, answer } = await timed(() => {
    let sum = 0
    for (const values of series) sum += stlDecomposition(values, { seasonalWindow: 13, robust: true }).trend[59]!
    return sum
  })
  return { seconds, check: answer }
}

export const cases: StatisticsCase[] = [
  {
    work: 'STL robust, 500 series',
    peer: { language: 'R', script: 'bench/bench_ts.R', args: ['500', '1'], bench: 'stl_500', impl: 'stats::stl' },
    aim: 1,
    ours: decomposeAll,
    sameWork: (ours, peer) =>
      Math.abs(Number(ours) - Number(peer)) <= 1e-8 * Math.abs(Number(peer)) || `trends sum to ${ours}, not ${peer}`,
  },
]
