import { requireCount, requireMean } from '../check-inputs.ts'
import { poissonAtLeast, poissonAtMost, poissonMass } from '../distributions/poisson.ts'
import { firstBelow, lastBelow, UNLIKELY } from '../is-it-different/minlike.ts'

/**
 * How odd is this count, adding up every count that is at most as likely? The two-sided p-value that R's `poisson.test`
 * prints for one count. It can disagree with the exact interval, which belongs to twice the smaller tail
 * ({@link indirectlyStandardisedRatio}).
 *
 * @formula p = Σ P(X = k) over all k with P(X = k) ≤ P(X = observed), for X Poisson with mean `expected`; equal within 1e-7 counts as equal
 * @use to reproduce a p-value made in R
 * @avoid beside an exact interval: p may be below 0.05 although the 95 % interval holds the expected count
 *
 * @param observed events seen: a whole number, 0 or more
 * @param expected events expected, above 0
 * @returns two-sided p-value
 * @throws RangeError if observed is not whole or is below 0, or expected is not above 0
 * @see Fay MP (2010). Two-sided exact tests and matching confidence intervals for discrete data. The R Journal 2(1): 53–58. doi:10.32614/RJ-2010-008
 * @example minlikePoissonP(117, 99.49) // 0.0879
 */
export function minlikePoissonP(observed: number, expected: number): number {
  requireCount(observed, 'observed')
  requireMean(expected, 'expected')
  if (observed === expected) return 1
  const limit = poissonMass(observed, expected) * UNLIKELY
  const unlikely = (k: number) => poissonMass(k, expected) <= limit
  if (observed < expected) {
    const beyond = firstBelow(unlikely, Math.ceil(expected), Infinity)
    return Math.min(1, poissonAtMost(observed, expected) + poissonAtLeast(beyond, expected))
  }
  const beyond = lastBelow(unlikely, Math.floor(expected))
  return Math.min(1, poissonAtMost(beyond, expected) + poissonAtLeast(observed, expected))
}
