import cdf from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** t such that the middle `level` of Student's t with these degrees of freedom lies between −t and t. */
export const tTwoSided = (level: number, degreesOfFreedom: number) => -quantile((1 - level) / 2, degreesOfFreedom)

/** Probability of a value at least as far from 0 as t, on either side. */
export const tTwoSidedP = (t: number, degreesOfFreedom: number) => 2 * cdf(-Math.abs(t), degreesOfFreedom)
