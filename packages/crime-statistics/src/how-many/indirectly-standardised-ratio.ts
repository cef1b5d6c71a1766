import { requireChoice, requireCount, requireLevel, requireMean, requireObject } from '../check-inputs.ts'
import { poissonAtLeast, poissonAtMost } from '../distributions/poisson.ts'
import type { Interval } from '../interval.ts'
import { byarsInterval } from './byars-interval.ts'
import { exactPoissonInterval } from './exact-poisson-interval.ts'

export interface StandardisedRatioOptions {
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
  /** how the limits are made; `exact` when left out */
  method?: 'exact' | 'byar'
}

export interface StandardisedRatio {
  /** observed over expected: 1 is as many as expected */
  ratio: number
  /** its limits */
  interval: Interval
  /** exact central two-sided p-value of a ratio of 1: twice the smaller Poisson tail */
  p: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: 'exact' | 'byar'
}

/**
 * Were there more events than expected? The observed count over the one expected at the standard's rates, known in
 * health as the standardised mortality ratio (SMR). Public reports often multiply it by 100.
 *
 * The expected count is taken as known; only the observed one is uncertain. The p-value belongs to the exact limits: it
 * is at or below 1 − level just when they leave out 1. Crimes that come in runs vary more than this interval says.
 *
 * @formula ratio = O/E; limits of the count O divided by E; p = min(1, 2·min(P(X ≤ O), P(X ≥ O))) for X Poisson with mean E
 * @use for one area, or few, against a standard, with small counts by group
 * @avoid ranking areas by it: each ratio is weighted by its own area's mix of people
 *
 * @param observed events seen: a whole number, 0 or more
 * @param expected events expected, above 0; see {@link expectedEvents}
 * @param options level and method
 * @returns the ratio with its limits and p-value
 * @throws RangeError if observed is not whole or is below 0, expected is not above 0, level is outside 0 to 1, or method is another word
 * @see Breslow NE, Day NE (1987). Statistical Methods in Cancer Research, volume II. Lyon: IARC, chapter 2.
 * @example indirectlyStandardisedRatio(117, 99.49) // { ratio: 1.176, interval: { lower: 0.9726, upper: 1.4094 }, p: 0.0937 }
 */
export function indirectlyStandardisedRatio(
  observed: number,
  expected: number,
  options: StandardisedRatioOptions = {},
): StandardisedRatio {
  requireObject(options, 'options')
  const { level = 0.95, method = 'exact' } = options
  requireCount(observed, 'observed')
  requireMean(expected, 'expected')
  requireLevel(level)
  requireChoice(method, 'method', ['exact', 'byar'])
  const { lower, upper } = method === 'exact' ? exactPoissonInterval(observed, level) : byarsInterval(observed, level)
  if (!Number.isFinite(upper / expected))
    throw new RangeError(`expected is ${expected}: the ratio is too large for a number.`)
  const p = Math.min(1, 2 * Math.min(poissonAtMost(observed, expected), poissonAtLeast(observed, expected)))
  const interval = { lower: lower / expected, upper: upper / expected }
  return { ratio: observed / expected, interval, p, level, method }
}
