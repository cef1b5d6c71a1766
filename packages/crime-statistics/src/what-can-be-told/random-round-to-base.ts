import { requireCount, requireRandom, requireWholeFrom } from '../check-inputs.ts'
import type { RandomSource } from '../random/seeded-random.ts'

/**
 * A count rounded at random to the multiple of a base above or below, right on average. The nearer one comes more
 * often, so that sums of many are closer to the truth than with {@link roundToBase}. Multiples stay as they are.
 *
 * @formula down with chance 1 − rest/base, up with chance rest/base, rest = count mod base
 * @use for tables of many small counts that others will add up
 * @avoid without a fixed seed: the same count rounded twice in two releases can be narrowed down. Rounded totals beside
 *   rounded parts can narrow them too: four times 0 of 16 or more are four times 4 (base 5)
 * @param count the true count
 * @param random source of chance, such as {@link seededRandom}
 * @param base the multiple to round to, 5 when left out
 * @returns the multiple of base below or above
 * @throws RangeError if count is not whole, or base is not a whole number of 1 or more
 * @see Hundepool A and others (2012). Statistical Disclosure Control. Chichester: Wiley.
 * @example randomRoundToBase(12, seededRandom(1)) // 10
 */
export function randomRoundToBase(count: number, random: RandomSource, base = 5): number {
  requireCount(count, 'count')
  requireRandom(random)
  requireWholeFrom(base, 'base', 1)
  const rest = count % base
  return rest > 0 && random() * base < rest ? count - rest + base : count - rest
}
