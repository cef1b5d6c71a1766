import { requireLevel, requireList, requireObject } from '../../check-inputs.ts'
import type { Forecast } from '../forecast.ts'
import { intervalCoverage } from './interval-coverage.ts'
import { meanAbsoluteScaledError } from './mean-absolute-scaled-error.ts'
import { meanScaledIntervalScore } from './mean-scaled-interval-score.ts'
import { rootMeanSquareScaledError } from './root-mean-square-scaled-error.ts'
import { meanOf, pairedValues } from './scored-series.ts'
import { symmetricPercentageError } from './symmetric-percentage-error.ts'

export interface ForecastScores {
  /** mean absolute error in the unit of the series */
  meanAbsoluteError: number
  /** see meanAbsoluteScaledError */
  mase: number | null
  /** see rootMeanSquareScaledError */
  rmsse: number | null
  /** see symmetricPercentageError */
  smape: number
  /** for each level of the forecast: see intervalCoverage and meanScaledIntervalScore */
  intervals: { level: number; coverage: number; msis: number | null }[]
}

/**
 * How good was a forecast, by every usual measure? Errors of the central forecast and of its limits, for the values that
 * came after it.
 *
 * @formula as in {@link meanAbsoluteScaledError}, {@link rootMeanSquareScaledError}, {@link symmetricPercentageError},
 *   {@link intervalCoverage} and {@link meanScaledIntervalScore}
 * @use to judge last year's forecast when the year is over; {@link backTest} does it for several past years at once.
 * @avoid to choose between methods by one series and one year: that is mostly chance.
 *
 * @param history the series that the forecast was made from, more than a period of it
 * @param actual values that came, one for each step of the forecast
 * @param forecast any forecast of this library
 * @param period values a year, 12 when left out
 * @returns all measures; scaled ones are null where the history repeats itself exactly
 * @throws TypeError if a list is not an array of numbers; RangeError if lengths differ or history has a period or less
 * @see Hyndman RJ, Koehler AB (2006). Another look at measures of forecast accuracy. International Journal of Forecasting 22: 679–688. doi:10.1016/j.ijforecast.2006.03.001
 * @example forecastScores([4, 6, 6, 10], [7, 9], seasonalNaiveForecast([4, 6, 6, 10], { period: 2, horizon: 2 }), 2).mase // 0.3333
 */
export function forecastScores(
  history: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: Forecast,
  period = 12,
): ForecastScores {
  requireObject(forecast, 'forecast', '{ mean: [7], intervals: [] }')
  const { mean, intervals } = forecast
  requireList(intervals, 'forecast.intervals')
  for (const [i, interval] of intervals.entries()) {
    requireObject(interval, `forecast.intervals[${i}]`, '{ level: 0.95, lower: [3], upper: [7] }')
    requireLevel(interval.level, `forecast.intervals[${i}].level`)
  }
  const { came, foreseen } = pairedValues(actual, mean)
  return {
    meanAbsoluteError: meanOf(came, (value, i) => Math.abs(value - foreseen[i]!)),
    mase: meanAbsoluteScaledError(history, actual, mean, period),
    rmsse: rootMeanSquareScaledError(history, actual, mean, period),
    smape: symmetricPercentageError(actual, mean),
    intervals: intervals.map((interval) => ({
      level: interval.level,
      coverage: intervalCoverage(actual, interval),
      msis: meanScaledIntervalScore(history, actual, interval, period),
    })),
  }
}
