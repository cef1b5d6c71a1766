import type { Forecast } from '../forecast.ts'
import { type ForecastOptions, requireForecastOptions, seriesOf } from './check-forecast-inputs.ts'
import { lagWalk } from './lag-walk.ts'

/**
 * What if every month to come were like the same month of the last year? The usual yardstick for monthly counts: a
 * forecast that does not beat it is not worth its trouble. R's `forecast::snaive`.
 *
 * @formula mean = value a period before; limits = mean ∓ z·√(k · mean of squared changes from one year to the next), k the
 *   years ahead, begun ones counted whole
 * @use as a yardstick, and where a committee wants a rule it can follow by hand.
 * @avoid as the forecast itself: it repeats last year's chance as if it were season. {@link forecastCounts} averages it out.
 *
 * @param values the series in order of time without gaps, more than one period of it
 * @param options horizon, levels and period
 * @returns mean and limits of each step, nearest first; limits may be below 0
 * @throws TypeError if values is not an array of numbers; RangeError if a period or less is given or an option is out of range
 * @see Hyndman RJ, Athanasopoulos G (2021). Forecasting: Principles and Practice, 3rd edition. Melbourne: OTexts, section 5.2.
 * @example seasonalNaiveForecast([4, 9, 6, 8, 5], { period: 2, horizon: 3 }).mean // [8, 5, 8]
 */
export function seasonalNaiveForecast(values: ArrayLike<number>, options: ForecastOptions = {}): Forecast {
  const { horizon, levels, period } = requireForecastOptions(options)
  return lagWalk(seriesOf(values, period + 1, 'more than a period'), period, horizon, levels)
}
