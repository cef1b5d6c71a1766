import { meanOf, pairedValues, scaleOf } from './scored-series.ts'

/**
 * How good was a forecast beside the rule "as last year"? The mean error in units of the mean error that the seasonal
 * naive forecast made **within** the history. Below 1 is better than that rule has been; 0.8 is a good year ahead for
 * monthly counts. Units cancel, so that series of all sizes may be averaged.
 *
 * @formula MASE = mean |actual − forecast| / mean |yₜ − yₜ₋ₘ| over the history
 * @use to compare methods over many series, or a method with the plain rule.
 * @avoid for a single month: its error is mostly chance.
 *
 * @param history the series that the forecast was made from, more than a period of it
 * @param actual values that came
 * @param forecast what was forecast for them
 * @param period values a year, 12 when left out; the scale is this lag, not 1
 * @returns the scaled error; null where the history repeats itself exactly, so that there is no scale
 * @throws TypeError if a list is not an array of numbers; RangeError if lengths differ or history has a period or less
 * @see Hyndman RJ, Koehler AB (2006). Another look at measures of forecast accuracy. International Journal of Forecasting 22: 679–688. doi:10.1016/j.ijforecast.2006.03.001
 * @example meanAbsoluteScaledError([4, 6, 6, 10], [7, 9], [6, 9], 2) // 0.1667
 */
export function meanAbsoluteScaledError(
  history: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  period = 12,
): number | null {
  const { came, foreseen } = pairedValues(actual, forecast)
  const scale = scaleOf(history, period)
  return scale > 0 ? meanOf(came, (value, i) => Math.abs(value - foreseen[i]!)) / scale : null
}
