import * as Plot from '@observablehq/plot'
import { xmrChart } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, GREY_TINT, INK, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'
import { inventedMonths, monthDates } from './invented-months.ts'

/** Three years without a season, and one odd month. */
export function plot() {
  const counts = inventedMonths(36, { level: 60, swing: 0, seed: 13 }).map((count, i) =>
    Math.round(i === 27 ? 122 : 60 + (count - 60) / 2),
  )
  const months = monthDates(36)
  const { centre, lower, upper, outside } = xmrChart(counts, { baseline: 24 })
  const rows = counts.map((count, i) => ({ count, month: months[i]!, outside: outside.includes(i) }))
  const odd = rows.filter((row) => row.outside)
  return drawing(
    {
      title: `${odd.length === 1 ? 'One month stands' : `${odd.length} months stand`} out from the usual to and fro`,
      subtitle: `Incidents a month; centre ${centre.toFixed(1)}, limits ${lower.toFixed(1)} to ${upper.toFixed(1)} from the first 24 months`,
      description: `Thirty-six months of counts, with a grey band of the expected range. ${odd.map((row) => row.count).join(', ')} lies outside it.`,
    },
    {
      x: { type: 'utc', label: null },
      y: { label: 'incidents', domain: [0, 130] },
      marks: [
        Plot.rectY([0], { x1: months[0], x2: months[35], y1: Math.max(0, lower), y2: upper, fill: GREY_TINT }),
        Plot.ruleY([centre], { stroke: OTHER, strokeDasharray: '4 3' }),
        Plot.line(rows, { x: 'month', y: 'count', stroke: INK }),
        Plot.dot(rows, {
          x: 'month',
          y: 'count',
          r: (row: { outside: boolean }) => (row.outside ? 6 : 2.5),
          fill: (row: { outside: boolean }) => (row.outside ? ACCENT : INK),
        }),
        Plot.text(odd, {
          x: 'month',
          y: 'count',
          text: () => 'beyond the limit',
          dx: -10,
          textAnchor: 'end',
          fontWeight: 'bold',
        }),
      ],
    },
  )
}
