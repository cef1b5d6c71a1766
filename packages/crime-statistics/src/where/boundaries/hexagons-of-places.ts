import { latLngToCell } from 'h3-js'
import { finiteNumbers, requireSameLength, requireWholeFrom } from '../../check-inputs.ts'

/**
 * Which hexagon of H3, the worldwide grid of hexagons, does each place lie in?
 *
 * Neighbouring hexagons touch along edges only, so every neighbour is about equally far away. Mean side and area:
 * resolution 8 about 530 m and 0.74 km², resolution 9 about 200 m and 0.105 km², resolution 10 about 76 m and 0.015 km².
 *
 * @formula H3's own: icosahedron, gnomonic projection, aperture 7
 * @use to count events on a map of equal-looking cells that other systems share
 * @avoid finer than the places allow (see {@link finestCellFor}); for exact equal areas use a grid in metres: H3 cells differ in size by place
 * @param lon longitudes (WGS84), one per place, in degrees
 * @param lat latitudes (WGS84), one per place, in degrees
 * @param resolution 0, coarsest, to 15, finest; 9 is about a few streets
 * @returns the identifier of each place's hexagon
 * @throws TypeError if lon or lat is not an array of numbers; RangeError if lengths differ, a place is not on Earth or resolution is not 0 to 15
 * @see Uber. H3: tables of cell statistics across resolutions. h3geo.org/docs/core-library/restable
 * @example hexagonsOfPlaces([0.1253782], [51.3827586], 9).length // 1
 */
export function hexagonsOfPlaces(lon: ArrayLike<number>, lat: ArrayLike<number>, resolution: number): string[] {
  const longitudes = finiteNumbers(lon, 'lon')
  const latitudes = finiteNumbers(lat, 'lat')
  requireSameLength(latitudes.length, 'lat', longitudes.length, 'lon', 'place')
  requireWholeFrom(resolution, 'resolution', 0, 15)
  return Array.from(longitudes, (longitude, i) => {
    const latitude = latitudes[i]!
    if (Math.abs(longitude) > 180) throw new RangeError(`lon[${i}] is ${longitude}: give degrees from −180 to 180.`)
    if (Math.abs(latitude) > 90) throw new RangeError(`lat[${i}] is ${latitude}: give degrees from −90 to 90.`)
    return latLngToCell(latitude, longitude, resolution)
  })
}
