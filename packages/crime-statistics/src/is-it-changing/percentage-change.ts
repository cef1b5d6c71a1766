import { requireNotNegative } from '../check-inputs.ts'

/**
 * By how many per cent is a figure above or below another? It is a plain fact about two figures, not a finding: for
 * whether it is more than usual variation see {@link changeVerdict}. Two whole numbers give the double nearest to the
 * true quotient, so a change of exactly −10.15 % prints as −10.2 with {@link roundHalfAwayFromZero}.
 *
 * @formula 100 × (current − base) / base
 * @use wherever a change is printed as a fact, beside the two counts
 * @avoid as a finding: {@link changeVerdict} says whether it is more than usual variation; with a base under about
 *   20 print the counts instead
 * @param current the later figure, 0 or more
 * @param base the earlier figure, 0 or more
 * @returns the change in per cent of the base, unrounded; null when the base is 0 (print "n/a (was 0)")
 * @throws RangeError if a figure is below 0 or not finite, or the change is too large for a number
 * @example percentageChange(2564, 2855) // -10.1926
 * @example percentageChange(7, 0) // null
 */
export function percentageChange(current: number, base: number): number | null {
  requireNotNegative(current, 'current')
  requireNotNegative(base, 'base')
  if (base === 0) return null
  const change = (100 * (current - base)) / base // multiplying first: one rounding, at the division
  if (!Number.isFinite(change))
    throw new RangeError(`current is ${current} and base is ${base}: too far apart to compare.`)
  return change
}
