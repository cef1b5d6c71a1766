import { polygonToCells } from 'h3-js'
import { requireWholeFrom } from '../../check-inputs.ts'
import { type Boundary, partsOf } from './boundary.ts'

/**
 * Which hexagons of H3 make up an area? Those whose centres lie inside it: laid side by side, areas share no hexagon.
 * Count these with the events' hexagons, so that hexagons without an event are still there, as 0.
 *
 * @formula hexagons of the resolution with their centre inside the boundary
 * @use for a map or a hot-spot test over a whole partnership, quiet places included
 * @avoid for exact totals of an area: events near its edge may lie in a hexagon whose centre is outside
 * @param boundary GeoJSON geometry of type Polygon or MultiPolygon, in longitude and latitude (WGS84)
 * @param resolution 0, coarsest, to 15, finest; see {@link hexagonsOfPlaces}
 * @returns identifiers in alphabetical order, each once; none where no centre is inside
 * @throws TypeError if boundary is no polygon; RangeError if it is not in degrees, a ring has fewer than 3 corners or resolution is not 0 to 15
 * @see Uber. H3: region functions. h3geo.org/docs/api/regions
 * @example hexagonsInBoundary({ type: 'Polygon', coordinates: [[[0, 51], [0.0001, 51], [0, 51.0001], [0, 51]]] }, 5) // []
 */
export function hexagonsInBoundary(boundary: Boundary, resolution: number): string[] {
  requireWholeFrom(resolution, 'resolution', 0, 15)
  const found = new Set<string>()
  for (const rings of partsOf(boundary)) {
    if (rings.some(({ x, y }) => x.some((lon) => Math.abs(lon) > 180) || y.some((lat) => Math.abs(lat) > 90)))
      throw new RangeError('boundary is not in degrees: give longitude and latitude, such as gridToWgs84 makes.')
    const loops = rings.map(({ x, y }) => Array.from(x, (lon, i) => [lon, y[i]!]))
    for (const cell of cellsIn(loops, resolution)) found.add(cell)
  }
  return [...found].sort()
}

function cellsIn(loops: number[][][], resolution: number): string[] {
  try {
    return polygonToCells(loops, resolution, true)
  } catch (error) {
    throw new RangeError(
      `boundary cannot be filled with hexagons of resolution ${resolution}: give an outline that does not cross itself, or a smaller area.`,
      { cause: error },
    )
  }
}
