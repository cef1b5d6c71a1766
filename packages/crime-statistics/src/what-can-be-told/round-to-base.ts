import { requireCount, requireWholeFrom } from '../check-inputs.ts'

/**
 * A count rounded to the nearest multiple of a base, 5 when none is named: the alternative to hiding small counts. The
 * same count always gives the same number; 1 and 2 become 0, 3 and 4 become 5. A remainder of exactly half, which only
 * even bases have, goes up.
 *
 * @formula base · ⌊count / base + 1/2⌋
 * @use for whole tables, every figure rounded by itself ({@link roundTableToBase}), with a note that totals may not add up
 * @avoid beside the exact figures or other roundings of the same counts, or for the difference of two releases: changes of
 *   one event may show
 * @param count the true count
 * @param base the multiple to round to, 5 when left out
 * @returns the nearest multiple of base
 * @throws RangeError if count is not whole, or base is not a whole number of 1 or more
 * @see Hundepool A and others (2012). Statistical Disclosure Control. Chichester: Wiley.
 * @example roundToBase(12) // 10
 * @example roundToBase(3) // 5
 */
export function roundToBase(count: number, base = 5): number {
  requireCount(count, 'count')
  requireWholeFrom(base, 'base', 1)
  const rest = count % base
  return 2 * rest < base ? count - rest : count - rest + base
}
