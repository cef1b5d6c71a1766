import { airy, type LonLatDegrees, toDegrees } from './national-grid.ts'

/**
 * Which latitude and longitude on the Airy ellipsoid, as printed in the margin of older maps, belong to National Grid
 * places? The projection alone is undone; the datum stays OSGB36.
 *
 * These differ from a web map's longitude and latitude by about 100 m: never mix the two.
 *
 * @formula inverse Transverse Mercator: origin 49° N 2° W, false origin 400,000 m, −100,000 m, scale 0.9996012717, Airy 1830
 * @use to check a conversion against Ordnance Survey's worked examples, or to read older gazetteers
 * @avoid for web maps and H3: {@link gridToWgs84}
 * @param x eastings, one per place, in metres
 * @param y northings, one per place, in metres
 * @returns longitudes and latitudes in degrees on OSGB36, in new lists
 * @throws TypeError if x or y is not an array of numbers; RangeError if their lengths differ or a place is far outside Great Britain
 * @see Ordnance Survey. A guide to coordinate systems in Great Britain, annex C (worked example at 52° 39′ 27.2531″ N, 1° 43′ 4.5177″ E).
 * @example gridToAiry([651409.903], [313177.270]).lat[0] // 52.65757030
 * @example gridToAiry([651409.903], [313177.270]).lon[0] // 1.71792158
 */
export function gridToAiry(x: ArrayLike<number>, y: ArrayLike<number>): LonLatDegrees {
  return toDegrees(x, y, airy.forward)
}
