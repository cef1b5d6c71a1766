import { requireLevel, requireObject } from '../../check-inputs.ts'
import type { ForecastInterval } from '../forecast.ts'
import { meanOf, pairedValues, scaleOf } from './scored-series.ts'

/**
 * How good were the limits, narrow and yet wide enough? Their width plus a penalty for each value outside, 2/(1 − level)
 * times its distance: 40 times at 95 %. In units of the mean change from one year to the next within the history. Lower
 * is better, and no trick with the width beats honest limits.
 *
 * @formula MSIS = mean [upper − lower + 2/(1 − level)·(max(lower − y, 0) + max(y − upper, 0))] / mean |yₜ − yₜ₋ₘ| over the history
 * @use to compare limits of several methods; coverage alone is had by wide ones.
 * @avoid to compare limits of different levels with each other.
 *
 * @param history the series that the forecast was made from, more than a period of it
 * @param actual values that came
 * @param interval limits of each and their level
 * @param period values a year, 12 when left out
 * @returns the scaled score; null where the history repeats itself exactly, so that there is no scale
 * @throws TypeError if a list is not an array of numbers; RangeError if lengths differ, history has a period or less, or
 *   the level is not a proportion
 * @see Gneiting T, Raftery AE (2007). Strictly proper scoring rules, prediction, and estimation. JASA 102: 359–378. doi:10.1198/016214506000001437
 * @example meanScaledIntervalScore([4, 6, 6, 10], [5, 9], { level: 0.95, lower: [3, 4], upper: [7, 8] }, 2) // 8
 */
export function meanScaledIntervalScore(
  history: ArrayLike<number>,
  actual: ArrayLike<number>,
  interval: ForecastInterval,
  period = 12,
): number | null {
  requireObject(interval, 'interval', '{ level: 0.95, lower: [3], upper: [7] }')
  const { level, lower, upper } = interval
  requireLevel(level, 'interval.level')
  const { came, foreseen: least } = pairedValues(actual, lower, 'lower')
  const { foreseen: most } = pairedValues(actual, upper, 'upper')
  const scale = scaleOf(history, period)
  const penalty = 2 / (1 - level)
  const score = meanOf(came, (value, i) => {
    const outside = Math.max(least[i]! - value, 0) + Math.max(value - most[i]!, 0)
    return most[i]! - least[i]! + penalty * outside
  })
  return scale > 0 ? score / scale : null
}
