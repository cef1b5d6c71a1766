import { requireLevel, requirePositive, requireProportion } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'

/**
 * Between which limits does a weighted share lie, when the answers behind it are not at hand? Wilson's interval on
 * Kish's effective size, for which weights and shares are enough. Defined for shares of 0 and 1 too.
 *
 * @formula (p + z²/2m ± z√(p(1 − p)/m + z²/4m²)) / (1 + z²/m), m the effective size
 * @use where no linearised standard error is at hand; with `effectiveSize` of {@link kishEffect}
 * @avoid where {@link weightedShareInterval} can be had: raking often makes shares surer than the weights suggest
 * @param share weighted share, 0 to 1
 * @param effectiveSize size of an equally weighted sample that says as much, above 0
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns lower and upper limits as proportions
 * @throws RangeError if share is outside 0 to 1, effectiveSize is not above 0, or level is outside 0 to 1
 * @see Wilson EB (1927). Probable inference, the law of succession, and statistical inference. JASA 22: 209–212. doi:10.1080/01621459.1927.10502953
 * @see Kish L (1965). Survey Sampling. New York: Wiley.
 * @example kishWilsonInterval(0.42, 376) // { lower: 0.3712, upper: 0.4705 }
 */
export function kishWilsonInterval(share: number, effectiveSize: number, level = 0.95): Interval {
  requireProportion(share, 'share')
  requirePositive(effectiveSize, 'effectiveSize')
  requireLevel(level)
  const z2 = normalTwoSided(level) ** 2
  const root = Math.sqrt((z2 * share * (1 - share)) / effectiveSize + (z2 / (2 * effectiveSize)) ** 2)
  const middle = share + z2 / (2 * effectiveSize)
  const whole = 1 + z2 / effectiveSize
  return {
    lower: share === 0 ? 0 : Math.max(0, (middle - root) / whole),
    upper: share === 1 ? 1 : Math.min(1, (middle + root) / whole),
  }
}
