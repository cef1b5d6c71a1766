import { stlDecomposition } from '../../is-it-changing/stl/stl-decomposition.ts'
import { type EtsModel, exponentialSmoothing, exponentialSmoothingForecast } from '../exponential-smoothing/index.ts'
import type { Forecast } from '../forecast.ts'
import { type ForecastOptions, requireForecastOptions, seriesOf } from './check-forecast-inputs.ts'

export interface StlForecast extends Forecast {
  /** the model chosen for the series without its season */
  model: EtsModel
}

/** Years over which a calendar month's values are smoothed, as R's `stlf` has it. */
const SEASONAL_WINDOW = 11

/**
 * How will a series go on if its last year's season repeats? The season that {@link stlDecomposition} finds (window 11)
 * is taken off, what is left is carried forward by the exponential smoothing without a season that describes it best,
 * and the season of the last year is put back. R's `forecast::stlf`.
 *
 * @formula mean = smoothing of (value − season) + season of the same month in the last year
 * @use as a second opinion where the season changes its shape over the years.
 * @avoid for its limits: they leave out that the season is not known, and held 62 to 70 % of months at a level of 80 % in our trials.
 *
 * @param values the series in order of time without gaps, more than two periods of it
 * @param options horizon, levels and period, 2 or more
 * @returns mean and limits of each step, and the model chosen; limits may be below 0
 * @throws TypeError if values is not an array of numbers; RangeError if two periods or less are given or an option is out of range
 * @see Hyndman RJ, Athanasopoulos G (2021). Forecasting: Principles and Practice, 3rd edition. Melbourne: OTexts, section 5.7.
 * @example stlForecast([3, 1, 3, 1, 3, 1, 3, 1, 3], { period: 2, horizon: 2 }).mean // [1, 3]
 */
export function stlForecast(values: ArrayLike<number>, options: ForecastOptions = {}): StlForecast {
  const { horizon, levels, period } = requireForecastOptions(options)
  const series = seriesOf(values, 2 * period + 1, 'more than two periods')
  const { season } = stlDecomposition(series, { period, seasonalWindow: SEASONAL_WINDOW })
  const smoothing = exponentialSmoothing(
    series.map((value, i) => value - season[i]!),
    { period: 1 },
  )
  const { mean, intervals } = exponentialSmoothingForecast(smoothing, { horizon, levels })
  const withSeason = (step: number[]) => step.map((value, h) => value + season[series.length - period + (h % period)]!)
  return {
    model: smoothing.model,
    mean: withSeason(mean),
    intervals: intervals.map(({ level, lower, upper }) => ({
      level,
      lower: withSeason(lower),
      upper: withSeason(upper),
    })),
  }
}
