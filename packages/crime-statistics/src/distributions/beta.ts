import quantile from '@stdlib/stats-base-dists-beta-quantile'
import { incompleteBeta } from './incomplete-beta.ts'

export { quantile as betaQuantile }

/**
 * The p quantile of a beta distribution as odds, x/(1 − x). The smaller of x and 1 − x is the one computed, so that
 * odds near 0 or far above 1 keep their digits.
 */
export function betaQuantileOdds(p: number, alpha: number, beta: number): number {
  const x = quantile(p, alpha, beta)
  if (x < 0.5) return x / (1 - x)
  const complement = quantile(1 - p, beta, alpha)
  return (1 - complement) / complement
}

/**
 * Probability of at least `successes` out of `successes + failures` when a success is to a failure as `odds` is to 1;
 * the counts may be fractional. As an incomplete beta integral, so that small upper tails are not lost in 1 − (lower
 * tail), and from odds, so that a chance near 1 is not rounded: to the power of a million events the rounding would
 * show.
 */
export function binomialUpperTail(successes: number, failures: number, odds: number): number {
  if (successes === 0) return 1
  return incompleteBeta(successes, failures + 1, odds / (1 + odds), 1 / (1 + odds))
}
