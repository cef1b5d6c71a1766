import type { Month, Period } from '../../../../vocabulary/period/month.ts'
import type { DrawingWords } from '../drawing.ts'

/** One month of one area's counts. */
export interface MonthCount {
  month: Month
  /** `null` when missing; a count with status `missing` is not drawn either */
  value: number | null
  status: 'delivered' | 'missing' | 'incomplete'
  /** the usual range for this month, when one has been worked out */
  expected?: { lower: number; upper: number } | null
}

/** A span of months that the title speaks of: the two years compared. */
export interface SeriesWindow {
  period: Period
  /** "Year ending September 2021: 2,564" */
  label: string
  /** the later of two is tinted with the accent, the earlier grey */
  kind: 'earlier' | 'later'
}

export interface MonthlySeries extends DrawingWords {
  /** every month of the range in order, the missing ones too */
  months: MonthCount[]
  /** what one count is, for the table: "Burglary" */
  measure: string
  area: string
  windows?: SeriesWindow[]
  /** changes in recording, at the first month recorded the new way: the line stops before it and starts again */
  breaks?: { month: Month; label: string }[]
  /** things that happened: "Covid restrictions" */
  events?: { period: Period; label: string }[]
  /** 1 to 12, the month that ends a year on the axis; the last month's when left out */
  yearEndsIn?: number
  /** what the grey band is, "Usual range" when left out */
  expectedLabel?: string
}

/** A month with a count that can be drawn; `at` is its place in the range, from 0. */
export interface Point {
  at: number
  month: Month
  value: number
  incomplete: boolean
}
