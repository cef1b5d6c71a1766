import type { LocatedPoints } from '../snapped/located-points.ts'
import { cellsOfPoints } from './cells-of-points.ts'
import type { Grid } from './grid.ts'

export interface CountsByCell {
  /** events in each cell, 0 where there are none */
  counts: Uint32Array
  /** events in no cell: say on the map how many are not shown */
  outside: number
}

/**
 * How many events lie in each cell? Every cell has a count, 0 included. Which cell an event at the edge of two belongs
 * to, and what `reach` does, is told at {@link cellsOfPoints}.
 *
 * @formula counts_c = number of events with cell c
 * @use before {@link giStarOnGrid}, {@link moranI} and {@link predictionAccuracy}
 * @avoid for snapped points with cells finer than {@link finestCellFor}: refused
 * @param grid squares or hexagons
 * @param points places of events, exact or snapped, of the period of interest
 * @param reach longest distance from an event in no cell to the centre of the cell that counts it, metres; 0 when left out
 * @returns counts by cell and the number of events that are in none
 * @throws TypeError if points does not say how exact it is; RangeError if cells are too fine for snapped points or reach
 *   is below 0
 * @example countsByCell(squareGrid({ west: 0, south: 0, east: 500, north: 250 }, 250), exactPoints([10, 20, 600], [10, 0, 10])) // { counts: [2, 0], outside: 1 }
 */
export function countsByCell(grid: Grid, points: LocatedPoints, reach = 0): CountsByCell {
  const cells = cellsOfPoints(grid, points, reach)
  const counts = new Uint32Array(grid.x.length)
  let outside = 0
  for (const cell of cells)
    if (cell < 0) outside++
    else counts[cell]!++
  return { counts, outside }
}
