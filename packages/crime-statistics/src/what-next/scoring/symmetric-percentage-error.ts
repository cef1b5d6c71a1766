import { meanOf, pairedValues } from './scored-series.ts'

/**
 * By what share did a forecast miss? Each error as a share of the mean of value and forecast, in per cent: 0 to 200.
 * A month in which both are 0 is an error of 0.
 *
 * @formula sMAPE = mean 200·|actual − forecast| / (|actual| + |forecast|), with 0/0 = 0
 * @use to tell people an error in per cent where counts are well above 0.
 * @avoid for small counts: 1 instead of 0 is 200 %, as bad as it can be. Use {@link meanAbsoluteScaledError}.
 *
 * @param actual values that came
 * @param forecast what was forecast for them
 * @returns mean error in per cent, 0 to 200
 * @throws TypeError if a list is not an array of numbers; RangeError if it is empty or lengths differ
 * @see Makridakis S, Hibon M (2000). The M3-Competition: results, conclusions and implications. International Journal of Forecasting 16: 451–476. doi:10.1016/S0169-2070(00)00057-1
 * @example symmetricPercentageError([10, 0], [8, 0]) // 11.11
 */
export function symmetricPercentageError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  const { came, foreseen } = pairedValues(actual, forecast)
  return meanOf(came, (value, i) => {
    const both = Math.abs(value) + Math.abs(foreseen[i]!)
    return both === 0 ? 0 : (200 * Math.abs(value - foreseen[i]!)) / both
  })
}
