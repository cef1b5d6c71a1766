import { requireLevel, requireWholeFrom } from '../../check-inputs.ts'
import { normalTwoSided } from '../../distributions/normal.ts'
import type { Forecast } from '../forecast.ts'
import { forecastMoments } from './forecast-moments.ts'
import type { ExponentialSmoothing } from './smoothing.ts'

export interface SmoothingForecastOptions {
  /** steps ahead; 12 when left out */
  horizon?: number
  /** levels of the intervals as proportions; 0.8 and 0.95 when left out */
  levels?: readonly number[]
}

export interface SmoothingForecast extends Forecast {
  /** variance of what each step may bring, about its mean; null where the fit has none */
  variance: (number | null)[]
}

/**
 * What is to be expected next, and between which limits? Carries the level, trend and season of a smoothed series
 * forward. Means and variances are exact for the model with normal errors; limits are mean ∓ z·√variance. Parameters
 * are taken as known, so limits are a little too narrow, the more so after a short series.
 *
 * @formula added error: variance of step h = σ²(1 + Σ c²), c of j = 1 … h − 1 being alpha + beta(φ + … + φ^j), plus gamma where j is a whole number of periods
 * @use after exponentialSmoothing, to say what a month is likely to bring if nothing changes
 * @avoid far ahead: after a year or so the trend is a guess
 * @param smoothing a smoothed series
 * @param options horizon and levels
 * @returns mean, variance and limits of each step, nearest first
 * @throws RangeError if horizon is not a whole number from 1 or a level is outside 0 to 1
 * @see Hyndman RJ, Koehler AB, Ord JK, Snyder RD (2008). Forecasting with Exponential Smoothing: the State Space Approach. Berlin: Springer, chapter 6. doi:10.1007/978-3-540-71918-2
 * @example exponentialSmoothingForecast(exponentialSmoothing([5, 5, 5, 5, 5], { period: 1 }), { horizon: 2 }) // { mean: [5, 5] }
 */
export function exponentialSmoothingForecast(
  smoothing: ExponentialSmoothing,
  { horizon = 12, levels = [0.8, 0.95] }: SmoothingForecastOptions = {},
): SmoothingForecast {
  requireWholeFrom(horizon, 'horizon', 1)
  for (const [i, level] of levels.entries()) requireLevel(level, `levels[${i}]`)
  const { mean, variance } = forecastMoments(smoothing, horizon)
  return {
    mean,
    variance,
    intervals: levels.map((level) => {
      const z = normalTwoSided(level)
      const reach = variance.map((value) => z * Math.sqrt(value ?? 0))
      return { level, lower: mean.map((m, i) => m - reach[i]!), upper: mean.map((m, i) => m + reach[i]!) }
    }),
  }
}
