import * as Plot from '@observablehq/plot'
import { interruptedTimeSeries } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, INK, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'
import { inventedMonths, monthDates } from './invented-months.ts'

/** Four years, with an initiative in the third. */
export function plot() {
  const start = 30
  const counts = inventedMonths(48, { seed: 3 }).map((count, i) => (i >= start ? Math.round(count * 0.72) : count))
  const dates = monthDates(48)
  const days = dates.map((month) => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate())
  const found = interruptedTimeSeries(
    { counts, monthsOfYear: dates.map((month) => month.getUTCMonth() + 1), days },
    { start, slopeChange: false },
  )
  const rows = dates.map((month, i) => ({
    month,
    count: counts[i]!,
    expected: found.expected[i]!,
    without: i >= start ? found.expectedWithout[i]! : undefined,
  }))
  const change = (ratio: number) => `${Math.abs(Math.round(100 * (ratio - 1)))} %`
  return drawing(
    {
      title: `It ${found.answer}: ${change(found.ratio)} fewer than without the initiative (limits ${change(found.interval.upper)} and ${change(found.interval.lower)})`,
      subtitle: 'Incidents a month; the model with the initiative (line) and what it expects without it (dashed)',
      description: `Forty-eight months. From month ${start + 1} an initiative runs. The model's line follows the season before and after; the dashed line, what was to be expected without the initiative, lies above it. Ratio ${found.ratio.toFixed(2)}, limits ${found.interval.lower.toFixed(2)} to ${found.interval.upper.toFixed(2)}.`,
    },
    {
      x: { type: 'utc', label: null },
      y: { label: 'incidents', zero: true },
      marks: [
        Plot.ruleX([dates[start]!], { stroke: OTHER }),
        Plot.text([dates[start]!], {
          x: (month: Date) => month,
          frameAnchor: 'top',
          text: () => 'initiative begins',
          dx: 6,
          textAnchor: 'start',
        }),
        Plot.dot(rows, { x: 'month', y: 'count', r: 2.5, fill: INK }),
        Plot.line(rows, { x: 'month', y: 'expected', stroke: ACCENT, strokeWidth: 2 }),
        Plot.line(
          rows.filter((row) => row.without !== undefined),
          { x: 'month', y: 'without', stroke: ACCENT, strokeWidth: 2, strokeDasharray: '5 4' },
        ),
      ],
    },
  )
}
