import { finiteNumbers, requireSameLength, requireWholeFrom } from '../../check-inputs.ts'
import { type Grid, requireWholeGrid } from '../grid/grid.ts'
import { gridNeighbours } from '../grid/grid-neighbours.ts'
import { giStar, withoutRest } from './gi-star.ts'
import { type HotSpotScores, scored } from './scores.ts'
import { allTheSame, spreadOf } from './spread.ts'
import { threeByThreeSums } from './three-by-three-sums.ts'

/**
 * Which cells of a grid are hot spots? Gi* of each cell with the cells that touch it: eight around a square, six around
 * a hexagon, fewer at the edge.
 *
 * The same scores as {@link giStar} with {@link gridNeighbours}; sums over blocks of 3 × 3 squares make it fast. For a
 * wider neighbourhood, such as all cells within 500 m, use those two or {@link neighboursWithin}.
 *
 * @formula z_i = (S_i − x̄ W_i) / (s √((n W_i − W_i²)/(n − 1))): S_i sum over the cell and those that touch it, W_i their number
 * @use for counts of exact points by cells
 * @avoid for snapped points with cells finer than {@link finestCellFor}: use LSOAs and {@link giStar} with {@link polygonNeighbours}
 * @param grid the grid that was counted over
 * @param counts one count, or other value, for each cell of the grid, empty cells too
 * @returns z, p, adjusted p and category for each cell; null when all counts are the same: nothing stands out then
 * @throws TypeError if counts is not an array of numbers; RangeError if a count is not finite, there is not one for each
 *   cell, or all cells touch one cell
 * @see Ord JK, Getis A (1995). Local spatial autocorrelation statistics: distributional issues and an application. Geographical Analysis 27: 286–306. doi:10.1111/j.1538-4632.1995.tb00912.x
 * @example giStarOnGrid(squareGrid({ west: 0, south: 0, east: 1000, north: 250 }, 250), [9, 8, 1, 0]).z // [1.7187, 1.1163, -1.1163, -1.7187]
 */
export function giStarOnGrid(grid: Grid, counts: ArrayLike<number>): HotSpotScores | null {
  requireWholeGrid(grid)
  const x = finiteNumbers(counts, 'counts')
  const n = x.length
  requireSameLength(n, 'counts', grid.x.length, 'grid', 'cell')
  if (grid.shape === 'hexagon') return giStar(x, gridNeighbours(grid))
  requireWholeFrom(n, 'number of cells', 2)
  if (allTheSame(x)) return null
  const { columns, rows, placeOf } = grid
  const sums = threeByThreeSums(laidOut(grid, x), columns, rows)
  const cells = threeByThreeSums(laidOut(grid, null), columns, rows)
  const { mean, squares } = spreadOf(x)
  const deviation = Math.sqrt(squares / n)
  const scale = Float64Array.from({ length: 10 }, (_, w) => 1 / (deviation * Math.sqrt((n * w - w * w) / (n - 1))))
  const z = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const place = placeOf[i]!
    const w = cells[place]!
    if (w === n) throw withoutRest(i)
    z[i] = (sums[place]! - mean * w) * scale[w]!
  }
  return scored(z)
}

/** Values, or 1 for each cell, at their places; places that are not kept count 0. */
function laidOut({ columns, rows, placeOf }: Grid, values: Float64Array | null): Float64Array {
  const places = new Float64Array(columns * rows)
  for (let i = 0; i < placeOf.length; i++) places[placeOf[i]!] = values ? values[i]! : 1
  return places
}
