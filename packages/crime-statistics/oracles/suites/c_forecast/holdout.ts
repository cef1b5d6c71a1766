import { backTest, forecastCounts, forecastScores, naiveForecast, seasonalNaiveForecast } from '../../../src/index.ts'
import { compared, type OracleItem, type OracleSuite } from '../../item.ts'

interface Row {
  series: string
  origin_back: number
  train_n: number
  method: string
  mase: number | null
  smape: number
  mae: number
  rmsse: number | null
  cov80: number
  cov95: number
  msis95: number | null
}

interface Summary {
  method: string
  mase_mean: number
  msis95_mean: number
}

interface Holdout {
  meta: { horizon: number }
  series: Record<string, { y: number[] }>
  point_forecasts_origin0: Record<string, Record<string, number[]>>
  rows: Row[]
  summary_3_origins: Summary[]
}

/** How far below the seasonal naive rule the mean scaled error must be, and the shares that limits must hold. */
const LEAST_GAIN = 0.16
const COVERAGE_80 = { middle: 0.8, reach: 0.03 }
const COVERAGE_95 = { middle: 0.95, reach: 0.02 }

export const suite: OracleSuite<Holdout> = function* (file) {
  yield* conformance(file)
  yield* accuracy(file)
}

/** Our scores of the file's own forecasts at the last origin, and of the plain rules at every origin, are the file's. */
function* conformance({ meta: { horizon }, series, point_forecasts_origin0, rows }: Holdout): Generator<OracleItem> {
  const methods = new Set(Object.values(point_forecasts_origin0).flatMap((forecasts) => Object.keys(forecasts)))
  for (const method of methods)
    yield compared(
      `${method}: MASE, sMAPE, MAE and RMSSE of the file’s forecasts, last origin`,
      'forecastScores',
      1e-9,
      rows
        .filter((row) => row.method === method && row.origin_back === 0)
        .map((row) => {
          const { y } = series[row.series]!
          const mean = point_forecasts_origin0[row.series]![method]!
          const actual = y.slice(row.train_n, row.train_n + horizon)
          const scores = forecastScores(y.slice(0, row.train_n), actual, { mean, intervals: [] })
          return [
            [scores.mase, scores.smape, scores.meanAbsoluteError, scores.rmsse],
            [row.mase, row.smape, row.mae, row.rmsse],
          ]
        }),
    )
  const rules = { naive: naiveForecast, snaive: seasonalNaiveForecast }
  for (const [method, forecast] of Object.entries(rules))
    yield compared(
      `${method}: every score of our own forecast, every origin`,
      `${forecast.name}, forecastScores`,
      1e-9,
      rows
        .filter((row) => row.method === method)
        .map((row) => {
          const { y } = series[row.series]!
          const history = y.slice(0, row.train_n)
          const actual = y.slice(row.train_n, row.train_n + horizon)
          const scores = forecastScores(history, actual, forecast(history, { horizon }))
          const [at80, at95] = scores.intervals
          return [
            [
              scores.mase,
              scores.smape,
              scores.meanAbsoluteError,
              scores.rmsse,
              at80!.coverage,
              at95!.coverage,
              at95!.msis,
            ],
            [row.mase, row.smape, row.mae, row.rmsse, row.cov80, row.cov95, row.msis95],
          ]
        }),
    )
}

/**
 * The recommended forecast against the best of the file, over all series and origins. Each item's error is how far the
 * bar is missed, 0 where it is met; the found value is named in the item.
 */
function* accuracy({ meta: { horizon }, series, rows, summary_3_origins }: Holdout): Generator<OracleItem> {
  const origins = [...new Set(rows.map((row) => row.origin_back))]
  const tests = Object.values(series).map(({ y }) =>
    backTest(y, {
      origins,
      horizon,
      method: (history, options) => forecastCounts(history, { ...options, belowZero: true }),
    }),
  )
  const scored = tests.flatMap((test) => test.origins)
  const mean = (of: (origin: (typeof scored)[number]) => number | null) => {
    const found = scored.map(of).filter((value) => value !== null)
    return found.reduce((sum, value) => sum + value, 0) / found.length
  }
  const bar = (item: string, found: number, missedBy: number, functionName = 'forecastCounts, backTest') => ({
    item: `${item}: found ${found.toFixed(3)}`,
    function: functionName,
    error: Math.max(missedBy, 0),
    tolerance: 0,
  })
  const bestMase = Math.min(...summary_3_origins.map(({ mase_mean }) => mase_mean))
  const mase = mean(({ scores }) => scores.mase)
  yield bar(`mean MASE below the best of the file, ${bestMase.toFixed(3)}`, mase, mase - bestMase)
  const gain = mase - mean(({ seasonalNaive }) => seasonalNaive.mase)
  yield bar(`mean MASE less seasonal naive’s below −${LEAST_GAIN}`, gain, gain + LEAST_GAIN)
  const bestMsis = Math.min(...summary_3_origins.map(({ msis95_mean }) => msis95_mean))
  const msis = mean(({ scores }) => scores.intervals[1]!.msis)
  yield bar(`mean MSIS at 95 % no worse than the best of the file, ${bestMsis.toFixed(3)}`, msis, msis - bestMsis)
  const cover95 = mean(({ scores }) => scores.intervals[1]!.coverage)
  yield bar('95 % limits hold 93 to 97 %', cover95, Math.abs(cover95 - COVERAGE_95.middle) - COVERAGE_95.reach)
  const cover80 = mean(({ scores }) => scores.intervals[0]!.coverage)
  yield bar('80 % limits hold 77 to 83 %', cover80, Math.abs(cover80 - COVERAGE_80.middle) - COVERAGE_80.reach)
}
