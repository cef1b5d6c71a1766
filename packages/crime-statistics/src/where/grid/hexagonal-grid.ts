import { requirePositive } from '../../check-inputs.ts'
import { type Boundary, partsOf } from '../boundaries/boundary.ts'
import { boxOfParts, insideInRow } from './boundary-rows.ts'
import { type BoxInMetres, centreY, type Grid, gridOfKept, type Lattice, requireBox, rowHeight } from './grid.ts'

/**
 * Lay hexagons over a box or a boundary, to count events by. All six neighbours of a hexagon are equally far away, which
 * four of a square's eight are not. A hexagon is kept when its centre is inside; those without any event stay.
 *
 * Hexagons stand on a point. Rows lie size × √3/2 apart, every second one shifted to the east by half a width. In a box
 * the first centre is a quarter of a width from the west side and on the south side; a centre on the north side is
 * kept, on the east side not. In a boundary centres are fixed on the national grid, as if the first were at (0, 0), so
 * that the same hexagons come again when the boundary is drawn anew.
 *
 * @formula x = originX + size × (column + (row mod 2)/2), y = originY + size × (√3/2) × row, place = row × columns + column
 * @use for maps, and for {@link giStarOnGrid} where the corners of squares are in the way
 * @avoid where results must be joined to squares of the national grid: {@link squareGrid}
 * @param area a box in metres, or a Polygon or MultiPolygon as in GeoJSON, in metres
 * @param size width of a hexagon between its two upright sides, and the distance of neighbouring centres, in metres
 * @returns hexagons as typed arrays: centres in `x` and `y`, cells counted from 0 in rows from the south-west
 * @throws TypeError if area is neither a box nor a boundary; RangeError if a number of it is not finite, size is not above
 *   0, no centre is inside or there would be more than 50 million hexagons
 * @example hexagonalGrid({ west: 0, south: 0, east: 750, north: 250 }, 250).x // [62.5, 312.5, 562.5, 187.5, 437.5, 687.5]
 */
export function hexagonalGrid(area: BoxInMetres | Boundary, size: number): Grid {
  requirePositive(size, 'size')
  const shape = 'hexagon'
  const height = rowHeight({ shape, size })
  if ('type' in Object(area)) {
    const parts = partsOf(area as Boundary, 'area')
    const { west, south, east, north } = boxOfParts(parts)
    const column = Math.floor(west / size) - 1
    const row = 2 * Math.floor(south / height / 2) // an even row, so that shifts stay where they are
    const lattice: Lattice = {
      shape,
      size,
      originX: column * size,
      originY: row * height,
      columns: Math.ceil(east / size) - column + 1,
      rows: Math.ceil(north / height) - row + 1,
    }
    return gridOfKept(lattice, (of) => insideInRow(parts, centreY(lattice, of)))
  }
  const { west, south, east, north } = requireBox(area as BoxInMetres)
  const lattice: Lattice = {
    shape,
    size,
    originX: west + size / 4,
    originY: south,
    columns: Math.max(0, Math.ceil((east - west) / size - 0.25)),
    rows: Math.floor((north - south) / height) + 1,
  }
  return gridOfKept(lattice, () => (easting) => easting < east)
}
