import { requireCount, requireKnown, requireWholeFrom, requireYesOrNo } from '../check-inputs.ts'
import type { ShownNumber } from './shown-number.ts'

export interface ShowCountOptions {
  /** counts from 1 up to but not including this are hidden: 5, or 10 for sensitive types */
  threshold?: number
  /** hide a count of 0 as well; false */
  hideZeros?: boolean
  /** show it whatever its value, by an authorised exception */
  exempt?: boolean
}

/**
 * May this count be printed? Counts of 1 to 4 become `<5`; zero is shown, as it describes nobody, unless asked otherwise.
 * For a count that stands alone: where a total is printed near it, hide by the whole table ({@link hideSmallCounts}).
 *
 * @formula shown if 0 or ≥ threshold, or exempt
 * @use for single figures in text and on maps
 * @avoid for cells of a table with totals, where subtraction tells what is hidden; a threshold of 2, which hides 1 alone, so
 *   that `<2` says it
 * @param count the true count
 * @param options threshold, zero, exception
 * @returns value (null if hidden), what to print, and why it is hidden
 * @throws TypeError if an option has another name; RangeError if count is not whole, or threshold is not a whole number of 1 or more
 * @example showCount(3) // { value: null, print: '<5', hidden: 'small count' }
 * @example showCount(0) // { value: 0, print: '0', hidden: null }
 */
export function showCount(count: number, options: ShowCountOptions = {}): ShownNumber {
  requireKnown(options, ['threshold', 'hideZeros', 'exempt'])
  const { threshold = 5, hideZeros = false, exempt = false } = options
  requireCount(count, 'count')
  requireWholeFrom(threshold, 'threshold', 1)
  requireYesOrNo(hideZeros, 'hideZeros')
  requireYesOrNo(exempt, 'exempt')
  if (exempt || count >= threshold || (count === 0 && !hideZeros))
    return { value: count, print: String(count), hidden: null }
  return { value: null, print: `<${threshold}`, hidden: count === 0 ? 'zero' : 'small count' }
}
