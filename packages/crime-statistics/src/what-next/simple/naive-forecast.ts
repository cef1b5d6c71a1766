import type { Forecast } from '../forecast.ts'
import { type ForecastOptions, requireForecastOptions, seriesOf } from './check-forecast-inputs.ts'
import { lagWalk } from './lag-walk.ts'

/**
 * What if every month to come were like the last one? The plainest forecast, a yardstick that a better one must beat.
 * Limits assume that the series is a random walk: they widen with the root of the steps ahead. R's `forecast::naive`.
 *
 * @formula mean = last value; limits = mean ∓ z·√(h · mean of squared changes from one step to the next)
 * @use as a yardstick for series without a season.
 * @avoid as the forecast itself: {@link forecastCounts} is better nearly always; with a season compare with {@link seasonalNaiveForecast}.
 *
 * @param values the series in order of time without gaps, 2 or more
 * @param options horizon and levels; the period is not used
 * @returns mean and limits of each step, nearest first; limits may be below 0
 * @throws TypeError if values is not an array of numbers; RangeError if fewer than 2 are given or an option is out of range
 * @see Hyndman RJ, Athanasopoulos G (2021). Forecasting: Principles and Practice, 3rd edition. Melbourne: OTexts, section 5.2.
 * @example naiveForecast([4, 6, 5], { horizon: 2 }).mean // [5, 5]
 */
export function naiveForecast(values: ArrayLike<number>, options: ForecastOptions = {}): Forecast {
  const { horizon, levels } = requireForecastOptions(options)
  return lagWalk(seriesOf(values, 2, 'as errors are those of one step to the next'), 1, horizon, levels)
}
