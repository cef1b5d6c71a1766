import Flatbush from 'flatbush'
import { finiteNumbers, requireList, requireSameLength } from '../../check-inputs.ts'
import { bandedEdges, holds } from './banded-edges.ts'
import { type Boundary, partsOf } from './boundary.ts'

/**
 * Which area does each event lie in? The place of each area in the list, or −1 outside all of them, by the rules of
 * {@link boundaryHolds}; where areas overlap, the first that holds the place.
 *
 * Snapped points give the area of the shared point, as data.police.uk's own LSOA column does: near a boundary the event
 * itself may have been next door.
 *
 * @formula first i with boundaryHolds(boundaries[i], x, y)
 * @use to count events by ward, beat or estate; many areas and millions of places are quick
 * @avoid for events that already carry the code of their area: two answers for one event only confuse
 * @param x eastings or longitudes, one per event
 * @param y northings or latitudes, one per event
 * @param boundaries outlines of the areas in the same units, GeoJSON geometries
 * @returns for each event the place of its area in `boundaries`, −1 where none holds it
 * @throws TypeError if a list or boundary is of another kind; RangeError if lengths differ, a ring has fewer than 3 corners or a number is not finite
 * @see Shimrat M (1962). Algorithm 112: position of point relative to polygon. Communications of the ACM 5: 434. doi:10.1145/368637.368653
 * @example areaOfEachPlace([1, 9], [1, 9], [{ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4]]] }]) // [0, -1]
 */
export function areaOfEachPlace(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  boundaries: readonly Boundary[],
): Int32Array {
  const eastings = finiteNumbers(x, 'x')
  const northings = finiteNumbers(y, 'y')
  requireSameLength(northings.length, 'y', eastings.length, 'x', 'event')
  requireList(boundaries, 'boundaries')
  const found = new Int32Array(eastings.length).fill(-1)
  if (boundaries.length === 0) return found
  const parts = Array.from(boundaries).flatMap((boundary, area) =>
    partsOf(boundary, `boundaries[${area}]`).map((rings) => ({ area, edges: bandedEdges(rings) })),
  )
  const index = new Flatbush(parts.length)
  for (const { edges } of parts) index.add(edges.minX, edges.minY, edges.maxX, edges.maxY)
  index.finish()
  for (let i = 0; i < found.length; i++) {
    const [px, py] = [eastings[i]!, northings[i]!]
    let first = Infinity
    for (const part of index.search(px, py, px, py)) {
      const { area, edges } = parts[part]!
      if (area < first && holds(edges, px, py)) first = area
    }
    if (first < Infinity) found[i] = first
  }
  return found
}
