import erfc from '@stdlib/math-base-special-erfc'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * z such that the middle `level` of a standard normal distribution lies between −z and z: 1.96 for 0.95. By the lower
 * tail, which keeps its digits at levels near 1.
 */
export const normalTwoSided = (level: number) => -quantile((1 - level) / 2, 0, 1)

/** Probability of a standard normal value at least as far from 0 as z, on either side. */
export const normalTwoSidedP = (z: number) => erfc(Math.abs(z) / Math.SQRT2)

/** z below which a standard normal value falls with probability p. */
export const normalQuantile = (p: number) => quantile(p, 0, 1)

/** Probability of a standard normal value above z. Small tails keep their digits; the lower tail is that of −z. */
export const normalUpperTail = (z: number) => 0.5 * erfc(z / Math.SQRT2)
