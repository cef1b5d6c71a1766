import { requireCount, requireExposures, requireLevel } from '../check-inputs.ts'
import { normalTwoSided, normalTwoSidedP } from '../distributions/normal.ts'
import type { OpenInterval } from '../interval.ts'
import { wilsonLimits } from '../what-share/wilson-limits.ts'

export interface ScoreComparison {
  /** rate of a divided by rate of b; null when b is 0 */
  ratio: number | null
  /** limits of the ratio; `upper` is null (no upper limit) when b is 0 */
  interval: OpenInterval
  /** how far a is from its expected share of the events, in standard deviations; null when there is no event */
  z: number | null
  /** two-sided p-value of equal rates from z; null when there is no event */
  p: number | null
  /** confidence level of the limits, as a proportion */
  level: number
  method: 'score'
}

/**
 * How many standard deviations is a count from its share of two periods or areas together? The z that many reports
 * print; its p-value and interval agree with each other and are close to the exact ones from about 10 events on each
 * side.
 *
 * @formula z = (a − N·s)/√(N·s·(1 − s)), N = a + b, s = exposureA/(exposureA + exposureB); limits: Wilson's for the share
 *   a/N, turned into odds and multiplied by exposureB/exposureA
 * @use for a z-score, or for many comparisons of large counts
 * @avoid for few events (compareCounts), and for monthly crime, which varies more than chance (changeInterval)
 *
 * @param a events of interest: a whole number, 0 or more
 * @param exposureA days, people or other exposure of a, above 0
 * @param b events it is set against
 * @param exposureB exposure of b, in the same unit
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns ratio with interval, z and p. Without an event there is no z and the interval is everything from 0 up
 * @throws RangeError if a count is not whole or is below 0, an exposure is not above 0, or level is outside 0 to 1
 * @see Rao CR (1948). Large sample tests of statistical hypotheses concerning several parameters. Mathematical Proceedings of the Cambridge Philosophical Society 44: 50–57. doi:10.1017/S0305004100023987
 * @example scoreComparison(10, 365, 19, 366) // { ratio: 0.5278, z: -1.6639, p: 0.0961, interval: { lower: 0.2498, upper: 1.1152 } }
 */
export function scoreComparison(
  a: number,
  exposureA: number,
  b: number,
  exposureB: number,
  level = 0.95,
): ScoreComparison {
  requireCount(a, 'a')
  requireCount(b, 'b')
  requireExposures(exposureA, 'exposureA', exposureB, 'exposureB')
  requireLevel(level)
  const n = a + b
  if (n === 0) return { ratio: null, interval: { lower: 0, upper: null }, z: null, p: null, level, method: 'score' }
  const perUnit = exposureB / exposureA
  const total = exposureA + exposureB
  const z =
    (a * (exposureB / total) - b * (exposureA / total)) / Math.sqrt(n * (exposureA / total) * (exposureB / total))
  const z2 = normalTwoSided(level) ** 2
  const [ofA, ofB] = [wilsonLimits(a, n, z2), wilsonLimits(b, n, z2)]
  return {
    ratio: b === 0 ? null : (a / b) * perUnit,
    interval: {
      lower: (ofA.lower / ofB.upper) * perUnit,
      upper: b === 0 ? null : (ofA.upper / ofB.lower) * perUnit,
    },
    z,
    p: normalTwoSidedP(z),
    level,
    method: 'score',
  }
}
