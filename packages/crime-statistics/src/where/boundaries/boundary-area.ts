import { type Boundary, partsOf } from './boundary.ts'
import { partMoments } from './ring-moments.ts'

/**
 * How large is an area? In square metres for boundaries in metres; divide by 1,000,000 for square kilometres. Holes are
 * taken off.
 *
 * @formula ½ |Σ (xᵢ yᵢ₊₁ − xᵢ₊₁ yᵢ)| of the outer ring less that of each hole, summed over parts
 * @use for densities per square kilometre and for the share of an area that a set of hot spots covers
 * @avoid for longitude and latitude: square degrees mean nothing; convert with {@link wgs84ToGrid}
 * @param boundary GeoJSON geometry of type Polygon or MultiPolygon, in metres
 * @returns area in square metres
 * @throws TypeError if boundary is no polygon; RangeError if a ring has fewer than 3 corners or a number is not finite
 * @see Braden B (1986). The surveyor's area formula. The College Mathematics Journal 17: 326–337. doi:10.1080/07468342.1986.11972974
 * @example boundaryArea({ type: 'Polygon', coordinates: [[[0, 0], [400, 0], [400, 300], [0, 300], [0, 0]]] }) // 120000
 */
export function boundaryArea(boundary: Boundary): number {
  const parts = partsOf(boundary)
  return parts.reduce((sum, rings) => sum + partMoments(rings, rings[0]!.x[0]!, rings[0]!.y[0]!).area, 0)
}
