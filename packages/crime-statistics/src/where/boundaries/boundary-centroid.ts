import { type Boundary, partsOf } from './boundary.ts'
import { partMoments } from './ring-moments.ts'

/**
 * Where is the middle of an area? Its centre of gravity, every square metre weighing the same; parts and holes count.
 * It can lie outside the area: in the bay of a horseshoe, between the parts of a multipolygon.
 *
 * @formula Σ (xᵢ + xᵢ₊₁)(xᵢ yᵢ₊₁ − xᵢ₊₁ yᵢ) / 6A for x, and alike for y
 * @use to put a label or measure rough distances between areas
 * @avoid as the place where people or crime are: weigh by them instead
 * @param boundary GeoJSON geometry of type Polygon or MultiPolygon, in metres
 * @returns easting and northing of the centroid; null for an outline that encloses nothing
 * @throws TypeError if boundary is no polygon; RangeError if a ring has fewer than 3 corners or a number is not finite
 * @see Bourke P (1988). Calculating the area and centroid of a polygon. paulbourke.net/geometry/polygonmesh
 * @example boundaryCentroid({ type: 'Polygon', coordinates: [[[0, 0], [6, 0], [0, 3], [0, 0]]] }) // { x: 2, y: 1 }
 */
export function boundaryCentroid(boundary: Boundary): { x: number; y: number } | null {
  const parts = partsOf(boundary)
  const [originX, originY] = [parts[0]![0]!.x[0]!, parts[0]![0]!.y[0]!]
  const sum = { area: 0, x: 0, y: 0 }
  for (const rings of parts) {
    const { area, x, y } = partMoments(rings, originX, originY)
    sum.area += area
    sum.x += x
    sum.y += y
  }
  return sum.area > 0 ? { x: originX + sum.x / sum.area, y: originY + sum.y / sum.area } : null
}
