import { requireLevel, requireObject } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { PairSlopes } from './pair-slopes.ts'
import { tiedVariance } from './rises-less-falls.ts'
import { type SeasonOptions, seasonsOf } from './seasons.ts'
import { medianSlope } from './theil-sen.ts'

export interface SeasonalTheilSenOptions extends SeasonOptions {
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface SeasonalTheilSen {
  /** median slope within seasons, in units a cycle: a year for monthly values */
  slope: number
  /** slopes at ranks between which is interpolated, as Gilbert does; null where there are too few values for the level */
  interval: Interval | null
  /** slopes at the next whole ranks outwards: never narrower; null with interval */
  outerInterval: Interval | null
  /** confidence level of the limits, as a proportion */
  level: number
  /** pairs of values within seasons that the slope is the median of */
  pairs: number
}

/**
 * How much does a seasonal series rise or fall a year? The median of the slopes between all pairs of Januaries, of
 * Februaries, and so on: the season drops out. The interval goes with {@link seasonalMannKendall} and like its first p
 * takes months as independent. Where values are so few that even all slopes together would not hold the true one as often
 * as the level says, there is no interval.
 *
 * @formula slope = median over seasons and over cycles i < j of (yⱼ − yᵢ)/(j − i); limits: the slopes at ranks (N − C)/2 and
 *   (N + C)/2 + 1 of N pairs, C = z√variance of the seasonal S
 * @use to state a lasting rise or fall in events a month, from one year to the next, that a few odd months should not decide
 * @avoid for a change in per cent: logLinearTrend. A level shift looks like a slope: look for a changepoint first
 *
 * @param values the series in order of time, one place for every month; null where a value is missing
 * @param options steps in a cycle, and level
 * @returns slope a cycle and its intervals
 * @throws TypeError if values is not an array or holds something else than numbers and null; RangeError if a value is not
 *   finite, seasons is not a whole number from 2, no season was seen twice, or level is outside 0 to 1
 * @see Gilbert RO (1987). Statistical Methods for Environmental Pollution Monitoring. New York: Van Nostrand Reinhold, section 17.3.
 * @example seasonalTheilSen([3, 9, 4, 11, 6, 10, 7, 14], { period: 2 }) // { slope: 1.5, pairs: 12, interval: { lower: 0.38, upper: 2.16 } }
 */
export function seasonalTheilSen(
  values: ArrayLike<number | null>,
  options: SeasonalTheilSenOptions = {},
): SeasonalTheilSen {
  requireObject(options, 'options', '{ period: 12 }')
  const { period = 12, level = 0.95 } = options
  const groups = seasonsOf(values, period)
  requireLevel(level)
  const slopes = new PairSlopes(groups)
  const variance = groups.reduce((sum, { value }) => sum + tiedVariance(value), 0)
  const sizes = groups.map(({ value }) => value.length)
  return { ...medianSlope(slopes, variance, level, sizes), level, pairs: slopes.count }
}
