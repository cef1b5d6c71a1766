import {
  exponentialSmoothing,
  type Forecast,
  type ForecastOptions,
  naiveForecast,
  seasonalNaiveForecast,
  stlDecomposition,
  stlForecast,
  thetaForecast,
} from '../../../src/index.ts'
import { type Comparable, compared, type OracleItem } from '../../item.ts'
import type { SmoothedReference } from './exponential-smoothing.ts'

interface Reference {
  mean: number[]
  lo80: number[]
  hi80: number[]
  lo95: number[]
  hi95: number[]
  alpha?: number
  drift?: number
}

interface Case {
  name: string
  y: number[]
  h: number
  reference: Reference
}

const PERIOD = 12

/** The rules without a fit, which must agree to the digit, and Theta and STL with exponential smoothing, which are fitted freely. */
export function* simpleMethodItems(series: Record<string, SmoothedReference>): Generator<OracleItem> {
  const all = Object.entries(series)
  for (const [key, forecast] of Object.entries({ naive: naiveForecast, snaive: seasonalNaiveForecast })) {
    const cases = casesOf(all, key)
    if (cases.length > 0)
      yield compared(
        `${key}: forecasts and limits, ${cases.length} series`,
        forecast.name,
        1e-9,
        cases.map(({ y, h, reference }) => [numbersOf(forecast(y, { horizon: h })), referenceNumbers(reference)]),
      )
  }
  const theta = casesOf(all, 'theta')
  if (theta.length > 0)
    yield compared(
      'theta: drift, which is not fitted by search',
      'thetaForecast',
      1e-9,
      theta.map(({ y, reference }) => [thetaForecast(y).drift, reference.drift ?? null]),
    )
  yield* free(casesOf(all, 'theta'), 'theta', thetaForecast)
  const stl = casesOf(all, 'stlf_ets').map((one) => ({ ...one, line: asLine(one) }))
  yield* free(
    stl.filter(({ line }) => line === null),
    'stlf_ets',
    stlForecast,
  )
  for (const { name, line } of stl)
    if (line)
      yield compared(`stlf_ets: ${name}, log-likelihood no less than that of the file’s line`, 'stlForecast', 0.1, [
        [Math.max(line.theirs - line.ours, 0), 0],
      ])
}

/**
 * Where the best smoothing is a straight line through all values, with shares that move nothing, the peak is so flat in
 * level and slope that R's search may stop short of it by a per cent and more of the forecast. Its line is then judged by
 * its likelihood, as ours is; null where the level moves.
 */
function asLine({ y, reference }: Case): { ours: number; theirs: number } | null {
  const { season } = stlDecomposition(y, { seasonalWindow: 11 })
  const adjusted = y.map((value, i) => value - season[i]!)
  const { parameters, model, logLikelihood } = exponentialSmoothing(adjusted, { period: 1 })
  if (logLikelihood === null || parameters.alpha > 1e-3 || !/^.AN$/.test(model)) return null
  const n = y.length
  const ahead = reference.mean.map((value, h) => value - season[n - PERIOD + (h % PERIOD)]!)
  const slope = (ahead.at(-1)! - ahead[0]!) / (ahead.length - 1)
  let squares = 0
  let logs = 0
  for (let i = 0; i < n; i++) {
    const fitted = ahead[0]! + slope * (i - n)
    const unit = model.startsWith('M') ? fitted : 1
    squares += ((adjusted[i]! - fitted) / unit) ** 2
    logs += Math.log(unit)
  }
  return { ours: logLikelihood, theirs: (-n / 2) * Math.log(squares) - logs }
}

/** Free fits: forecasts within 1 % of the series' mean. */
function* free(
  cases: Case[],
  key: string,
  forecast: (values: ArrayLike<number>, options: ForecastOptions) => Forecast,
): Generator<OracleItem> {
  for (const { name, y, h, reference } of cases) {
    const size = y.reduce((sum, value) => sum + Math.abs(value), 0) / y.length
    const inUnits = (lists: number[][]): Comparable => lists.map((list) => list.map((value) => value / size))
    const found = numbersOf(forecast(y, { horizon: h }))
    const expected = referenceNumbers(reference)
    yield compared(
      `${key}: ${name}, forecasts and limits by the series’ mean`,
      forecast.name,
      0.01,
      [[inUnits(found), inUnits(expected)]],
      'absolute',
    )
  }
}

const casesOf = (all: [string, SmoothedReference][], key: string): Case[] =>
  all
    .filter(([, one]) => one[key])
    .map(([name, one]) => ({ name, y: one.y, h: one.h, reference: one[key] as Reference }))

const numbersOf = ({ mean, intervals: [at80, at95] }: Forecast) => [
  mean,
  at80!.lower,
  at80!.upper,
  at95!.lower,
  at95!.upper,
]

const referenceNumbers = ({ mean, lo80, hi80, lo95, hi95 }: Reference) => [mean, lo80, hi80, lo95, hi95]
