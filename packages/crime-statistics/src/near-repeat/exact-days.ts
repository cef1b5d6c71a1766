import { requireList, shown } from '../check-inputs.ts'
import type { ExactDays } from './days.ts'

/** From this many dates in several months, all of them the first of one is no accident: 1 in 30^10. */
const MONTHS_IN_DISGUISE = 10

/**
 * Which events have a known day? Those that you hand to this function: near-repeat tests take nothing else.
 *
 * A date counts as written: a time after it is left unread, so that nobody's clock or zone moves an event to the day
 * before. Where the crime happened between two dates, choose one rule, such as the earlier date, and say it. Ten dates
 * or more that are all the first of a month are refused as months in disguise.
 *
 * @formula days from 1 January 1970 to the written date
 * @use for the partnership's own records, before {@link knoxTable}
 * @avoid for data.police.uk, which gives months only: {@link monthOnlyDays} says so
 * @param dates one per event: 'YYYY-MM-DD', with or without a time after it, or whole days counted from any one start
 * @returns days, marked as exact
 * @throws TypeError if dates is not an array of text and numbers; RangeError if one is no date of the calendar, no whole number, or a month, or all are the first of a month
 * @see Johnson SD, Bernasco W, Bowers KJ, Elffers H, Ratcliffe J, Rengert G, Townsley M (2007). Space–time patterns of risk: a cross national assessment of residential burglary victimization. Journal of Quantitative Criminology 23: 201–219. doi:10.1007/s10940-007-9025-3
 * @example exactDays(['1970-01-02', '1970-02-01T23:30']).day[1] // 31
 * @example exactDays([3, 10]).precision // 'day'
 */
export function exactDays(dates: ArrayLike<string | number>): ExactDays {
  requireList(dates, 'dates')
  const day = Int32Array.from(dates as ArrayLike<string | number>, (date, i) => {
    if (typeof date === 'number') return wholeDay(date, i)
    if (typeof date === 'string') return writtenDay(date, i)
    throw new TypeError(`dates[${i}] is ${shown(date)}: give 'YYYY-MM-DD' or a whole number of days.`)
  })
  if (looksMonthly(dates))
    throw new RangeError(
      `all ${dates.length} dates are the first of a month: months are no days; give them to monthOnlyDays(months).`,
    )
  return { precision: 'day', day } as ExactDays
}

function wholeDay(day: number, i: number): number {
  if (!Number.isInteger(day) || Math.abs(day) > 1e8)
    throw new RangeError(`dates[${i}] is ${day}: give a whole number of days.`)
  return day
}

function writtenDay(date: string, i: number): number {
  const refused = (reason: string) => new RangeError(`dates[${i}] is ${shown(date)}: ${reason}`)
  if (/^\d{4}-\d{2}$/.test(date)) throw refused('a month is no day; give months to monthOnlyDays(months).')
  const [, year, month, dayOfMonth] = date.match(/^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/) ?? []
  if (dayOfMonth === undefined) throw refused("give 'YYYY-MM-DD'.")
  const time = new Date(0)
  time.setUTCFullYear(Number(year), Number(month) - 1, Number(dayOfMonth))
  if (time.getUTCMonth() !== Number(month) - 1 || time.getUTCDate() !== Number(dayOfMonth))
    throw refused('give a date of the calendar.')
  return time.getTime() / 86_400_000
}

function looksMonthly(dates: ArrayLike<string | number>): boolean {
  if (dates.length < MONTHS_IN_DISGUISE) return false
  const firsts = new Set<string>()
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i]!
    if (typeof date === 'number' || date.slice(8, 10) !== '01') return false
    firsts.add(date.slice(0, 7))
  }
  return firsts.size > 1
}
