import { requireList, shown } from '../check-inputs.ts'
import type { MonthOnlyDays } from './days.ts'

/**
 * Which events have a month but no known day? Those that you hand to this function: near-repeat tests refuse them, when
 * the program is compiled and when it runs.
 *
 * @formula 12 × (year − 1970) + month − 1
 * @use for data.police.uk and other published crime, which give the month only
 * @avoid for records with days: {@link exactDays} keeps near-repeat tests open
 * @param months one per event: 'YYYY-MM'; of a whole date only the month is read
 * @returns months, marked as such
 * @throws TypeError if months is not an array of text; RangeError if one is no month
 * @see data.police.uk. About our data: dates are given as months. data.police.uk/about
 * @example monthOnlyDays(['1970-01', '2022-09']).month[1] // 632
 * @example monthOnlyDays(['2022-09']).precision // 'month'
 */
export function monthOnlyDays(months: ArrayLike<string>): MonthOnlyDays {
  requireList(months, 'months')
  const month = Int32Array.from(months as ArrayLike<string>, (written, i) => {
    if (typeof written !== 'string') throw new TypeError(`months[${i}] is ${shown(written)}: give 'YYYY-MM'.`)
    const [, year, monthOfYear] = written.match(/^(\d{4})-(0[1-9]|1[0-2])(?:$|-)/) ?? []
    if (monthOfYear === undefined) throw new RangeError(`months[${i}] is ${shown(written)}: give 'YYYY-MM'.`)
    return 12 * (Number(year) - 1970) + Number(monthOfYear) - 1
  })
  return { precision: 'month', month } as MonthOnlyDays
}
