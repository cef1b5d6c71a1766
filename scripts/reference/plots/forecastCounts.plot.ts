import * as Plot from '@observablehq/plot'
import { forecastCounts } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, ACCENT_TINT, INK } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'
import { inventedMonths, monthDates } from './invented-months.ts'

const FOUR_YEARS = 48
const NEXT_YEAR = 12

/** Four years of months, and the year that follows. */
export function plot() {
  const counts = inventedMonths(FOUR_YEARS, { seed: 11 })
  const dates = monthDates(FOUR_YEARS + NEXT_YEAR)
  const { mean, intervals } = forecastCounts(counts, { horizon: NEXT_YEAR })
  const [narrow, wide] = intervals
  const past = counts.map((count, i) => ({ month: dates[i]!, count }))
  const next = mean.map((middle, h) => ({
    month: dates[FOUR_YEARS + h]!,
    middle,
    lower80: narrow!.lower[h]!,
    upper80: narrow!.upper[h]!,
    lower95: wide!.lower[h]!,
    upper95: wide!.upper[h]!,
  }))
  const least = Math.round(Math.min(...mean))
  const most = Math.round(Math.max(...mean))
  return drawing(
    {
      title: `If nothing changes, between ${least} and ${most} a month next year, most in summer`,
      subtitle: 'Incidents a month: recorded (dots), middle forecast (line), 80 % and 95 % limits (bands)',
      description: `Four years of recorded months with a season, then twelve forecast months that repeat it: the middle forecast runs from ${least} to ${most}. The 80 % band of the last month is ${Math.round(next[11]!.lower80)} to ${Math.round(next[11]!.upper80)}, the 95 % band ${Math.round(next[11]!.lower95)} to ${Math.round(next[11]!.upper95)}.`,
    },
    {
      x: { type: 'utc', label: null },
      y: { label: 'incidents', zero: true },
      marks: [
        Plot.areaY(next, { x: 'month', y1: 'lower95', y2: 'upper95', fill: ACCENT_TINT }),
        Plot.areaY(next, { x: 'month', y1: 'lower80', y2: 'upper80', fill: ACCENT, fillOpacity: 0.3 }),
        Plot.line(next, { x: 'month', y: 'middle', stroke: ACCENT, strokeWidth: 2 }),
        Plot.line(past, { x: 'month', y: 'count', stroke: INK, strokeOpacity: 0.4 }),
        Plot.dot(past, { x: 'month', y: 'count', r: 2.5, fill: INK }),
      ],
    },
  )
}
