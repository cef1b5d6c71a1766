import * as Plot from '@observablehq/plot'
import { giStarOnGrid, seededRandom, squareGrid } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, GREY_TINT, OTHER, RULE } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** A town of 24 by 12 squares with two places where crime gathers. */
export function plot() {
  const grid = squareGrid({ west: 0, south: 0, east: 6000, north: 3000 }, 250)
  const random = seededRandom(31)
  const bump = (x: number, y: number, east: number, north: number) =>
    Math.exp(-((x - east) ** 2 + (y - north) ** 2) / 180_000)
  const counts = Array.from(grid.x, (x, i) =>
    Math.floor(
      random() * 3.2 + 9 * random() * bump(x, grid.y[i]!, 1600, 1900) + 6 * random() * bump(x, grid.y[i]!, 4400, 900),
    ),
  )
  const { adjustedP, z } = giStarOnGrid(grid, counts)!
  const rows = counts.map((count, i) => ({
    x: grid.x[i]!,
    y: grid.y[i]!,
    count,
    hot: adjustedP[i]! <= 0.05 && z[i]! > 0,
  }))
  const hot = rows.filter((row) => row.hot)
  return drawing(
    {
      title: `${hot.length} of ${rows.length} squares are hot after correction for looking at all`,
      subtitle:
        'Events in each 250 m square; filled where Gi* is significant at 5 % with the false-discovery rate held',
      description: `A grid of ${rows.length} squares with the number of events in each. ${hot.length} squares in two patches are marked as hot spots; single busy squares elsewhere are not.`,
    },
    {
      height: 246,
      marginLeft: 6,
      marginRight: 6,
      marginTop: 6,
      marginBottom: 6,
      x: { axis: null, domain: [0, 6000] },
      y: { axis: null, domain: [0, 3000] },
      marks: [
        Plot.rect(rows, {
          x1: (row: Cell) => row.x - 125,
          x2: (row: Cell) => row.x + 125,
          y1: (row: Cell) => row.y - 125,
          y2: (row: Cell) => row.y + 125,
          fill: (row: Cell) => (row.hot ? ACCENT : GREY_TINT),
          stroke: RULE,
        }),
        Plot.text(rows, { x: 'x', y: 'y', text: 'count', fill: (row: Cell) => (row.hot ? '#fff' : OTHER) }),
      ],
    },
  )
}

interface Cell {
  x: number
  y: number
  count: number
  hot: boolean
}
