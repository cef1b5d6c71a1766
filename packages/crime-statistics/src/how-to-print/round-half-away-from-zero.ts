import { requireFinite } from '../check-inputs.ts'

/**
 * Round a number as people do, halves away from zero, by its decimal digits: 1.005 to two places is 1.01 although the
 * nearest binary number lies just below it. Never returns −0.
 *
 * @param x any finite number
 * @param places decimal places, a whole number from 0 to 15; 0 when left out
 * @returns the rounded number
 * @throws RangeError if x is not finite or places is not a whole number from 0 to 15
 * @example roundHalfAwayFromZero(1.005, 2) // 1.01
 * @example roundHalfAwayFromZero(-10.15, 1) // -10.2
 */
export function roundHalfAwayFromZero(x: number, places = 0): number {
  requireFinite(x, 'x')
  if (!Number.isInteger(places) || places < 0 || places > 15)
    throw new RangeError(`places is ${places}: give a whole number of decimal places, 0 to 15.`)
  const rounded = shiftPoint(Math.round(shiftPoint(Math.abs(x), places)), -places)
  return rounded === 0 ? 0 : Math.sign(x) * (Number.isFinite(rounded) ? rounded : Math.abs(x))
}

/** Move the decimal point in the number's shortest decimal form, where multiplying by a power of ten would round. */
function shiftPoint(x: number, places: number): number {
  const [digits, exponent = '0'] = String(x).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
