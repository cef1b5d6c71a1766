import { requireWholeFrom, requireYesOrNo } from '../../check-inputs.ts'
import type { Neighbours } from '../neighbours/neighbours.ts'
import { type Grid, requireWholeGrid } from './grid.ts'

/**
 * Which cells of a grid are neighbours? Those that can be reached in at most `rings` steps from a cell to one that
 * touches it.
 *
 * A square touches the eight around it (queen), or the four that share a side with it (rook) where `corners` is false.
 * A hexagon touches six; it has no neighbour by a corner alone. Steps may lead over places that are not cells of the
 * grid, such as a lake. Cells at the edge have fewer neighbours.
 *
 * @formula squares: max(|Δcolumn|, |Δrow|) ≤ rings with corners, |Δcolumn| + |Δrow| ≤ rings without
 * @formula hexagons: (|Δq| + |Δr| + |Δq + Δr|)/2 ≤ rings in axial coordinates, q = column − (row − (row mod 2))/2, r = row
 * @use for {@link giStar}, {@link moranI} and {@link localMoran} on grids
 * @avoid for a band in metres: {@link neighboursWithin} with the centres, `neighboursWithin(grid.x, grid.y, 500)`
 * @param grid squares or hexagons
 * @param rings steps that neighbours may be apart, from 1; 1 when left out
 * @param corners whether squares that meet in a corner only touch; true when left out
 * @returns neighbours of each cell, without the cell itself
 * @throws RangeError if rings is not a whole number from 1 to 20
 * @example gridNeighbours(squareGrid({ west: 0, south: 0, east: 500, north: 500 }, 250)).index // [1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2]
 * @example gridNeighbours(squareGrid({ west: 0, south: 0, east: 500, north: 500 }, 250), 1, false).index // [1, 2, 0, 3, 0, 3, 1, 2]
 */
export function gridNeighbours(grid: Grid, rings = 1, corners = true): Neighbours {
  requireWholeGrid(grid)
  requireWholeFrom(rings, 'rings', 1, 20)
  requireYesOrNo(corners, 'corners')
  const { columns, rows, placeOf, cellAt } = grid
  const steps = [0, 1].map((odd) => stepsFrom(grid, rings, corners, odd))
  const start = new Int32Array(placeOf.length + 1)
  const index = new Int32Array(placeOf.length * steps[0]!.length)
  let found = 0
  for (let cell = 0; cell < placeOf.length; cell++) {
    const row = Math.floor(placeOf[cell]! / columns)
    const column = placeOf[cell]! % columns
    for (const [up, across] of steps[row & 1]!) {
      if (row + up < 0 || row + up >= rows || column + across < 0 || column + across >= columns) continue
      const neighbour = cellAt[(row + up) * columns + column + across]!
      if (neighbour >= 0) index[found++] = neighbour
    }
    start[cell + 1] = found
  }
  return { start, index: index.slice(0, found), weight: null }
}

/** Steps up and across to the neighbours of a cell in an even or odd row, in order of place. */
function stepsFrom({ shape }: Grid, rings: number, corners: boolean, odd: number): [up: number, across: number][] {
  const steps: [number, number][] = []
  for (let up = -rings; up <= rings; up++)
    for (let across = -2 * rings; across <= 2 * rings; across++) {
      // rows of hexagons are shifted to the east by turns: columns become axial when the shifts are taken off
      const q = across - (up - ((odd + up) & 1) + odd) / 2
      const squares = corners ? Math.max(Math.abs(across), Math.abs(up)) : Math.abs(across) + Math.abs(up)
      const apart = shape === 'square' ? squares : (Math.abs(q) + Math.abs(up) + Math.abs(q + up)) / 2
      if (apart > 0 && apart <= rings) steps.push([up, across])
    }
  return steps
}
