import { requireLevel, requireList, requireObject, requireWholeFrom, squarableNumbers } from '../../check-inputs.ts'
import { normalTwoSided } from '../../distributions/normal.ts'
import type { Forecast } from '../forecast.ts'

/** What every forecast is asked: how far ahead, with which limits, and what makes a year. */
export interface ForecastOptions {
  /** steps ahead; 12 when left out */
  horizon?: number
  /** levels of the intervals as proportions; 0.8 and 0.95 when left out */
  levels?: readonly number[]
  /** values that make a season: 12 for months, the default; 7 for days of the week; 1 for no season */
  period?: number
}

export const DEFAULT_LEVELS: readonly number[] = [0.8, 0.95]

export function requireForecastOptions(options: ForecastOptions) {
  requireObject(options, 'options', '{ horizon: 12 }')
  const { horizon = 12, levels = DEFAULT_LEVELS, period = 12 } = options
  requireWholeFrom(horizon, 'horizon', 1, 1200)
  requireWholeFrom(period, 'period', 1, 366)
  requireList(levels, 'levels')
  for (const [i, level] of levels.entries()) requireLevel(level, `levels[${i}]`)
  return { horizon, levels, period }
}

/** A copy of a series without gaps, long enough for what is asked of it. */
export function seriesOf(values: ArrayLike<number>, least: number, because: string): Float64Array {
  const series = squarableNumbers(values, 'values')
  if (series.length < least)
    throw new RangeError(`values has ${series.length}: give ${least} or more, in order of time, ${because}.`)
  return series
}

/** Limits the same way either side of the mean: mean ∓ z × deviation. */
export function normalForecast(mean: number[], deviations: number[], levels: readonly number[]): Forecast {
  return {
    mean,
    intervals: levels.map((level) => {
      const z = normalTwoSided(level)
      return {
        level,
        lower: mean.map((value, i) => value - z * deviations[i]!),
        upper: mean.map((value, i) => value + z * deviations[i]!),
      }
    }),
  }
}
