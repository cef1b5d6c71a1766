import { shown } from '../../check-inputs.ts'
import { FALSE_ORIGIN, GRID_LETTERS } from './grid-letters.ts'

/** A square of the National Grid. */
export interface GridSquare {
  /** easting of the south-west corner, metres */
  x: number
  /** northing of the south-west corner, metres */
  y: number
  /** side of the square, metres */
  side: number
}

/**
 * Which square does a National Grid reference such as TQ 541 740 name? South-west corner and side: the place meant is
 * somewhere inside, on average half a side east and north of the corner.
 *
 * @formula 100,000 × square of the letters + digits × side
 * @use to place records that hold a grid reference
 * @avoid as an exact place: with 4 digits it is anywhere in a square kilometre
 * @param reference two letters and 0 to 10 digits, an even number; spaces and small letters are read alike
 * @returns south-west corner and side of the square, in metres
 * @throws TypeError if reference is not text; RangeError if it is no grid reference of Great Britain
 * @see Ordnance Survey. A guide to coordinate systems in Great Britain: the National Grid reference convention.
 * @example parseGridReference('TQ 54 74') // { x: 554000, y: 174000, side: 1000 }
 * @example parseGridReference('nn166712') // { x: 216600, y: 771200, side: 100 }
 */
export function parseGridReference(reference: string): GridSquare {
  if (typeof reference !== 'string')
    throw new TypeError(`reference is ${shown(reference)}: give text such as 'TQ 541 740'.`)
  const refused = new RangeError(
    `reference is ${shown(reference)}: give two letters and an even number of digits, such as 'TQ 541 740'.`,
  )
  const [, letters, digits] =
    reference
      .toUpperCase()
      .replace(/\s/g, '')
      .match(/^([A-HJ-Z]{2})(\d{0,10})$/) ?? []
  if (letters === undefined || digits === undefined || digits.length % 2) throw refused
  const large = squareOf(letters[0]!)
  const small = squareOf(letters[1]!)
  const east = 5 * (large.east - FALSE_ORIGIN.east) + small.east
  const north = 5 * (large.north - FALSE_ORIGIN.north) + small.north
  if (east < 0 || east > 6 || north < 0 || north > 12)
    throw new RangeError(`reference is ${shown(reference)}: square ${letters} is not on the grid of Great Britain.`)
  const half = digits.length / 2
  const side = 10 ** (5 - half)
  return {
    x: 100_000 * east + Number(digits.slice(0, half)) * side,
    y: 100_000 * north + Number(digits.slice(half)) * side,
    side,
  }
}

function squareOf(letter: string) {
  const place = GRID_LETTERS.indexOf(letter)
  return { east: place % 5, north: 4 - Math.floor(place / 5) }
}
