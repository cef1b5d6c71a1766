import { requireChoice, requireList, requireNotNegative } from '../../check-inputs.ts'
import { type Boundary, partsOf } from '../boundaries/boundary.ts'
import { type Neighbours, packed } from './neighbours.ts'

/**
 * Which areas touch? Two areas are neighbours when a corner of one is a corner of the other (queen), or when they share
 * a side, corner to corner (rook).
 *
 * Corners are compared as they are written, so the areas must come from one file that was simplified, if at all, with
 * shared borders kept. `snap` lets corners count as one that are at most so far apart. A corner that lies in the middle
 * of another area's side, without a corner there, does not join the two.
 *
 * @formula i and j are neighbours when a corner of i and a corner of j are at most `snap` apart; rook: two corners in a row
 * @use for LSOAs, wards and other areas, before {@link giStar}, {@link moranI} and {@link localMoran}
 * @avoid where a river or railway parts areas that touch on the map: mend the list with {@link neighboursFromLists}
 * @param areas one Polygon or MultiPolygon as in GeoJSON for each area
 * @param contiguity 'queen' or 'rook'; queen when left out
 * @param snap distance up to which two corners are one, in the unit of the coordinates; 0 when left out
 * @returns neighbours without weights, in ascending order; an island has none
 * @throws TypeError if an area is not a Polygon or MultiPolygon; RangeError if a coordinate is not finite, snap is below 0
 *   or contiguity is neither word
 * @see Bivand RS, Pebesma E, Gómez-Rubio V (2013). Applied Spatial Data Analysis with R, 2nd edition. New York: Springer, chapter 9. doi:10.1007/978-1-4614-7618-4
 * @example polygonNeighbours(cellPolygons(squareGrid({ west: 0, south: 0, east: 500, north: 500 }, 250)).map((ring) => ({ type: 'Polygon', coordinates: [ring] }))).index // [1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2]
 */
export function polygonNeighbours(
  areas: readonly Boundary[],
  contiguity: 'queen' | 'rook' = 'queen',
  snap = 0,
): Neighbours {
  requireList(areas, 'areas')
  requireNotNegative(snap, 'snap')
  requireChoice(contiguity, 'contiguity', ['queen', 'rook'])
  const cornerAt = snap > 0 ? snappedCorners(snap) : exactCorners()
  const owners = new Map<string, Set<number>>()
  for (const [i, area] of areas.entries())
    for (const { x, y } of partsOf(area, `areas[${i}]`).flat()) {
      const corners = Array.from(x, (easting, k) => cornerAt(easting, y[k]!))
      for (const [k, corner] of corners.entries()) {
        const next = corners[(k + 1) % corners.length]!
        if (contiguity === 'rook' && next === corner) continue
        const shared = contiguity === 'queen' ? `${corner}` : `${Math.min(corner, next)} ${Math.max(corner, next)}`
        owners.set(shared, (owners.get(shared) ?? new Set()).add(i))
      }
    }
  const neighbours = areas.map(() => new Set<number>())
  for (const together of owners.values())
    for (const i of together) for (const j of together) if (i !== j) neighbours[i]!.add(j)
  return packed(neighbours.map((set) => [...set]))
}

type CornerAt = (x: number, y: number) => number

/** A number for each place, the same for the same coordinates. */
function exactCorners(): CornerAt {
  const numbers = new Map<string, number>()
  return (x, y) => {
    const key = `${x + 0} ${y + 0}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
}

/** A number for each place, the same for the first place known that is at most `snap` away. */
function snappedCorners(snap: number): CornerAt {
  const buckets = new Map<string, { x: number; y: number; number: number }[]>()
  let corners = 0
  return (x, y) => {
    const [column, row] = [Math.floor(x / snap), Math.floor(y / snap)]
    for (let up = -1; up <= 1; up++)
      for (let across = -1; across <= 1; across++)
        for (const known of buckets.get(`${column + across} ${row + up}`) ?? [])
          if (Math.hypot(known.x - x, known.y - y) <= snap) return known.number
    const key = `${column} ${row}`
    buckets.set(key, [...(buckets.get(key) ?? []), { x, y, number: corners }])
    return corners++
  }
}
