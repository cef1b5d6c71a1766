import { type LonLatDegrees, toDegrees, wgs84 } from './national-grid.ts'

/**
 * Where on a web map do National Grid places lie? Longitude and latitude (WGS84, EPSG:4326) of eastings and northings
 * (EPSG:27700), by Ordnance Survey's seven-parameter Helmert transform with ellipsoidal height 0.
 *
 * The transform is 2 to 5 m off OSTN15, the official one, which needs a large file of shifts. That is fine for maps, for
 * cells of 250 m and for asking which neighbourhood is near; it is not fine for deciding on which side of a boundary
 * a place at its very edge lies, or for meeting surveyed positions. Height is dropped, so that going there and back
 * moves a place by up to 1 mm.
 *
 * @formula inverse Transverse Mercator on Airy 1830, then X′ = T + (1 + s)·R·X of geocentric coordinates with T = (446.448, −125.157, 542.060) m, R from (0.1502, 0.2470, 0.8421)″, s = −20.4894 × 10^−6, then latitude and longitude on WGS84
 * @use to draw grid places on a web map or hand them to H3
 * @avoid for surveying, or boundary questions finer than 5 m: use OSTN15
 * @param x eastings, one per place, in metres
 * @param y northings, one per place, in metres
 * @returns longitudes and latitudes in degrees, in new lists
 * @throws TypeError if x or y is not an array of numbers; RangeError if their lengths differ or a place is far outside Great Britain
 * @see Ordnance Survey. A guide to coordinate systems in Great Britain, section 6.6 and annex C.
 * @example gridToWgs84([548000], [167000]).lon[0] // 0.1253782
 * @example gridToWgs84([548000], [167000]).lat[0] // 51.3827586
 */
export function gridToWgs84(x: ArrayLike<number>, y: ArrayLike<number>): LonLatDegrees {
  return toDegrees(x, y, wgs84.forward)
}
