import { requireFinite, shown } from '../check-inputs.ts'

/**
 * Round a number as people do, halves away from zero. By its decimal digits: 1.005 to two places is 1.01 although the
 * nearest binary number lies just below it. Never returns −0.
 *
 * @formula sign(x) × floor(|x| × 10^places + 1/2) / 10^places, on the decimal digits of x
 * @use at the moment a figure is printed
 * @avoid before further arithmetic: keep the unrounded value, or rounded parts will not add up
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
    throw new RangeError(`places is ${shown(places)}: give a whole number of decimal places, 0 to 15.`)
  const { digits, decimals } = shortestDecimal(Math.abs(x))
  if (decimals <= places) return x === 0 ? 0 : x
  const unit = 10n ** BigInt(decimals - places)
  const rounded = Number(`${(2n * digits + unit) / (2n * unit)}e-${places}`)
  return rounded === 0 ? 0 : Math.sign(x) * rounded
}

/** The fewest digits that name the number, as JavaScript prints it: 10.15 is 1015 with 2 decimals. */
function shortestDecimal(x: number): { digits: bigint; decimals: number } {
  const [mantissa, exponent = '0'] = String(x).split('e')
  const [whole, fraction = ''] = mantissa!.split('.')
  return { digits: BigInt(whole + fraction), decimals: fraction.length - Number(exponent) }
}
