import { type GridMetres, toMetres, wgs84 } from './national-grid.ts'

/**
 * Where on the National Grid do places of a web map lie? Eastings and northings (EPSG:27700, metres) of longitude and
 * latitude (WGS84, EPSG:4326), by Ordnance Survey's seven-parameter Helmert transform with ellipsoidal height 0.
 *
 * Distances, densities and grids of this library are in metres: convert first. 2 to 5 m off OSTN15, the official
 * transform: fine for cells of 250 m, not for a boundary's very edge (see {@link gridToWgs84}). Published longitudes and
 * latitudes are mostly rounded to 6 places, about 0.1 m.
 *
 * @formula the steps of {@link gridToWgs84} from the last to the first
 * @use for data.police.uk, whose places are longitude and latitude; give the result to {@link snappedPoints}
 * @avoid for surveying, or boundary questions finer than 5 m: use OSTN15
 * @param lon longitudes, one per place, in degrees; west is negative
 * @param lat latitudes, one per place, in degrees
 * @returns eastings and northings in metres, in new lists
 * @throws TypeError if lon or lat is not an array of numbers; RangeError if their lengths differ or a place is far outside Great Britain
 * @see Ordnance Survey. A guide to coordinate systems in Great Britain, section 6.6 and annex C.
 * @example wgs84ToGrid([0.125378232], [51.382758643]).x[0] // 548000.00
 * @example wgs84ToGrid([0.125378232], [51.382758643]).y[0] // 167000.00
 */
export function wgs84ToGrid(lon: ArrayLike<number>, lat: ArrayLike<number>): GridMetres {
  return toMetres(lon, lat, wgs84.inverse)
}
