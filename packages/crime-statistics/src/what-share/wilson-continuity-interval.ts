import { requireLevel, requireNotNegative } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { requireShare } from './check-share.ts'
import { wilsonUpperLimit } from './wilson-limits.ts'

/**
 * Between which limits does a share lie, by Wilson's method with continuity correction? Each limit is taken for half
 * an answer more, or less, than was given. Close to the exact {@link clopperPearsonInterval}, and as cautious.
 *
 * R's `prop.test` corrects by the smaller of ½ and the distance from half of all answers, so that for exactly half of
 * them it corrects nothing: give `Math.min(0.5, Math.abs(part - whole / 2))` to reproduce it.
 *
 * @formula with p = (part ∓ c)/whole: limits (p + z²/2n ∓ z√(p(1 − p)/n + z²/4n²))/(1 + z²/n), c the correction and n the whole
 * @use to reproduce published limits that were corrected
 * @avoid for display: wilsonInterval is right on average, this one is wider than its level says
 *
 * @param part how many have the property: a whole number, 0 or more
 * @param whole how many were asked: a whole number, 1 or more
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @param correction answers to correct by; ½ when left out
 * @returns lower and upper limits as proportions, within 0 to 1
 * @throws RangeError if a count is not whole, part is above whole, whole is 0, level is outside 0 to 1, or correction is below 0
 * @see Newcombe RG (1998). Two-sided confidence intervals for the single proportion: comparison of seven methods. Statistics in Medicine 17: 857–872, method 4.
 * @example wilsonContinuityInterval(92, 136) // { lower: 0.5901, upper: 0.7527 }
 */
export function wilsonContinuityInterval(part: number, whole: number, level = 0.95, correction = 0.5): Interval {
  requireShare(part, whole)
  requireLevel(level)
  requireNotNegative(correction, 'correction')
  const z2 = normalTwoSided(level) ** 2
  return {
    lower: 1 - upperLimit(whole - part + correction, whole, z2),
    upper: upperLimit(part + correction, whole, z2),
  }
}

const upperLimit = (part: number, whole: number, z2: number) => (part >= whole ? 1 : wilsonUpperLimit(part, whole, z2))
