import erfc from '@stdlib/math-base-special-erfc'
import erfcinv from '@stdlib/math-base-special-erfcinv'

/**
 * z such that the middle `level` of a standard normal distribution lies between −z and z: 1.96 for 0.95. By the tail,
 * which keeps its digits at levels near 1.
 */
export const normalTwoSided = (level: number) => Math.SQRT2 * erfcinv(1 - level)

/** Probability of a standard normal value at least as far from 0 as z, on either side. */
export const normalTwoSidedP = (z: number) => erfc(Math.abs(z) / Math.SQRT2)

/**
 * z below which a standard normal value falls with probability p. By the inverse of erfc, which keeps small p apart:
 * the quantile of @stdlib 0.3 is 4e-7 off at p = 1e-12 and infinite from 1e-17.
 */
export const normalQuantile = (p: number) => 0 - Math.SQRT2 * erfcinv(2 * p) // 0 − …, so that the median is 0 and not −0

/** Probability of a standard normal value above z. Small tails keep their digits; the lower tail is that of −z. */
export const normalUpperTail = (z: number) => 0.5 * erfc(z / Math.SQRT2)
