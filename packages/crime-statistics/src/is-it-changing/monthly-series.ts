import { requireCount, requireList, requireObject, requireSameLength, shown } from '../check-inputs.ts'

/** Counts a month, one place in each list for each month, in any order. */
export interface MonthlySeries {
  /** events in the month; null where the month is missing */
  counts: ArrayLike<number | null>
  /** 1 for January to 12 for December */
  monthsOfYear: ArrayLike<number>
  /** days in the month, or the days of it that were recorded */
  days: ArrayLike<number>
  /** true for a month to leave out, such as one on the other side of a break in recording */
  removed?: ArrayLike<boolean>
}

export interface UsableMonth {
  /** place in the lists, counted from 0 */
  place: number
  count: number
  monthOfYear: number
  days: number
}

/** The months that have a count and are not removed; every month is checked, the others too. */
export function usableMonthsOf(series: MonthlySeries): UsableMonth[] {
  requireObject(series, 'series', '{ counts: [40, 35], monthsOfYear: [1, 2], days: [31, 28] }')
  const { counts, monthsOfYear, days, removed } = series
  requireList(counts, 'counts')
  requireList(monthsOfYear, 'monthsOfYear')
  requireList(days, 'days')
  requireSameLength(monthsOfYear.length, 'monthsOfYear', counts.length, 'counts')
  requireSameLength(days.length, 'days', counts.length, 'counts')
  if (removed !== undefined) {
    requireList(removed, 'removed')
    requireSameLength(removed.length, 'removed', counts.length, 'counts')
  }
  const usable: UsableMonth[] = []
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number | null
    const monthOfYear = monthsOfYear[i] as number
    if (!Number.isInteger(monthOfYear) || monthOfYear < 1 || monthOfYear > 12)
      throw new RangeError(`monthsOfYear[${i}] is ${shown(monthOfYear)}: give 1 for January to 12 for December.`)
    const length = days[i] as number
    if (typeof length !== 'number' || !(length >= 1 && length <= 31))
      throw new RangeError(`days[${i}] is ${shown(length)}: give 1 to 31 days.`)
    if (count === null) continue
    requireCount(count, `counts[${i}]`)
    if (!removed?.[i]) usable.push({ place: i, count, monthOfYear, days: length })
  }
  return usable
}
