import { cellToBoundary } from 'h3-js'
import type { Boundary } from './boundary.ts'
import { requireHexagon } from './require-hexagon.ts'

/**
 * What does a hexagon of H3 look like on a map? Its outline as a GeoJSON polygon.
 *
 * @formula H3's corners, the first repeated at the end
 * @use to draw counts by hexagon
 * @avoid for areas in square metres: degrees are no metres; convert the corners first
 * @param hexagon identifier of an H3 cell, such as {@link hexagonsOfPlaces} gives
 * @returns polygon in longitude and latitude (WGS84), counterclockwise
 * @throws TypeError if hexagon is not text; RangeError if it is no H3 cell
 * @see Uber. H3: indexing functions. h3geo.org/docs/api/indexing
 * @example hexagonOutline('89194ad14d7ffff').type // 'Polygon'
 */
export function hexagonOutline(hexagon: string): Boundary {
  requireHexagon(hexagon)
  return { type: 'Polygon', coordinates: [cellToBoundary(hexagon, true)] }
}
