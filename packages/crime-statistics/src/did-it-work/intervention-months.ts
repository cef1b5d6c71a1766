import { requireWholeFrom } from '../check-inputs.ts'
import type { MonthlySeries } from '../is-it-changing/monthly-series.ts'
import { usableMonthsOf } from '../is-it-changing/monthly-series.ts'

/** One month that has a count and is not removed. */
export interface InterventionMonth {
  /** its place in the series, from 0 */
  place: number
  count: number
  days: number
  monthOfYear: number
}

/** Fewer months than these before and after, or altogether, cannot tell an effect from season and trend. */
export const LEAST_BEFORE = 12
export const LEAST_AFTER = 6
export const LEAST_ALTOGETHER = 36

/** The usable months of a series with an intervention, enough of them on either side. */
function interventionMonths(series: MonthlySeries, start: number, name: string): InterventionMonth[] {
  usableMonthsOf(series) // refuses what is no series
  requireWholeFrom(start, 'start', 1, Math.max(1, series.counts.length - 1))
  const months: InterventionMonth[] = []
  for (let place = 0; place < series.counts.length; place++) {
    const count = series.counts[place] as number | null
    if (count !== null && !series.removed?.[place])
      months.push({ place, count, days: series.days[place]!, monthOfYear: series.monthsOfYear[place]! })
  }
  const before = months.filter(({ place }) => place < start)
  const after = months.filter(({ place }) => place >= start)
  if (before.length < LEAST_BEFORE || after.length < LEAST_AFTER || months.length < LEAST_ALTOGETHER)
    throw new RangeError(
      `${name}counts has ${before.length} months before the start and ${after.length} after: give at least ${LEAST_BEFORE} and ${LEAST_AFTER}, and ${LEAST_ALTOGETHER} altogether.`,
    )
  for (const [side, some] of [
    ['before', before],
    ['after', after],
  ] as const)
    if (some.every(({ count }) => count === 0))
      throw new RangeError(
        `${name}counts has no event ${side} the start: there is no ratio to estimate. Compare the two totals with compareCounts.`,
      )
  return months
}

/** The months that a model takes, and the months of the year among them, in order. */
export interface ModelledMonths {
  months: InterventionMonth[]
  monthsOfYear: number[]
}

/**
 * The usable months of a series whose month of the year ever had an event. In the others nothing was expected and nothing
 * seen: they say nothing of trend or effect, and their own effect would have no end.
 */
export function modelledMonths(series: MonthlySeries, start: number, name = ''): ModelledMonths {
  const usable = interventionMonths(series, start, name)
  const seen = new Set(usable.flatMap(({ count, monthOfYear }) => (count > 0 ? [monthOfYear] : [])))
  return {
    months: usable.filter(({ monthOfYear }) => seen.has(monthOfYear)),
    monthsOfYear: [...seen].sort((a, b) => a - b),
  }
}

/** What sets a series' months apart whatever the initiative: a level, a yearly trend, an effect of each month of the year. */
export const courseOf = ({ place, monthOfYear }: InterventionMonth, monthsOfYear: readonly number[]): number[] => [
  1,
  place / 12,
  ...monthsOfYear.slice(1).map((month) => Number(monthOfYear === month)),
]
