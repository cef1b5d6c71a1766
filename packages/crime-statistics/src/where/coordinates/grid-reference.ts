import { requireFinite, shown } from '../../check-inputs.ts'
import { FALSE_ORIGIN, GRID_LETTERS } from './grid-letters.ts'

/** Sides of the squares that references of 0, 2, 4, 6, 8 and 10 digits name, in metres. */
const SIDES = [100_000, 10_000, 1000, 100, 10, 1] as const

export type GridSquareSide = (typeof SIDES)[number]

/**
 * What is the National Grid reference of a place, such as TQ 54 74? Names the square that holds it; digits are cut off,
 * not rounded, as on Ordnance Survey's maps.
 *
 * @formula letters of the 500 km and 100 km square, then easting and northing within it in whole sides
 * @use to name a place in a report or find it on a paper map; a larger side says less about an address
 * @avoid for sums: metres are easier, see {@link parseGridReference}
 * @param x easting in metres, 0 up to but not including 700,000
 * @param y northing in metres, 0 up to but not including 1,300,000
 * @param side side of the square named, in metres: 100000, 10000, 1000, 100, 10 or 1; 100 when left out (6 digits)
 * @returns letters and digits, set apart by spaces
 * @throws TypeError if x or y is not a number; RangeError if the place is off the grid or side is another number
 * @see Ordnance Survey. A guide to coordinate systems in Great Britain: the National Grid reference convention.
 * @example gridReference(554150, 174050, 1000) // 'TQ 54 74'
 * @example gridReference(554150, 174050) // 'TQ 541 740'
 * @example gridReference(216650, 771250) // 'NN 166 712'
 */
export function gridReference(x: number, y: number, side: GridSquareSide = 100): string {
  requireFinite(x, 'x')
  requireFinite(y, 'y')
  if (!(x >= 0 && x < 700_000)) throw new RangeError(`x is ${x}: give an easting of 0 m to under 700000 m.`)
  if (!(y >= 0 && y < 1_300_000)) throw new RangeError(`y is ${y}: give a northing of 0 m to under 1300000 m.`)
  const digits = SIDES.indexOf(side)
  if (digits < 0) throw new RangeError(`side is ${shown(side)}: give one of ${SIDES.join(', ')} metres.`)
  const [east, north] = [Math.floor(x / 100_000), Math.floor(y / 100_000)]
  const large = letterAt(Math.floor(east / 5) + FALSE_ORIGIN.east, Math.floor(north / 5) + FALSE_ORIGIN.north)
  const letters = large + letterAt(east % 5, north % 5)
  if (digits === 0) return letters
  const within = (metres: number) => String(Math.floor((metres % 100_000) / side)).padStart(digits, '0')
  return `${letters} ${within(x)} ${within(y)}`
}

/** Rows count from the south, letters from the north. */
const letterAt = (east: number, north: number) => GRID_LETTERS[(4 - north) * 5 + east]!
