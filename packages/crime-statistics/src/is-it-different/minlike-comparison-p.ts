import { requireCount, requireExposures } from '../check-inputs.ts'
import { binomialUpperTail } from '../distributions/beta.ts'
import { binomialMass } from '../distributions/saddle-point.ts'
import { firstBelow, UNLIKELY } from './minlike.ts'

/**
 * How odd is this split of the events between two periods or areas, adding up every split that is at most as likely? The
 * two-sided p-value that R's `poisson.test` and `binom.test` print. With equal exposures it is the central p-value of
 * {@link compareCounts}; otherwise the two differ.
 *
 * @formula p = Σ P(X = k) over all k with P(X = k) ≤ P(X = a), for X binomial of a + b events with chance
 *   exposureA/(exposureA + exposureB); equal within 1e-7 counts as equal
 * @use to reproduce a p-value made in R
 * @avoid beside the exact interval, with which it can disagree; compareCounts gives the p-value that belongs to it
 *
 * @param a events of interest: a whole number, 0 or more
 * @param exposureA days, people or other exposure of a, above 0
 * @param b events it is set against
 * @param exposureB exposure of b, in the same unit
 * @returns two-sided p-value; 1 when there is no event
 * @throws RangeError if a count is not whole or is below 0, or an exposure is not above 0
 * @see Fay MP (2010). Two-sided exact tests and matching confidence intervals for discrete data. The R Journal 2(1): 53–58. doi:10.32614/RJ-2010-008
 * @example minlikeComparisonP(2, 1355, 709, 112901) // 0.0219
 */
export function minlikeComparisonP(a: number, exposureA: number, b: number, exposureB: number): number {
  requireCount(a, 'a')
  requireCount(b, 'b')
  requireExposures(exposureA, 'exposureA', exposureB, 'exposureB')
  const [share, other] = [exposureA / (exposureA + exposureB), exposureB / (exposureA + exposureB)]
  const mean = (a + b) * share
  if (a === mean) return 1
  return a < mean ? bothTails(a, b, share, other) : bothTails(b, a, other, share)
}

/** The tail up to `few`, below its mean, and the one on the far side that is as unlikely. */
function bothTails(few: number, many: number, share: number, other: number): number {
  const n = few + many
  const limit = binomialMass(few, many, share, other) * UNLIKELY
  const beyond = firstBelow((k) => binomialMass(k, n - k, share, other) <= limit, Math.ceil(n * share), n + 1)
  const lower = binomialUpperTail(many, few, other / share)
  return Math.min(1, lower + (beyond > n ? 0 : binomialUpperTail(beyond, n - beyond, share / other)))
}
