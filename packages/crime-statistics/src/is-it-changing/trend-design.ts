import type { Design } from '../models/fit-counts.ts'
import { type MonthlySeries, type UsableMonth, usableMonthsOf } from './monthly-series.ts'

export type TrendSeason = 'month' | 'harmonic' | 'none'

export interface TrendDesign {
  design: Design
  counts: Float64Array<ArrayBuffer>
  /** logarithm of days */
  offset: Float64Array<ArrayBuffer>
  /** place of each month in the series */
  places: number[]
  /** what each column is called; `intercept` and `trend` come first */
  names: string[]
  /** months of the year that never had an event, without a finite effect */
  emptyMonths: number[]
  /** months with a count, and effects of the model, those of emptyMonths included */
  months: number
  effects: number
  /** months that can tell of the trend: all but those of emptyMonths */
  tellingMonths: number
}

/**
 * The months with a count as a table for a log-linear model; time in years from the first place of the series. A month of
 * the year without an event has an effect of −∞ whatever the trend and says nothing about it: it is left out, unless it is
 * kept so that a fit stops where R's would.
 */
export function trendDesign(series: MonthlySeries, season: TrendSeason, keepsEmpty = false): TrendDesign {
  const usable = usableMonthsOf(series)
  requireConsecutive(series.monthsOfYear)
  const events = new Float64Array(13)
  for (const { count, monthOfYear } of usable) events[monthOfYear]! += count
  const seen = [...new Set(usable.map(({ monthOfYear }) => monthOfYear))].sort((a, b) => a - b)
  const emptyMonths = season === 'month' ? seen.filter((month) => events[month] === 0) : []
  const tells = ({ monthOfYear }: UsableMonth) => !emptyMonths.includes(monthOfYear)
  const months = keepsEmpty ? usable : usable.filter(tells)
  const levels = seen.filter((month) => !emptyMonths.includes(month)).slice(1)
  if (keepsEmpty) levels.push(...emptyMonths)
  const seasonal = seasonColumns(season, levels)
  const names = ['intercept', 'trend', ...seasonal.names]
  const values = new Float64Array(months.length * names.length)
  for (const [row, month] of months.entries()) {
    const years = month.place / 12
    values.set([1, years, ...seasonal.values(month, years)], row * names.length)
  }
  return {
    design: { rows: months.length, columns: names.length, values },
    counts: Float64Array.from(months, ({ count }) => count),
    offset: Float64Array.from(months, ({ days }) => Math.log(days)),
    places: months.map(({ place }) => place),
    names,
    emptyMonths,
    months: usable.length,
    effects: names.length + (keepsEmpty ? 0 : emptyMonths.length),
    tellingMonths: usable.filter(tells).length,
  }
}

interface SeasonColumns {
  names: string[]
  values: (month: UsableMonth, years: number) => number[]
}

function seasonColumns(season: TrendSeason, levels: number[]): SeasonColumns {
  if (season === 'month')
    return {
      names: levels.map((level) => `month${level}`),
      values: ({ monthOfYear }) => levels.map((level) => (level === monthOfYear ? 1 : 0)),
    }
  if (season === 'harmonic')
    return {
      names: ['sine', 'cosine'],
      values: (_, years) => [Math.sin(2 * Math.PI * years), Math.cos(2 * Math.PI * years)],
    }
  return { names: [], values: () => [] }
}

/** Time is read from the place in the list, so no month may be left out of it. */
function requireConsecutive(monthsOfYear: ArrayLike<number>): void {
  for (let i = 1; i < monthsOfYear.length; i++) {
    const expected = (monthsOfYear[i - 1]! % 12) + 1
    if (monthsOfYear[i] !== expected)
      throw new RangeError(
        `monthsOfYear[${i}] is ${monthsOfYear[i]} after ${monthsOfYear[i - 1]}: give every month in order, with a count of null where it is missing.`,
      )
  }
}
