import { airy, type GridMetres, toMetres } from './national-grid.ts'

/**
 * Where on the National Grid do latitudes and longitudes on the Airy ellipsoid (OSGB36) lie? The projection alone;
 * {@link gridToAiry} is the way back.
 *
 * @formula Transverse Mercator: origin 49° N 2° W, false origin 400,000 m, −100,000 m, scale 0.9996012717, Airy 1830
 * @use for positions given on OSGB36, such as in older gazetteers
 * @avoid for GPS and web maps, whose longitude and latitude are WGS84, about 100 m off: {@link wgs84ToGrid}
 * @param lon longitudes on OSGB36, one per place, in degrees; west is negative
 * @param lat latitudes on OSGB36, one per place, in degrees
 * @returns eastings and northings in metres, in new lists
 * @throws TypeError if lon or lat is not an array of numbers; RangeError if their lengths differ or a place is far outside Great Britain
 * @see Ordnance Survey. A guide to coordinate systems in Great Britain, annex C.
 * @example airyToGrid([1.7179215833], [52.6575703056]).x[0] // 651409.90
 * @example airyToGrid([1.7179215833], [52.6575703056]).y[0] // 313177.27
 */
export function airyToGrid(lon: ArrayLike<number>, lat: ArrayLike<number>): GridMetres {
  return toMetres(lon, lat, airy.inverse)
}
