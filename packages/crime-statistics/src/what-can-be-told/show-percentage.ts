import { requireCount, requireKnown, requireWholeFrom } from '../check-inputs.ts'
import { roundHalfAwayFromZero } from '../how-to-print/round-half-away-from-zero.ts'
import { NOT_SHOWN, type ShownNumber } from './shown-number.ts'

export interface ShowPercentageOptions {
  /** the smallest base a percentage is taken of: 10 */
  leastBase?: number
  /** a part, or rest, from 1 up to but not including this is hidden: 5; 1 hides none */
  threshold?: number
  /** decimal places: 0 */
  places?: number
}

/**
 * May this percentage be printed? Not of a base under 10, where each person is 10 % or more; and not where the part or
 * the rest is a small count, which the percentage and its base would tell: 3 % of 100 is 3, and 97 % leaves 3.
 *
 * @formula 100 · part / whole, rounded half away from zero, if whole ≥ leastBase and neither part nor rest is small
 * @use for every percentage of partner data or survey answers that goes out
 * @avoid for a list that adds up to 100 %, where one hidden percentage is what the others leave: hide by the counts
 *   ({@link hideSmallCounts}) and show the percentages of those shown; with threshold 1 for anything but polls published by
 *   an authorised exception
 * @param part how many have the property
 * @param whole how many there are
 * @param options least base, threshold, decimal places
 * @returns value (null if hidden), what to print, and why it is hidden
 * @throws TypeError if an option has another name; RangeError if a count is not whole, or part is above whole
 * @example showPercentage(45, 136) // { value: 33, print: '33%', hidden: null }
 * @example showPercentage(5, 9) // { value: null, print: '..', hidden: 'small base' }
 */
export function showPercentage(part: number, whole: number, options: ShowPercentageOptions = {}): ShownNumber {
  requireKnown(options, ['threshold', 'leastBase', 'places'])
  const { leastBase = 10, threshold = 5, places = 0 } = options
  requireCount(part, 'part')
  requireCount(whole, 'whole')
  requireWholeFrom(leastBase, 'leastBase', 1)
  requireWholeFrom(threshold, 'threshold', 1)
  requireWholeFrom(places, 'places', 0, 10)
  if (part > whole) throw new RangeError(`part is ${part} and whole is ${whole}: the part cannot be above the whole.`)
  const rest = whole - part
  const hidden =
    whole < leastBase
      ? 'small base'
      : part > 0 && part < threshold
        ? 'small count'
        : rest > 0 && rest < threshold
          ? 'small rest'
          : null
  if (hidden) return { value: null, print: NOT_SHOWN, hidden }
  const value = roundHalfAwayFromZero((100 * part) / whole, places)
  return { value, print: `${value.toFixed(places)}%`, hidden: null }
}
