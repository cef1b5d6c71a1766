import { isDrawable } from '../numbers.ts'
import type { MonthCount, MonthlySeries, Point } from './series.ts'

const isShown = ({ value, status }: MonthCount) => status !== 'missing' && isDrawable(value)

/** Every month that has a count, with its place. */
export const pointsOf = (months: MonthCount[]): Point[] =>
  months.flatMap((count, at) =>
    isShown(count) ? [{ at, month: count.month, value: count.value!, incomplete: count.status === 'incomplete' }] : [],
  )

/** Places of neighbouring months without a count, both ends included. */
export function missingRuns(months: MonthCount[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  months.forEach((count, at) => {
    if (isShown(count)) return
    const last = runs.at(-1)
    if (last && last.to === at - 1) last.to = at
    else runs.push({ from: at, to: at })
  })
  return runs
}

/**
 * Counts that a line may join: no missing month between them, no change in recording, all complete. A step to or from an
 * incomplete month is a run of its own in `tentative`, drawn broken.
 */
export function joinedRuns({ months, breaks = [] }: Pick<MonthlySeries, 'months' | 'breaks'>) {
  const starts = new Set(breaks.map(({ month }) => month))
  const solid: Point[][] = []
  const tentative: Point[][] = []
  let before: Point | undefined
  for (const point of pointsOf(months)) {
    const joins = before !== undefined && before.at === point.at - 1 && !starts.has(point.month)
    if (joins && (point.incomplete || before!.incomplete)) tentative.push([before!, point])
    if (!point.incomplete) {
      if (joins && !before!.incomplete) solid.at(-1)!.push(point)
      else solid.push([point])
    }
    before = point
  }
  return { solid, tentative }
}
