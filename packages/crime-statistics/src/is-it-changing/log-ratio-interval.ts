import { requireCount, requireExposures, requireLevel, requirePositive } from '../check-inputs.ts'
import { normalTwoSided, normalTwoSidedP } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'

/**
 * Limits are at most this far from the ratio on the log scale: a factor of 10^260, which says that nothing is known.
 */
const MOST = 600

export interface LogRatio {
  ratio: number
  /** limits of the ratio */
  interval: Interval
  /** standard error of ln ratio, φ included */
  standardError: number
  /** ln ratio in standard errors */
  z: number
  /** two-sided p-value of equal rates from z */
  p: number
}

/**
 * How many times as high is one rate as another, when counts vary more than chance? The ratio with its interval on the
 * log scale, widened for a dispersion: ln ratio ± z√(φ(1/a + 1/b)). With φ = 1 it is the usual Poisson (log-Wald)
 * interval.
 *
 * @formula ratio = (a/exposure_a) ÷ (b/exposure_b); limits = ratio × exp(± z√(φ(1/a + 1/b)))
 * @use where a dispersion is known and both counts are above 0, such as a relative effect or a comparison of busy
 *   places
 * @avoid for counts below about 10 or of 0, where {@link compareCounts} is exact; with φ = 1 for monthly crime,
 *   which varies more than chance
 * @param a events of interest: a whole number, 1 or more (the logarithm of 0 has no interval)
 * @param exposureA days or other exposure of a, above 0
 * @param b events it is set against: 1 or more
 * @param exposureB exposure of b, in the same unit
 * @param phi dispersion, above 0: 1 for Poisson; see {@link monthlyDispersion}
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns ratio of the rates, its limits and the two-sided p-value of equal rates
 * @throws RangeError if a count is not whole or is 0, an exposure or phi is not above 0, or level is outside 0 to 1
 * @see McCullagh P, Nelder JA (1989). Generalized Linear Models, 2nd edition. London: Chapman and Hall, section 6.2.
 * @example logRatioInterval(2564, 365, 1905, 365, 1).interval // { lower: 1.2685, upper: 1.4281 }
 */
export function logRatioInterval(
  a: number,
  exposureA: number,
  b: number,
  exposureB: number,
  phi: number,
  level = 0.95,
): LogRatio {
  requireCount(a, 'a')
  requireCount(b, 'b')
  if (a === 0 || b === 0)
    throw new RangeError(`a is ${a} and b is ${b}: give counts of 1 or more, or use compareCounts, which takes 0.`)
  requireExposures(exposureA, 'exposureA', exposureB, 'exposureB')
  requirePositive(phi, 'phi')
  requireLevel(level)
  const ratio = (a / b) * (exposureB / exposureA)
  const se = Math.sqrt(phi * (1 / a + 1 / b))
  const margin = Math.exp(Math.min(normalTwoSided(level) * se, MOST)) // so that the upper limit stays a number
  const z = Math.log(ratio) / se
  return {
    ratio,
    interval: { lower: ratio / margin, upper: ratio * margin },
    standardError: se,
    z,
    p: normalTwoSidedP(z),
  }
}
