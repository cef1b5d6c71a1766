import { requireObject, requireProportion, requireWholeFrom } from '../../check-inputs.ts'
import { climbLikelihood } from './climb-likelihood.ts'
import { holtWintersStart } from './holt-winters-start.ts'
import { powerOfTwo } from './power-of-two.ts'
import { seriesToSmooth } from './series-to-smooth.ts'
import { smoothSeries } from './smooth-series.ts'
import type { SmoothedSeries, SmoothingStates } from './smoothing.ts'
import {
  ALPHA,
  BETA_SHARE,
  GAMMA_SHARE,
  LEVEL,
  type ModelShape,
  PHI,
  STATES,
  smoothingWorkspace,
  TREND,
} from './smoothing-workspace.ts'

export interface HoltWintersOptions {
  /** values that make a season; 12 when left out */
  period?: number
  /** how fast the level, the trend and the season follow, 0 to 1; those left out are fitted */
  alpha?: number
  beta?: number
  gamma?: number
}

export interface HoltWinters extends SmoothedSeries {
  alpha: number
  beta: number
  gamma: number
  /** sum of squared errors of the values after the first period */
  squaredErrors: number
  /** after the first period, before the first value that is forecast */
  first: SmoothingStates
  /** forecast of each value after the first period from those before it */
  fitted: number[]
  /** value less fitted */
  residuals: number[]
}

/**
 * What level, trend and season does Holt and Winters' method see at the end of a series? The classical additive method
 * as R's `HoltWinters` has it: the first two periods give the starting states by a moving average, and the parameters
 * make the squared errors of the values after the first period least. Forecasts come from
 * {@link exponentialSmoothingForecast}, with the variance of the errors about their mean.
 *
 * It is not the model `AAA` of {@link exponentialSmoothing}, which fits the starting states too; its alpha, beta and
 * gamma are shares of another kind: AAA's beta is alpha × beta and its gamma is gamma × (1 − alpha). R climbs from one
 * start; here the least of several is taken, so the sum of squares may be smaller than R's.
 *
 * @formula level ← alpha(y − season) + (1 − alpha)(level + trend); trend ← beta(level − level before) + (1 − beta)trend; season ← gamma(y − level) + (1 − gamma)season
 * @use to repeat or check published Holt–Winters forecasts
 * @avoid as a first choice: exponentialSmoothing compares this form with simpler ones and seldom chooses it for short series
 * @param values the series in order of time, one step apart: at least two periods and a value more
 * @param options period, and the parameters that are not to be fitted
 * @returns parameters, states, fitted values and errors; seasons are listed latest first
 * @throws TypeError if a value is missing or not a number; RangeError if one is not finite or beyond ±1e100, if
 *   the series is too short, if period is not a whole number from 2, or if a parameter is outside 0 to 1
 * @see Winters PR (1960). Forecasting sales by exponentially weighted moving averages. Management Science 6: 324–342. doi:10.1287/mnsc.6.3.324
 * @example holtWinters([5, 9, 6, 10, 7, 11, 8, 12], { period: 2, alpha: 0.5, beta: 0.1, gamma: 0.3 }).last // { level: 10.2303, trend: 0.5313, seasons: [1.7801, -1.6861] }
 */
export function holtWinters(values: ArrayLike<number>, options: HoltWintersOptions = {}): HoltWinters {
  const series = seriesToSmooth(values)
  requireObject(options, 'options', '{ period: 12 }')
  const { period = 12 } = options
  requireWholeFrom(period, 'period', 2)
  for (const name of ['alpha', 'beta', 'gamma'] as const)
    if (options[name] !== undefined) requireProportion(options[name], name)
  if (series.length < 2 * period + 1)
    throw new RangeError(
      `values has ${series.length} values: give at least two periods of ${period} and a value more, in order of time.`,
    )
  const first = holtWintersStart(series, period)
  const forecast = series.subarray(period)
  const { alpha, beta, gamma } = leastSquares(forecast, period, first, options)
  const parameters = { alpha, beta: alpha * beta, gamma: gamma * (1 - alpha), phi: 1 }
  const { last, fitted, residuals } = smoothSeries(forecast, 'AAA', period, parameters, first)
  const squaredErrors = residuals.reduce((sum, error) => sum + error * error, 0)
  const mean = residuals.reduce((sum, error) => sum + error, 0) / residuals.length
  const spread = residuals.reduce((sum, error) => sum + (error - mean) ** 2, 0)
  return {
    ...{ model: 'AAA', period, parameters, alpha, beta, gamma, first, last },
    variance: spread / (residuals.length - 1),
    squaredErrors,
    fitted,
    residuals,
  }
}

const STARTS = [0.3, 0.1, 0.1, 0.05, 0.1, 0.5, 0.7, 0.1, 0.1, 0.02, 0.9, 0.9, 0.1, 0.5, 0.9]

/** Parameters with the least sum of squared one-step errors, those given among them held. */
function leastSquares(series: Float64Array, period: number, first: SmoothingStates, given: HoltWintersOptions) {
  const unit = powerOfTwo(series)
  const room = smoothingWorkspace(
    series.map((value) => value / unit),
    period,
  )
  const shape: ModelShape = {
    ...{ proportionalError: false, proportionalSeason: false, trend: true, damped: false, seasonal: true },
    ...{ forgetting: false, least: 0, lower: [0, 0, 0, 1], upper: [1, 1, 1, 1] },
    moved: Uint16Array.from([
      ...(given.alpha === undefined ? [ALPHA] : []),
      ...(given.beta === undefined ? [BETA_SHARE] : []),
      ...(given.gamma === undefined ? [GAMMA_SHARE] : []),
    ]),
  }
  const point = new Float64Array(STATES + period)
  let best = Infinity
  let found = { alpha: given.alpha ?? 0, beta: given.beta ?? 0, gamma: given.gamma ?? 0 }
  for (let i = 0; i < STARTS.length && shape.moved.length > 0; i += 3) {
    point[ALPHA] = given.alpha ?? STARTS[i]!
    point[BETA_SHARE] = given.beta ?? STARTS[i + 1]!
    point[GAMMA_SHARE] = given.gamma ?? STARTS[i + 2]!
    point[PHI] = 1
    point[LEVEL] = first.level / unit
    point[TREND] = first.trend! / unit
    for (let j = 0; j < period - 1; j++) point[STATES + j] = first.seasons![period - 1 - j]! / unit
    const sum = climbLikelihood(room, shape, point, 200, 1e-12)
    if (sum >= best) continue
    best = sum
    found = { alpha: point[ALPHA]!, beta: point[BETA_SHARE]!, gamma: point[GAMMA_SHARE]! }
  }
  return found
}
