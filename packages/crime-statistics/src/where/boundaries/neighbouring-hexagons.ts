import { gridDisk } from 'h3-js'
import { requireWholeFrom } from '../../check-inputs.ts'
import { requireHexagon } from './require-hexagon.ts'

/**
 * Which hexagons lie next to a hexagon of H3? The 6 that share an edge with it (5 at the 12 pentagons of the grid, none of
 * which is in Britain), or all up to some rings away. The hexagon itself is not among them.
 *
 * @formula cells at a grid distance of 1 to `rings`
 * @use to smooth counts or to make neighbours for a hot-spot test
 * @avoid for distances in metres: measure between places
 * @param hexagon identifier of an H3 cell
 * @param rings how many rings around it: 1 or more, at most 100; 1 when left out
 * @returns identifiers in alphabetical order: 6 for one ring, 18 for two, 3·rings·(rings + 1) in general
 * @throws TypeError if hexagon is not text; RangeError if it is no H3 cell or rings is not whole and from 1 to 100
 * @see Uber. H3: grid traversal functions. h3geo.org/docs/api/traversal
 * @example neighbouringHexagons('89194ad14d7ffff').length // 6
 */
export function neighbouringHexagons(hexagon: string, rings = 1): string[] {
  requireHexagon(hexagon)
  requireWholeFrom(rings, 'rings', 1, 100)
  return gridDisk(hexagon, rings)
    .filter((cell) => cell !== hexagon)
    .sort()
}
