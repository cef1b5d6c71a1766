import { normalTwoSidedP } from '../../distributions/normal.ts'

/** How far a statistic is from what it would be without a pattern. */
export interface StandardScore {
  /** variance of the statistic without a pattern */
  variance: number
  /** statistic less expectation, in standard deviations; null when the variance is not above 0 */
  z: number | null
  /** two-sided p-value of z by the normal distribution; null with z */
  p: number | null
}

export function standardised(above: number, variance: number): StandardScore {
  if (!(variance > 0)) return { variance, z: null, p: null }
  const z = above / Math.sqrt(variance)
  return { variance, z, p: normalTwoSidedP(z) }
}
