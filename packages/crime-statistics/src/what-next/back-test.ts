import { finiteNumbers, requireFunction, requireList, requireWholeFrom } from '../check-inputs.ts'
import type { Forecast } from './forecast.ts'
import { forecastCounts } from './forecast-counts.ts'
import { type ForecastScores, forecastScores } from './scoring/forecast-scores.ts'
import { type ForecastOptions, requireForecastOptions } from './simple/check-forecast-inputs.ts'
import { seasonalNaiveForecast } from './simple/seasonal-naive-forecast.ts'

/** A way to forecast: any of this library's functions, or one of your own. */
export type ForecastMethod = (history: Float64Array, options: Required<ForecastOptions>) => Forecast

export interface BackTestOptions extends ForecastOptions {
  /** what is tested; {@link forecastCounts} when left out */
  method?: ForecastMethod
  /** months by which the origin is moved back, one forecast each; 0, 3 and 6 when left out */
  origins?: readonly number[]
}

export interface BackTest {
  /** one forecast for each origin, the latest first */
  origins: {
    /** months that the forecast was made from */
    months: number
    forecast: Forecast
    scores: ForecastScores
    /** scores of the seasonal naive rule for the same months */
    seasonalNaive: ForecastScores
  }[]
  /** means over the origins; scaled errors are null where an origin has none */
  mase: number | null
  seasonalNaiveMase: number | null
  coverage: { level: number; share: number }[]
}

/**
 * How good would the forecast have been on this very series? Goes back in time, forecasts from what was known then and
 * scores it with what came: by default from 12, 15 and 18 months ago for a year each, beside the rule "as last year".
 *
 * Years of several origins overlap, so that three of them are not three trials: a MASE of 0.7 against 0.9 on one series
 * may still be chance. Shares within the limits are coarse for the same reason.
 *
 * @formula origin k: history = values without the last horizon + k months; actual = the horizon months after it
 * @use beside a forecast that is shown: "its error over the last year was 9 offences a month, the plain rule's 12".
 * @avoid to pick the best of many methods for a series: it picks the luckiest.
 *
 * @param values counts in order of time without gaps, more than a period longer than horizon and the furthest origin together
 * @param options method, origins, horizon, levels and period
 * @returns each forecast with its scores, and the means over origins
 * @throws TypeError if values is not an array of numbers; RangeError if it is too short for the furthest origin
 * @see Tashman LJ (2000). Out-of-sample tests of forecasting accuracy: an analysis and review. International Journal of Forecasting 16: 437–450. doi:10.1016/S0169-2070(00)00065-0
 * @example backTest([5, 8, 5, 9, 6, 8, 5, 8, 6, 9], { period: 2, horizon: 2, origins: [0], method: seasonalNaiveForecast }).mase // 1.5
 */
export function backTest(values: ArrayLike<number>, options: BackTestOptions = {}): BackTest {
  const settings = requireForecastOptions(options)
  const { method = forecastCounts, origins = [0, 3, 6] } = options
  const { horizon, period } = settings
  const series = finiteNumbers(values, 'values')
  requireFunction(method, 'method', 'forecastCounts')
  requireList(origins, 'origins')
  if (origins.length === 0) throw new RangeError('origins is empty: give one or more, such as 0 for the last months.')
  const tested = Array.from(origins, (back, i) => {
    requireWholeFrom(back, `origins[${i}]`, 0)
    const months = series.length - horizon - back
    if (months <= period)
      throw new RangeError(
        `values has ${series.length}: give more than ${period + horizon + back}, or a smaller horizon or origin.`,
      )
    const history = series.slice(0, months)
    const actual = series.slice(months, months + horizon)
    const forecast = method(history.slice(), settings)
    return {
      months,
      forecast,
      scores: forecastScores(history, actual, forecast, period),
      seasonalNaive: forecastScores(history, actual, seasonalNaiveForecast(history, settings), period),
    }
  })
  return {
    origins: tested,
    mase: meanOrNull(tested.map(({ scores }) => scores.mase)),
    seasonalNaiveMase: meanOrNull(tested.map(({ seasonalNaive }) => seasonalNaive.mase)),
    coverage: settings.levels.map((level, i) => ({
      level,
      share: tested.reduce((sum, { scores }) => sum + scores.intervals[i]!.coverage, 0) / tested.length,
    })),
  }
}

const meanOrNull = (values: (number | null)[]) =>
  values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0) / values.length
