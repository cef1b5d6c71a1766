import { incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile } from './normal.ts'
import { binomialMass } from './saddle-point.ts'

/** The value that a beta distribution stays below with probability p (`lower`), or exceeds with probability p (`upper`). */
export function betaQuantile(p: number, alpha: number, beta: number, side: 'lower' | 'upper' = 'lower'): number {
  const odds = betaQuantileOdds(p, alpha, beta, side)
  return odds === Infinity ? 1 : odds / (1 + odds)
}

/**
 * The same as odds, x/(1 − x), which keep their digits near 0 and far above 1. Newton's steps on the logarithm of the
 * smaller tail against the logarithm of the odds, in which it is concave, within a bracket. (@stdlib 0.2's quantile is
 * right up to some 1e12 events and astray at 2^53.)
 */
export function betaQuantileOdds(p: number, alpha: number, beta: number, side: 'lower' | 'upper' = 'lower'): number {
  if (side === 'upper') return 1 / betaQuantileOdds(p, beta, alpha)
  if (p <= 0) return 0
  if (p >= 1) return Infinity
  const n = alpha + beta
  if (p > incompleteBeta(alpha, beta, alpha / n, beta / n)) return 1 / solve(1 - p, beta, alpha)
  return solve(p, alpha, beta)
}

function solve(p: number, alpha: number, beta: number): number {
  let logOdds = Math.log(alpha / beta) + normalQuantile(p) * Math.sqrt(1 / alpha + 1 / beta)
  let low = -Infinity
  let high = Infinity
  for (let i = 0; i < 200; i++) {
    const odds = Math.exp(logOdds)
    const [x, y] = [odds / (1 + odds), 1 / (1 + odds)]
    const found = incompleteBeta(alpha, beta, x, y)
    if (found > p) high = logOdds
    else low = logOdds
    const slope = binomialMass(alpha, beta, x, y) * ((alpha / (alpha + beta)) * beta) // of the tail against log odds
    const change = (Math.log(found / p) * found) / slope
    const next = logOdds - change
    if (Math.abs(change) < 1e-15 * Math.max(1, Math.abs(logOdds))) return Math.exp(next)
    logOdds = next > low && next < high ? next : between(low, high)
    if (high - low < 1e-15 * Math.abs(high)) break
  }
  return Math.exp(logOdds)
}

function between(low: number, high: number): number {
  if (low === -Infinity) return high - 1
  return high === Infinity ? low + 1 : (low + high) / 2
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
