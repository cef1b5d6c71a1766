/** A calendar month written `YYYY-MM`, such as `2021-09`: the finest time the street-level feed knows. Sorts as text. */
export type Month = string

/** A run of whole months, both ends included. */
export interface Period {
  from: Month
  to: Month
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Is this text a month of the calendar, `YYYY-MM`? */
export const isMonth = (text: string): boolean => MONTH.test(text)

const numberOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const fromNumber = (n: number): Month =>
  `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`

/** The month `by` months later; earlier when negative. */
export const addMonths = (month: Month, by: number): Month => fromNumber(numberOf(month) + by)

/** Every month of the period, in order; none when it ends before it starts. */
export function monthsOf({ from, to }: Period): Month[] {
  const length = numberOf(to) - numberOf(from) + 1
  return Array.from({ length: Math.max(0, length) }, (_, i) => addMonths(from, i))
}

/** The twelve whole months that end with this one: year ending September 2021 is October 2020 to September 2021. */
export const yearEnding = (to: Month): Period => ({ from: addMonths(to, -11), to })

/** Days in the period: the exposure a count of events is measured over. */
export function daysIn({ from, to }: Period): number {
  const start = Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5)) - 1, 1)
  const end = Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5)), 1)
  return Math.round((end - start) / 86_400_000)
}

/** 1 to 12: the month of the year, whatever the year. */
export const monthOfYear = (month: Month) => Number(month.slice(5))
