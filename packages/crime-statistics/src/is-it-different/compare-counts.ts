import { requireCount, requireExposures, requireLevel } from '../check-inputs.ts'
import type { OpenInterval } from '../interval.ts'
import { centralRatio } from './central-ratio.ts'

export interface CountComparison {
  /** rate of a divided by rate of b; null when b is 0 */
  ratio: number | null
  /** 100 × (ratio − 1); null when b is 0 */
  percentageChange: number | null
  /** rate of a minus rate of b, in events per unit of exposure */
  difference: number
  /** limits of the ratio; `upper` is null (no upper limit) when b is 0 */
  interval: OpenInterval
  /** the same limits as percentage changes */
  percentageInterval: OpenInterval
  /** exact central two-sided p-value of equal rates: at or below 1 − level exactly when the interval leaves out 1 */
  p: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: 'exact central'
}

/**
 * Do two periods or areas differ by more than chance? Two counts are compared as rates, whatever their exposures: 365
 * and 366 days, areas of unequal population. Given the sum of both, a is binomial; the interval is the exact central
 * one (Clopper–Pearson) and the p-value twice the smaller tail, so that the two agree. Counts are taken as independent
 * Poisson: for monthly crime, which varies more than that, see {@link changeInterval}.
 *
 * @formula for X binomial of a + b events with odds ratio·exposureA/exposureB: lower limit where P(X ≥ a) = (1 − level)/2, upper where
 *   P(X ≤ a) is; p = min(1, 2·min(P(X ≤ a), P(X ≥ a))) at a ratio of 1
 * @use for two periods or two separate areas, zeros and unequal days included
 * @avoid setting an area against a whole that holds it (areaAgainstRest), and for monthly crime that varies more than chance (changeInterval)
 *
 * @param a events in the period or area of interest: a whole number, 0 or more
 * @param exposureA days, people or other exposure of a, above 0
 * @param b events in the period or area it is set against
 * @param exposureB exposure of b, in the same unit
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns ratio, percentage change and difference of the rates, with interval and p-value. With b = 0 the ratio is
 *   null and the interval has a lower limit only; with both 0 the interval is everything from 0 up and p is 1
 * @throws RangeError if a count is not whole or is below 0, an exposure is not above 0, the exposures are 10^9 times
 *   apart, or level is outside 0 to 1
 * @see Przyborowski J, Wilenski H (1940). Homogeneity of results in testing samples from Poisson series. Biometrika 31: 313–323. doi:10.1093/biomet/31.3-4.313
 * @see Fay MP (2010). Two-sided exact tests and matching confidence intervals for discrete data. The R Journal 2(1): 53–58. doi:10.32614/RJ-2010-008
 * @example compareCounts(10, 365, 19, 366).ratio // 0.5278
 * @example compareCounts(10, 365, 19, 366).interval // { lower: 0.2192, upper: 1.1929 }
 * @example compareCounts(10, 365, 19, 366).p // 0.138
 * @example compareCounts(1, 365, 0, 365).interval // { lower: 0.0256, upper: null }
 */
export function compareCounts(
  a: number,
  exposureA: number,
  b: number,
  exposureB: number,
  level = 0.95,
): CountComparison {
  requireCount(a, 'a')
  requireCount(b, 'b')
  requireExposures(exposureA, 'exposureA', exposureB, 'exposureB')
  requireLevel(level)
  const difference = a / exposureA - b / exposureB
  if (!Number.isFinite(difference))
    throw new RangeError(
      `exposureA is ${exposureA} and exposureB is ${exposureB}: the rates are too large for a number.`,
    )
  const { interval, p } = centralRatio(a, exposureA, b, exposureB, level)
  const ratio = b === 0 ? null : (a / b) * (exposureB / exposureA)
  return {
    ratio,
    percentageChange: ratio === null ? null : asPercentage(ratio),
    difference,
    interval,
    percentageInterval: {
      lower: asPercentage(interval.lower),
      upper: interval.upper === null ? null : asPercentage(interval.upper),
    },
    p,
    level,
    method: 'exact central',
  }
}

const asPercentage = (ratio: number) => 100 * (ratio - 1)
