import proj4 from 'proj4'
import { finiteNumbers, requireSameLength } from '../../check-inputs.ts'

/** Transverse Mercator of the National Grid on the Airy 1830 ellipsoid: Ordnance Survey's guide, annex A. */
const GRID = '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m'
/** Ordnance Survey's seven parameters from Airy to WGS84: metres, seconds of arc, parts per million. */
const HELMERT = '+towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894'

/** From grid metres to degrees and back. Said here, since the library's own declarations are not found when packed. */
interface GridConverter {
  forward: Convert
  inverse: Convert
}

export const wgs84: GridConverter = proj4(`${GRID} ${HELMERT}`, '+proj=longlat +datum=WGS84')
export const airy: GridConverter = proj4(GRID, '+proj=longlat +ellps=airy')

type Convert = (point: [number, number]) => [number, number]

/** Eastings and northings, one pair per place, in metres. */
export interface GridMetres {
  x: Float64Array
  y: Float64Array
}

/** Longitudes and latitudes, one pair per place, in degrees; west is negative. */
export interface LonLatDegrees {
  lon: Float64Array
  lat: Float64Array
}

export function toDegrees(x: ArrayLike<number>, y: ArrayLike<number>, convert: Convert): LonLatDegrees {
  const [lon, lat] = converted(
    within(x, 'x', -200_000, 850_000, 'm'),
    within(y, 'y', -200_000, 1_450_000, 'm'),
    'y',
    'x',
    convert,
  )
  return { lon, lat }
}

export function toMetres(lon: ArrayLike<number>, lat: ArrayLike<number>, convert: Convert): GridMetres {
  const [x, y] = converted(within(lon, 'lon', -9.5, 3.5, '°'), within(lat, 'lat', 49, 62, '°'), 'lat', 'lon', convert)
  return { x, y }
}

function converted(first: Float64Array, second: Float64Array, name: string, as: string, convert: Convert) {
  requireSameLength(second.length, name, first.length, as, 'place')
  const a = new Float64Array(first.length)
  const b = new Float64Array(first.length)
  for (let i = 0; i < a.length; i++) [a[i], b[i]] = convert([first[i]!, second[i]!])
  return [a, b] as const
}

/** Places far outside Great Britain are mostly swapped, unlocated (0, 0) or in another system: said rather than converted. */
function within(values: ArrayLike<number>, name: string, least: number, most: number, unit: string): Float64Array {
  const numbers = finiteNumbers(values, name)
  const wrong = numbers.findIndex((value) => value < least || value > most)
  if (wrong >= 0)
    throw new RangeError(
      `${name}[${wrong}] is ${numbers[wrong]}${unit}, outside Great Britain: give ${least}${unit} to ${most}${unit}, and leave out events without a place.`,
    )
  return numbers
}
