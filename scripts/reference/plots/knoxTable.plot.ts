import * as Plot from '@observablehq/plot'
import { exactDays, exactPoints, knoxTable, seededRandom } from '../../../packages/crime-statistics/src/index.ts'
import { INK, PAPER, RULE, SEQUENTIAL } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

const DISTANCES = [100, 200, 300, 400]
const DAYS = [7, 14, 21, 28]

/** Burglaries of a year in a town, some followed by another near by within days. */
export function plot() {
  const random = seededRandom(17)
  const events = Array.from({ length: 400 }, () => ({ x: 4000 * random(), y: 4000 * random(), day: 365 * random() }))
  for (const { x, y, day } of events.slice(0, 70))
    events.push({ x: x + 240 * (random() - 0.5), y: y + 240 * (random() - 0.5), day: day + 10 * random() })
  const points = exactPoints(
    events.map(({ x }) => x),
    events.map(({ y }) => y),
  )
  const days = exactDays(events.map(({ day }) => Math.floor(day)))
  const { observed, ratio, pMore } = knoxTable(points, days, { distances: DISTANCES, days: DAYS, seed: 1 })
  // the same place, which here holds no pair, is left out
  const cells = DISTANCES.flatMap((distance, row) =>
    DAYS.map((upTo, column) => ({
      distance: row === 0 ? `to ${distance} m` : `${distance - 100} to ${distance} m`,
      days: column === 0 ? `0 to ${upTo}` : `${upTo - 6} to ${upTo}`,
      times: ratio[row + 1]![column]!,
      pairs: observed[row + 1]![column]!,
      p: pMore[row + 1]![column]!,
    })),
  )
  const near = cells[0]!
  return drawing(
    {
      title: `Within a week and ${DISTANCES[0]} m there are ${near.times.toFixed(1)} times as many pairs as by chance`,
      subtitle:
        'Pairs of burglaries by days and metres apart: how many times as many as when days are shuffled (* p ≤ 0.01)',
      description: `A table of four bands of distance by four of days. Nearest in both: ${near.pairs} pairs, ${near.times.toFixed(1)} times as many as by chance, p ${near.p.toFixed(3)}. Further apart in either the ratios come near to 1.`,
    },
    {
      height: 220,
      marginLeft: 88,
      padding: 0,
      x: { type: 'band', label: 'days apart', domain: cells.slice(0, 4).map((cell) => cell.days), padding: 0 },
      y: { type: 'band', label: null, domain: [0, 4, 8, 12].map((i) => cells[i]!.distance), padding: 0 },
      color: { type: 'threshold', domain: [1.25, 1.75, 2.5, 4], range: [...SEQUENTIAL] },
      marks: [
        Plot.cell(cells, { x: 'days', y: 'distance', fill: 'times', stroke: RULE }),
        Plot.text(cells, {
          x: 'days',
          y: 'distance',
          text: ({ times, p }: { times: number; p: number }) => `${times.toFixed(1)}${p <= 0.01 ? ' *' : ''}`,
          fill: ({ times }: { times: number }) => (times >= 2.5 ? PAPER : INK),
        }),
      ],
    },
  )
}
