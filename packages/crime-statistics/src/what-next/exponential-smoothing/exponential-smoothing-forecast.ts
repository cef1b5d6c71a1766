import {
  requireFinite,
  requireLevel,
  requireList,
  requireNotNegative,
  requireObject,
  requireWholeFrom,
} from '../../check-inputs.ts'
import { normalTwoSided } from '../../distributions/normal.ts'
import type { RandomSource } from '../../random/seeded-random.ts'
import type { Forecast, ForecastInterval } from '../forecast.ts'
import { checkedModel } from './check-model.ts'
import { forecastMoments } from './forecast-moments.ts'
import { quantileOfSorted, simulatePaths } from './simulate-paths.ts'
import type { SmoothedSeries } from './smoothing.ts'

export interface SmoothingForecastOptions {
  /** steps ahead; 12 when left out */
  horizon?: number
  /** levels of the intervals as proportions; 0.8 and 0.95 when left out */
  levels?: readonly number[]
  /** a source of chance: limits are then quantiles of simulated paths instead of normal ones about the mean */
  random?: RandomSource
  /** paths simulated; 5,000 when left out */
  paths?: number
  /** least value that is possible, such as 0 for counts: means and limits below it are moved up to it. None when left out */
  atLeast?: number
}

export interface SmoothingForecast extends Forecast {
  /** variance of what each step may bring, about its mean; null where the smoothing has none */
  variance: (number | null)[]
}

/**
 * What is to be expected next, and between which limits? Carries the level, trend and season of a smoothed series
 * forward. Means and variances are exact for the model with normal errors; limits are mean ∓ z·√variance, or quantiles
 * of simulated paths where a source of chance is given, which suits models in proportion far ahead. Parameters are
 * taken as known, so limits are a little too narrow, the more so after a short series.
 *
 * Limits may lie below 0 even for counts. Score forecasts as they are; give `atLeast: 0` when showing them.
 *
 * Two slips of R's `forecast` 8.20 are not repeated: it lets the season's surprise in a step early (at h = period, for
 * models with a season and no trend), and its formula for a season in proportion with a damped trend adds b + φb + …
 * instead of φb + φ²b + … . The second puts R's means off by the size of (1 − φ)(b + φb + …), and both its limits.
 *
 * @formula added error: variance of step h = σ²(1 + Σ c²), c of j = 1 … h − 1 being alpha + beta(φ + … + φ^j), plus gamma where j is a whole number of periods; error in proportion: (1 + σ²)θ − mean², θ of step h being mean² + σ²Σ c²θ of the steps before; simulated limits: quantiles of type 8 of Hyndman and Fan
 * @use after exponentialSmoothing or holtWinters, to say what a month is likely to bring if nothing changes
 * @avoid far ahead: after a year or so the trend is a guess
 * @param smoothing a smoothed series
 * @param options horizon, levels, source of chance and least possible value
 * @returns mean, variance and limits of each step, nearest first; no intervals where the smoothing has no variance
 * @throws TypeError if the smoothing lacks a parameter or state of its model; RangeError if one is not finite, if
 *   horizon is not a whole number from 1 to 10,000 or paths from 1 to 1,000,000, a level is outside 0 to 1, or atLeast
 *   is not finite
 * @see Hyndman RJ, Koehler AB, Ord JK, Snyder RD (2008). Forecasting with Exponential Smoothing: the State Space Approach. Berlin: Springer, chapter 6. doi:10.1007/978-3-540-71918-2
 * @see Hyndman RJ, Fan Y (1996). Sample quantiles in statistical packages. American Statistician 50: 361–365. doi:10.1080/00031305.1996.10473566
 * @example exponentialSmoothingForecast(exponentialSmoothing([5, 5, 5, 5, 5], { period: 1 }), { horizon: 2 }) // { mean: [5, 5] }
 */
export function exponentialSmoothingForecast(
  smoothing: SmoothedSeries,
  options: SmoothingForecastOptions = {},
): SmoothingForecast {
  requireObject(smoothing, 'smoothing', 'what exponentialSmoothing answers')
  requireObject(options, 'options', '{ horizon: 12 }')
  const { horizon = 12, levels = [0.8, 0.95], random, paths = 5000, atLeast } = options
  const { model, period, parameters, states } = checkedModel({ ...smoothing, states: smoothing.last, name: 'last' })
  if (smoothing.variance !== null) requireNotNegative(smoothing.variance, 'variance')
  const smoothed = { model, period, parameters, last: states, variance: smoothing.variance }
  requireWholeFrom(horizon, 'horizon', 1, 10_000)
  requireWholeFrom(paths, 'paths', 1, 1_000_000)
  requireList(levels, 'levels')
  for (const [i, level] of levels.entries()) requireLevel(level, `levels[${i}]`)
  if (atLeast !== undefined) requireFinite(atLeast, 'atLeast')
  const { mean, variance } = forecastMoments(smoothed, horizon)
  if (!mean.every(Number.isFinite) || !variance.every((value) => value === null || Number.isFinite(value)))
    throw new RangeError(`horizon is ${horizon}: these parameters and states lead beyond any number; give fewer steps.`)
  const intervals =
    smoothing.variance === null
      ? []
      : random
        ? simulatedLimits(simulatePaths(smoothed, horizon, paths, random), levels)
        : normalLimits(mean, variance as number[], levels)
  if (atLeast === undefined) return { mean, variance, intervals }
  const raised = (values: number[]) => values.map((value) => Math.max(value, atLeast))
  return {
    mean: raised(mean),
    variance,
    intervals: intervals.map(({ level, lower, upper }) => ({ level, lower: raised(lower), upper: raised(upper) })),
  }
}

const normalLimits = (mean: number[], variance: number[], levels: readonly number[]): ForecastInterval[] =>
  levels.map((level) => {
    const z = normalTwoSided(level)
    const at = (side: -1 | 1) => mean.map((value, i) => value + side * z * Math.sqrt(variance[i]!))
    return { level, lower: at(-1), upper: at(1) }
  })

const simulatedLimits = (steps: Float64Array[], levels: readonly number[]): ForecastInterval[] =>
  levels.map((level) => ({
    level,
    lower: steps.map((values) => quantileOfSorted(values, (1 - level) / 2)),
    upper: steps.map((values) => quantileOfSorted(values, (1 + level) / 2)),
  }))
