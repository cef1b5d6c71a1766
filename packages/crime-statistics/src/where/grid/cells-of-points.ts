import { requireNotNegative } from '../../check-inputs.ts'
import { type LocatedPoints, requireLocatedPoints } from '../snapped/located-points.ts'
import { requireCellAllowed } from '../snapped/require-exact-points.ts'
import { centreX, centreY, type Grid, requireGrid, rowHeight } from './grid.ts'

/** Hexagons that are equally near up to this, in metres, are equally near: rounding does not decide where an event is. */
const EQUALLY_NEAR = 1e-6

/**
 * Which cell does each event lie in? A square holds its west and south sides and not the others. A hexagon holds the
 * events that are nearest to its centre; one that is equally near to two or three centres, within a millionth of a
 * metre, belongs to the one counted first.
 *
 * An event where no cell is kept is in none. With `reach` it belongs to the kept cell whose centre is nearest, the one
 * counted first if two are, when that centre is at most so far away: for events that lie inside a boundary, but in a
 * cell whose centre is outside.
 *
 * @formula squares: ⌊(x − originX)/size⌋, ⌊(y − originY)/size⌋; hexagons: the least distance to a centre
 * @use for lists of events with their cells; {@link countsByCell} counts them
 * @avoid for snapped points with cells finer than {@link finestCellFor}: refused
 * @param grid squares or hexagons
 * @param points places of events, exact or snapped
 * @param reach longest distance from an event in no cell to the centre of the cell that it is given to, metres; 0 when
 *   left out, so that such an event is in none; a width or two is enough, and a long reach is slow
 * @returns for each event its cell counted from 0, or −1 for none
 * @throws TypeError if points does not say how exact it is; RangeError if cells are too fine for snapped points or reach
 *   is below 0
 * @example cellsOfPoints(squareGrid({ west: 0, south: 0, east: 500, north: 250 }, 250), exactPoints([10, 250, 600], [10, 0, 10])) // [0, 1, -1]
 * @example cellsOfPoints(squareGrid({ west: 0, south: 0, east: 500, north: 250 }, 250), exactPoints([10, 250, 600], [10, 0, 10]), 300) // [0, 1, 1]
 */
export function cellsOfPoints(grid: Grid, points: LocatedPoints, reach = 0): Int32Array {
  requireGrid(grid)
  requireLocatedPoints(points, 'points')
  requireCellAllowed(points, grid.size)
  requireNotNegative(reach, 'reach')
  const cells = new Int32Array(points.x.length)
  const nearest = grid.shape === 'square' ? squareAt : hexagonAt
  for (let i = 0; i < cells.length; i++) {
    const cell = nearest(grid, points.x[i]!, points.y[i]!)
    cells[i] = cell < 0 && reach > 0 ? cellWithin(grid, points.x[i]!, points.y[i]!, reach) : cell
  }
  return cells
}

function squareAt({ originX, originY, size, columns, rows, cellAt }: Grid, x: number, y: number): number {
  const column = Math.floor((x - originX) / size)
  const row = Math.floor((y - originY) / size)
  return column >= 0 && column < columns && row >= 0 && row < rows ? cellAt[row * columns + column]! : -1
}

function hexagonAt(grid: Grid, x: number, y: number): number {
  const below = Math.floor((y - grid.originY) / rowHeight(grid))
  let nearest = Infinity
  let place = -1
  for (let row = below; row <= below + 1; row++) {
    const before = Math.floor((x - grid.originX) / grid.size - (row & 1) / 2)
    for (let column = before; column <= before + 1; column++) {
      const distance = Math.hypot(centreX(grid, row, column) - x, centreY(grid, row) - y)
      if (distance >= nearest - EQUALLY_NEAR) continue
      nearest = distance
      const outside = column < 0 || column >= grid.columns || row < 0 || row >= grid.rows
      place = outside ? -1 : row * grid.columns + column
    }
  }
  return place < 0 ? -1 : grid.cellAt[place]!
}

/** The kept cell with the nearest centre at most `reach` away, or −1. */
function cellWithin(grid: Grid, x: number, y: number, reach: number): number {
  const { originX, originY, size, columns, rows } = grid
  const height = rowHeight(grid)
  const firstRow = Math.max(0, Math.floor((y - reach - originY) / height) - 1)
  const lastRow = Math.min(rows - 1, Math.ceil((y + reach - originY) / height))
  const firstColumn = Math.max(0, Math.floor((x - reach - originX) / size) - 1)
  const lastColumn = Math.min(columns - 1, Math.ceil((x + reach - originX) / size))
  let nearest = reach + 2 * EQUALLY_NEAR
  let cell = -1
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const candidate = grid.cellAt[row * columns + column]!
      if (candidate < 0) continue
      const distance = Math.hypot(centreX(grid, row, column) - x, centreY(grid, row) - y)
      if (distance >= nearest - EQUALLY_NEAR) continue
      nearest = distance
      cell = candidate
    }
  return cell
}
