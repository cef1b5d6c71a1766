import { requireLevel } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { requireSeries } from './check-series.ts'
import { PairSlopes } from './pair-slopes.ts'
import { tiedVariance } from './rises-less-falls.ts'

export interface TheilSen {
  /** median slope over all pairs of values, in units a step of the series; a month for monthly values */
  slope: number
  /** median value less slope × median time: the line's value at the first place of the series */
  intercept: number
  /** slopes at ranks between which is interpolated, as Gilbert does; null where there are too few values for the level */
  interval: Interval | null
  /** slopes at the next whole ranks outwards: never narrower; null with interval */
  outerInterval: Interval | null
  /** confidence level of the limits, as a proportion */
  level: number
  /** pairs of values the slope is the median of */
  pairs: number
}

/**
 * How steep is a series? The median of the slopes between all pairs of values: up to 29 % of the values may be wild
 * without moving it far. Missing values are left out and keep their place in time. The interval takes the slopes at
 * ranks (pairs ∓ z√variance)/2, between ranks by interpolation, with the variance of {@link mannKendall}, and shares
 * its assumption that months are independent. Where even the steepest and the flattest slope of all pairs would not hold the
 * true one as often as the level says, there is no interval: under 5 values at 95 %.
 *
 * @formula slope = median over i < j of (yⱼ − yᵢ)/(j − i); limits: the slopes at ranks (N − C)/2 and (N + C)/2 + 1 of N pairs,
 *   C = z√variance of Mann–Kendall's S; none where 2/n! > 1 − level
 * @use to state a lasting rise or fall in events a month that a few odd months should not decide
 * @avoid for raw months, which are seasonal: seasonalTheilSen. A level shift looks like a slope: look for a changepoint first
 *
 * @param values the series in order of time, one step apart; null where a value is missing
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns slope a step, intercept and intervals of the slope. Time grows with the square of the length: 10,000 values
 *   take seconds
 * @throws TypeError if values is not an array or holds something else than numbers and null; RangeError if a value is
 *   not finite or fewer than 2 are left
 * @see Sen PK (1968). Estimates of the regression coefficient based on Kendall's tau. JASA 63: 1379–1389. doi:10.1080/01621459.1968.10480934
 * @see Gilbert RO (1987). Statistical Methods for Environmental Pollution Monitoring. New York: Van Nostrand Reinhold, section 16.5.
 * @example theilSen([3, 5, 4, 6, 8, 7, 9]) // { slope: 1, intercept: 3, pairs: 21 }
 */
export function theilSen(values: ArrayLike<number | null>, level = 0.95): TheilSen {
  const present = requireSeries(values)
  requireLevel(level)
  const time = Float64Array.from(present, (each) => each.time)
  const value = Float64Array.from(present, (each) => each.value)
  const slopes = new PairSlopes([{ time, value }])
  const { slope, interval, outerInterval } = medianSlope(slopes, tiedVariance(value), level, [value.length])
  return {
    slope,
    intercept: medianOf(value) - slope * medianOf(time),
    interval,
    outerInterval,
    level,
    pairs: slopes.count,
  }
}

/**
 * Median of the slopes and its limits at ranks either side of the middle, for this variance of rises less falls. No limits
 * where by chance alone all values of the groups, which have these sizes, rise or all fall more often than the level allows.
 */
export function medianSlope(slopes: PairSlopes, variance: number, level: number, sizes: readonly number[]) {
  const reach = normalTwoSided(level) * Math.sqrt(variance)
  const [from, to] = [(slopes.count - reach) / 2, (slopes.count + reach) / 2 + 1]
  const ranks = [(slopes.count + 1) / 2, from, to, Math.floor(from), Math.ceil(to)]
  const [slope, lower, upper, outerLower, outerUpper] = slopes.atRanks(ranks)
  const isTold = 2 / orders(sizes) <= 1 - level
  return {
    slope: slope!,
    interval: isTold ? { lower: lower!, upper: upper! } : null,
    outerInterval: isTold ? { lower: outerLower!, upper: outerUpper! } : null,
  }
}

/** In how many orders the values of groups of these sizes can come, each group by itself. */
function orders(sizes: readonly number[]): number {
  let product = 1
  for (const size of sizes) for (let k = 2; k <= size && product < Infinity; k++) product *= k
  return product
}

function medianOf(numbers: Float64Array): number {
  const sorted = Float64Array.from(numbers).sort()
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}
