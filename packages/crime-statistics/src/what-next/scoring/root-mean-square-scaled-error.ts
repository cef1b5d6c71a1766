import { meanOf, pairedValues, yearlyChanges } from './scored-series.ts'

/**
 * How good was a forecast beside the rule "as last year", where large misses count more? As
 * {@link meanAbsoluteScaledError}, with squares for absolute errors and a root at the end.
 *
 * @formula RMSSE = √(mean (actual − forecast)² / mean (yₜ − yₜ₋ₘ)² over the history)
 * @use where one bad month costs more than several small errors.
 * @avoid where a single wild month would rule the comparison.
 *
 * @param history the series that the forecast was made from, more than a period of it
 * @param actual values that came
 * @param forecast what was forecast for them
 * @param period values a year, 12 when left out
 * @returns the scaled error; null where the history repeats itself exactly, so that there is no scale
 * @throws TypeError if a list is not an array of numbers; RangeError if lengths differ or history has a period or less
 * @see Hyndman RJ, Koehler AB (2006). Another look at measures of forecast accuracy. International Journal of Forecasting 22: 679–688. doi:10.1016/j.ijforecast.2006.03.001
 * @example rootMeanSquareScaledError([4, 6, 6, 10], [7, 9], [6, 9], 2) // 0.2236
 */
export function rootMeanSquareScaledError(
  history: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  period = 12,
): number | null {
  const { came, foreseen } = pairedValues(actual, forecast)
  const scale = meanOf(yearlyChanges(history, period), (change) => change * change)
  return scale > 0 ? Math.sqrt(meanOf(came, (value, i) => (value - foreseen[i]!) ** 2) / scale) : null
}
