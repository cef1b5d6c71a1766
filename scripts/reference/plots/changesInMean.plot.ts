import * as Plot from '@observablehq/plot'
import { changesInMean, seasonallyAdjusted } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, GREY_BAND, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'
import { inventedMonths, monthDates } from './invented-months.ts'

/** Five years with one lasting step under a season. */
export function plot() {
  const counts = inventedMonths(60, { riseAt: 33, seed: 21 })
  const dates = monthDates(60)
  const adjusted = seasonallyAdjusted(counts, { robust: true })
  const { changes, stretches } = changesInMean(adjusted)
  const steps = stretches.flatMap(({ from, to, level }) => [
    { month: dates[from]!, level },
    { month: dates[to - 1]!, level },
  ])
  const rows = dates.map((month, i) => ({ month, count: counts[i]!, adjusted: adjusted[i]! }))
  const name = (i: number) =>
    new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(dates[i])
  return drawing(
    {
      title: `The level shifted in ${changes.map(name).join(' and in ')}`,
      subtitle: 'Incidents a month as recorded (grey), without their season (line), and the levels found',
      description: `Sixty months of counts with a yearly season. With the season taken out ${stretches.length} lasting levels are found: ${stretches.map(({ level }) => Math.round(level)).join(', then ')} a month. The counts were made with a step of two fifths in July 2021.`,
    },
    {
      x: { type: 'utc', label: null },
      y: { label: 'incidents', zero: true },
      marks: [
        Plot.line(rows, { x: 'month', y: 'count', stroke: GREY_BAND, strokeWidth: 1.5 }),
        Plot.line(rows, { x: 'month', y: 'adjusted', stroke: OTHER, strokeWidth: 1.5 }),
        Plot.line(steps, { x: 'month', y: 'level', stroke: ACCENT, strokeWidth: 4 }),
        Plot.ruleX(
          changes.map((i) => dates[i]!),
          { stroke: ACCENT, strokeDasharray: '3 3' },
        ),
      ],
    },
  )
}
