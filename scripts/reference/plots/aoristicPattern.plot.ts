import * as Plot from '@observablehq/plot'
import { aoristicPattern, seededRandom } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** Two hundred burglaries found in the evening. */
export function plot() {
  const random = seededRandom(8)
  const clock = (hours: number) =>
    `2022-03-${String(1 + Math.floor(hours / 24)).padStart(2, '0')}T${String(Math.floor(hours) % 24).padStart(2, '0')}:${String(Math.floor((hours % 1) * 60)).padStart(2, '0')}`
  const events = Array.from({ length: 200 }, (_, i) => {
    const start = 24 * (i % 20) + (random() < 0.7 ? 8 + random() * 3 : 20 + random() * 3)
    return { start: clock(start), end: clock(start + 2 + random() * 8) }
  })
  const { byHour } = aoristicPattern(events)
  const found = new Array<number>(24).fill(0)
  for (const { end } of events) found[Number(end.slice(11, 13))]!++
  const rows = byHour.map((expected, hour) => ({ hour: hour + 0.5, expected, found: found[hour]! }))
  const peak = byHour.indexOf(Math.max(...byHour))
  return drawing(
    {
      title: 'Most burglaries happen in the middle of the day, though they are found in the evening',
      subtitle: 'Burglaries by hour: shared out over the hours they can have happened in (bars), and when found (line)',
      description: `Bars for 24 hours peak at ${peak}:00 with ${Math.round(byHour[peak]!)} of 200 burglaries; a line of the times at which they were found peaks hours later.`,
    },
    {
      x: { label: 'hour of the day', domain: [0, 24], ticks: 12 },
      y: { label: 'burglaries' },
      marks: [
        Plot.rectY(rows, {
          x1: (row: Hour) => row.hour - 0.45,
          x2: (row: Hour) => row.hour + 0.45,
          y: 'expected',
          fill: ACCENT,
        }),
        Plot.line(rows, { x: 'hour', y: 'found', stroke: OTHER, strokeWidth: 2 }),
        Plot.ruleY([0], { stroke: OTHER }),
      ],
    },
  )
}

interface Hour {
  hour: number
  expected: number
  found: number
}
