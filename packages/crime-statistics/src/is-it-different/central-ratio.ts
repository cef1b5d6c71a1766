import { betaQuantileOdds, binomialUpperTail } from '../distributions/beta.ts'
import type { OpenInterval } from '../interval.ts'

export interface CentralRatio {
  /** limits of the rate ratio; `upper` is null where b is 0 */
  interval: OpenInterval
  /** two-sided p-value, twice the smaller tail */
  p: number
}

/**
 * The conditional comparison of two Poisson counts: given their sum, a is binomial with chance a's share of the
 * expected events. Limits are Clopper–Pearson limits of that share turned into a ratio of rates. The counts may be
 * fractional: counts divided by a dispersion are compared as if each independent event had brought that many records.
 */
export function centralRatio(a: number, exposureA: number, b: number, exposureB: number, level: number): CentralRatio {
  const perUnit = exposureB / exposureA
  const tail = (1 - level) / 2
  const atLeast = binomialUpperTail(a, b, exposureA / exposureB)
  const atMost = binomialUpperTail(b, a, exposureB / exposureA)
  return {
    interval: {
      lower: a === 0 ? 0 : betaQuantileOdds(tail, a, b + 1) * perUnit,
      upper: b === 0 ? null : betaQuantileOdds(tail, a + 1, b, 'upper') * perUnit,
    },
    p: Math.min(1, 2 * Math.min(atLeast, atMost)),
  }
}
