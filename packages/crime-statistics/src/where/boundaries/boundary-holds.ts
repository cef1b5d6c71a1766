import { requireFinite } from '../../check-inputs.ts'
import { bandedEdges, holds } from './banded-edges.ts'
import { type Boundary, partsOf } from './boundary.ts'

/**
 * Is a place inside an area? Holes are outside, and so is the gap between the parts of a multipolygon.
 *
 * A place on the outline belongs to the area when the area lies to its east or north: western and southern edges are in,
 * eastern and northern ones out, as with the cells of a grid. Two areas that share an edge therefore never both hold a
 * place, nor both miss it.
 *
 * @formula even-odd rule in each part: a line to the east meets the outline an odd number of times
 * @use for one place; for lists of them, {@link areaOfEachPlace} makes the areas ready once
 * @avoid where places are a few metres off, such as converted coordinates at the very edge ({@link gridToWgs84}) or snapped points: the answer is that of the shifted place
 * @param boundary GeoJSON geometry of type Polygon or MultiPolygon, flat: edges are straight in its own units
 * @param x easting or longitude of the place, in the units of the boundary
 * @param y northing or latitude of the place
 * @returns whether the area holds the place
 * @throws TypeError if boundary is no polygon; RangeError if a ring has fewer than 3 corners or a number is not finite
 * @see Shimrat M (1962). Algorithm 112: position of point relative to polygon. Communications of the ACM 5: 434. doi:10.1145/368637.368653
 * @example boundaryHolds({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]] }, 1, 3) // true
 * @example boundaryHolds({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]] }, 4, 3) // false
 */
export function boundaryHolds(boundary: Boundary, x: number, y: number): boolean {
  requireFinite(x, 'x')
  requireFinite(y, 'y')
  return partsOf(boundary).some((rings) => holds(bandedEdges(rings), x, y))
}
