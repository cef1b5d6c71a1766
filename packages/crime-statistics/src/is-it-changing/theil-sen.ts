import { requireLevel } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { requireSeries } from './check-series.ts'
import { mannKendall } from './mann-kendall.ts'

export interface TheilSen {
  /** median slope over all pairs of values, in units a step of the series; a month for monthly values */
  slope: number
  /** median value less slope × median time: the line's value at the first place of the series */
  intercept: number
  interval: Interval
  level: number
  /** pairs of values the slope is the median of */
  pairs: number
}

/**
 * How steep is a series? The median of the slopes between all pairs of values: up to 29 % of the values may be wild
 * without moving it far. Missing values are left out and keep their place in time. The interval takes the slopes at
 * ranks (pairs ∓ z√variance)/2, between ranks by interpolation, with the variance of {@link mannKendall}, and shares
 * its assumption that months are independent.
 *
 * @param values the series in order of time, one step apart; null where a value is missing
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns slope a step, intercept and interval of the slope
 * @throws TypeError if values is not an array or holds something else than numbers and null; RangeError if a value is
 *   not finite or fewer than 2 are left
 * @see Sen PK (1968). Estimates of the regression coefficient based on Kendall's tau. JASA 63: 1379–1389. doi:10.1080/01621459.1968.10480934
 * @see Gilbert RO (1987). Statistical Methods for Environmental Pollution Monitoring. New York: Van Nostrand Reinhold, section 16.5.
 * @example theilSen([3, 5, 4, 6, 8, 7, 9]) // { slope: 1, intercept: 3, pairs: 21 }
 */
export function theilSen(values: ArrayLike<number | null>, level = 0.95): TheilSen {
  const present = requireSeries(values)
  requireLevel(level)
  const slopes: number[] = []
  for (const [j, later] of present.entries())
    for (const earlier of present.slice(0, j)) slopes.push((later.value - earlier.value) / (later.time - earlier.time))
  const sorted = Float64Array.from(slopes).sort()
  const slope = atRank(sorted, (sorted.length + 1) / 2)
  const reach = normalTwoSided(level) * Math.sqrt(mannKendall(values).variance)
  return {
    slope,
    intercept: medianOf(present.map(({ value }) => value)) - slope * medianOf(present.map(({ time }) => time)),
    interval: {
      lower: atRank(sorted, (sorted.length - reach) / 2),
      upper: atRank(sorted, (sorted.length + reach) / 2 + 1),
    },
    level,
    pairs: sorted.length,
  }
}

const medianOf = (numbers: number[]) => atRank(Float64Array.from(numbers).sort(), (numbers.length + 1) / 2)

/** The value at a rank counted from 1, between two ranks in proportion; ranks beyond an end are the end. */
function atRank(sorted: Float64Array, rank: number): number {
  const within = Math.min(Math.max(rank, 1), sorted.length)
  const below = sorted[Math.floor(within) - 1]!
  const above = sorted[Math.min(Math.floor(within), sorted.length - 1)]!
  return below + (within - Math.floor(within)) * (above - below)
}
