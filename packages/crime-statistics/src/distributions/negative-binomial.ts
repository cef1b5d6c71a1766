import { quantileByTail } from './discrete-quantile.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile } from './normal.ts'
import { poissonAtLeast } from './poisson.ts'

/** Counts of a given mean and dispersion, variance = dispersion × mean: Poisson at 1, negative binomial above. */
export interface CountDistribution {
  mean: number
  dispersion: number
}

/** P(X ≥ n). */
export function countUpperTail(n: number, { mean, dispersion }: CountDistribution): number {
  if (n <= 0) return 1
  if (mean === 0) return 0
  if (dispersion - 1 > 1e-12 * Math.max(1, mean))
    return incompleteBeta(n, mean / (dispersion - 1), (dispersion - 1) / dispersion, 1 / dispersion)
  return poissonAtLeast(n, mean)
}

/** The smallest count that is exceeded with a probability of at most alpha. */
export function countQuantile(alpha: number, distribution: CountDistribution): number {
  const { mean, dispersion } = distribution
  const guess = mean + Math.sqrt(mean * dispersion) * normalQuantile(1 - alpha)
  return quantileByTail((k) => countUpperTail(k + 1, distribution), alpha, guess)
}
