import { requirePositive } from '../../check-inputs.ts'
import { type Boundary, partsOf } from '../boundaries/boundary.ts'
import { boxOfParts, insideInRow } from './boundary-rows.ts'
import { type BoxInMetres, centreY, type Grid, gridOfKept, type Lattice, requireBox } from './grid.ts'

/**
 * Lay squares over a box or a boundary, to count events by. A square is kept when its centre is inside, so that squares
 * at the edge are neither all kept nor all dropped; squares without any event stay, because none is a finding too.
 *
 * In a box the first square starts in the south-west corner. In a boundary the lines are whole multiples of `size` on the
 * national grid, so that the same squares come again when the boundary is drawn anew. A centre on the west or south side
 * is inside, on the east or north side outside.
 *
 * @formula column = ⌊(x − originX)/size⌋, row = ⌊(y − originY)/size⌋, place = row × columns + column
 * @use for {@link giStarOnGrid} and {@link predictionAccuracy}: 100 to 250 m suits exact points in a town
 * @avoid for snapped points with squares finer than {@link finestCellFor}
 * @param area a box in metres, or a Polygon or MultiPolygon as in GeoJSON, in metres
 * @param size side of a square in metres
 * @returns squares as typed arrays: centres in `x` and `y`, cells counted from 0 in rows from the south-west
 * @throws TypeError if area is neither a box nor a boundary; RangeError if a number of it is not finite, size is not above
 *   0, no centre is inside or there would be more than 50 million squares
 * @example squareGrid({ west: 0, south: 0, east: 1000, north: 500 }, 250).columns // 4
 * @example squareGrid({ west: 0, south: 0, east: 1000, north: 500 }, 250).x // [125, 375, 625, 875, 125, 375, 625, 875]
 * @example squareGrid({ type: 'Polygon', coordinates: [[[0, 0], [600, 0], [0, 600], [0, 0]]] }, 250).x // [125, 375, 125]
 */
export function squareGrid(area: BoxInMetres | Boundary, size: number): Grid {
  requirePositive(size, 'size')
  const shape = 'square'
  if ('type' in Object(area)) {
    const parts = partsOf(area as Boundary, 'area')
    const { west, south, east, north } = boxOfParts(parts)
    const [column, row] = [Math.floor(west / size), Math.floor(south / size)]
    const lattice: Lattice = {
      shape,
      size,
      originX: column * size,
      originY: row * size,
      columns: Math.ceil(east / size) - column,
      rows: Math.ceil(north / size) - row,
    }
    return gridOfKept(lattice, (of) => insideInRow(parts, centreY(lattice, of)))
  }
  const { west, south, east, north } = requireBox(area as BoxInMetres)
  const centresIn = (length: number) => Math.max(0, Math.ceil(length / size - 0.5))
  const lattice: Lattice = {
    shape,
    size,
    originX: west,
    originY: south,
    columns: centresIn(east - west),
    rows: centresIn(north - south),
  }
  return gridOfKept(lattice, () => () => true)
}
