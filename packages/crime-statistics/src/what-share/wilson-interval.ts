import { requireLevel } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { requireShare } from './check-share.ts'
import { wilsonLimits } from './wilson-limits.ts'

/**
 * Between which limits does a share lie? Wilson's score interval, without continuity correction: right on average,
 * never outside 0 to 1, and good for few answers. It measures chance in a random sample only: people who chose to
 * answer are not one.
 *
 * @formula (part + z²/2 ∓ z√(z²/4 + part(whole − part)/whole))/(whole + z²)
 * @use for a share of answers or of offences, shown with its uncertainty
 * @avoid for people who chose themselves to answer as if they were a sample: say so beside it
 *
 * @param part how many have the property: a whole number, 0 or more
 * @param whole how many were asked: a whole number, 1 or more
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns lower and upper limits as proportions
 * @throws RangeError if a count is not whole, part is above whole, whole is 0, or level is outside 0 to 1
 * @see Wilson EB (1927). Probable inference, the law of succession, and statistical inference. JASA 22: 209–212. doi:10.1080/01621459.1927.10502953
 * @example wilsonInterval(92, 136) // { lower: 0.5939, upper: 0.7493 }
 */
export function wilsonInterval(part: number, whole: number, level = 0.95): Interval {
  requireShare(part, whole)
  requireLevel(level)
  return wilsonLimits(part, whole, normalTwoSided(level) ** 2)
}
