import betainc from '@stdlib/math-base-special-betainc'
import quantile from '@stdlib/stats-base-dists-beta-quantile'

export { quantile as betaQuantile }

/** The p quantile of a beta distribution as odds, x/(1 − x). The smaller of x and 1 − x is the one computed, so that odds near 0 or far above 1 keep their digits. */
export function betaQuantileOdds(p: number, alpha: number, beta: number): number {
  const x = quantile(p, alpha, beta)
  if (x < 0.5) return x / (1 - x)
  const complement = quantile(1 - p, beta, alpha)
  return (1 - complement) / complement
}

/**
 * Probability of at least `successes` out of `successes + failures` when each has the chance `chance`; the counts may be
 * fractional. As an incomplete beta integral, so that small upper tails are not lost in 1 − (lower tail).
 */
export const binomialUpperTail = (successes: number, failures: number, chance: number) =>
  successes === 0 ? 1 : betainc(chance, successes, failures + 1)
