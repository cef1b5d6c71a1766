import { tickStep } from 'd3-array'
import { type Month, monthOfYear } from '../../../../vocabulary/period/month.ts'
import { monthShort } from '../../../../vocabulary/period/words.ts'
import { textWidth } from '../text.ts'

/** Whole-number ticks from zero, at most `most`, whose last is at or above `max`: counts have no halves. */
export function countTicks(max: number, most = 7): number[] {
  if (!(max > 0)) return [0, 1]
  for (let about = most; about > 1; about--) {
    const step = Math.max(1, tickStep(0, max, about))
    const steps = Math.ceil(max / step)
    if (steps < most) return Array.from({ length: steps + 1 }, (_, i) => i * step)
  }
  return [0, Math.ceil(max)]
}

/**
 * Months to name on the axis: ends of years, as many as fit, counted back from the latest; a range too short for two
 * ends of years names quarters or months.
 *
 * @param pixels width of the whole axis
 */
export function monthTicks(months: Month[], yearEndsIn: number, pixels: number, size: number) {
  const ends = months.flatMap((month, at) => (monthOfYear(month) === yearEndsIn ? [at] : []))
  const yearly = ends.length > 1
  const places = yearly ? ends : months.map((_, at) => at).reverse()
  const between = (pixels / Math.max(1, months.length)) * (yearly ? 12 : 1)
  const needs = textWidth('Sep 2020', size) + 10
  const fit = Math.ceil(needs / between)
  const every = yearly ? fit : ([1, 2, 3, 6, 12].find((step) => step >= fit) ?? fit)
  const last = yearly ? places.length - 1 : 0
  return {
    yearly,
    all: yearly ? ends : [],
    named: places
      .filter((_, i) => Math.abs(last - i) % every === 0)
      .map((at) => ({ at, text: monthShort(months[at]!) })),
  }
}
