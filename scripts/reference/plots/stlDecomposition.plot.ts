import * as Plot from '@observablehq/plot'
import { stlDecomposition } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, INK, RULE } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'
import { inventedMonths, monthDates } from './invented-months.ts'

/** Five years taken apart. */
export function plot() {
  const counts = inventedMonths(60, { riseAt: 30 })
  const dates = monthDates(60)
  const { season, trend, remainder } = stlDecomposition(counts, { robust: true })
  const parts = { recorded: counts, trend, season, remainder }
  const rows = Object.entries(parts).flatMap(([part, values]) =>
    dates.map((month, i) => ({ part, month, value: values[i]! })),
  )
  return drawing(
    {
      title: 'A season that comes back every summer, and a trend that turns up',
      subtitle: 'Incidents a month: recorded, and taken apart into trend, season and remainder',
      description: `Sixty months of counts in four panels. The season swings by about ${Math.round(Math.max(...season))} either side; the trend falls to ${Math.round(Math.min(...trend))} and then rises to ${Math.round(Math.max(...trend))} over a year and a half, although the counts were made with a step in one month.`,
    },
    {
      height: 420,
      marginLeft: 90,
      x: { type: 'utc' },
      fy: { domain: Object.keys(parts), axis: 'left', label: null },
      y: { axis: 'right', ticks: [0, 100, 200], label: null },
      facet: { data: rows, y: 'part' },
      marginRight: 44,
      marks: [
        Plot.frame({ stroke: RULE }),
        Plot.line(rows, {
          x: 'month',
          y: 'value',
          stroke: (row: { part: string }) => (row.part === 'trend' ? ACCENT : INK),
          strokeWidth: 1.8,
        }),
      ],
    },
  )
}
