import gammaln from '@stdlib/math-base-special-gammaln'
import { gammaLowerTail, gammaUpperTail } from './gamma.ts'
import { normalQuantile } from './normal.ts'
import { poissonMass } from './saddle-point.ts'

/**
 * The value that a gamma distribution of this shape and scale 1 stays below with probability p (`lower`), or exceeds
 * with probability p (`upper`). Newton's steps on the logarithm of the smaller tail against the logarithm of the value,
 * in which it is concave: after the first step they come from one side and settle.
 */
export function gammaQuantile(p: number, shape: number, side: 'lower' | 'upper' = 'lower'): number {
  if (p === 0 || p === 1) return (p === 0) === (side === 'lower') ? 0 : Infinity
  const opposite = side === 'lower' ? 'upper' : 'lower'
  const tail = side === 'lower' ? gammaLowerTail : gammaUpperTail
  // p above the share beyond the mean: the other tail is the smaller, and 1 − p loses nothing then
  if (p > tail(shape, Math.max(shape, 0.1))) return p < 1 ? solve(1 - p, shape, opposite) : Infinity
  return solve(p, shape, side)
}

export const chiSquaredQuantile = (p: number, degreesOfFreedom: number, side: 'lower' | 'upper' = 'lower') =>
  2 * gammaQuantile(p, degreesOfFreedom / 2, side)

function solve(p: number, shape: number, side: 'lower' | 'upper'): number {
  const [tail, sign] = side === 'lower' ? ([gammaLowerTail, 1] as const) : ([gammaUpperTail, -1] as const)
  let x = start(p, shape, side)
  let low = 0
  let high = Infinity
  for (let i = 0; i < 200; i++) {
    const found = tail(shape, x)
    if (sign * found > sign * p) high = x
    else low = x
    const change = (sign * Math.log(found / p) * found) / (shape * poissonMass(shape, x)) // density × x = shape × mass
    const next = x * Math.exp(-change)
    if (Math.abs(change) < 1e-15) return next
    x = next > low && next < high ? next : (low + Math.min(high, 2 * low + shape)) / 2 // no step from where the tail is 0
  }
  return x
}

/** Wilson and Hilferty's cube where it is good; else the first term of the lower tail's series, or the mean. */
function start(p: number, shape: number, side: 'lower' | 'upper'): number {
  const z = normalQuantile(p) * (side === 'lower' ? 1 : -1)
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  if (side === 'upper') return Math.max(shape * root ** 3, shape < 1 ? 0.1 : shape)
  const first = Math.exp((Math.log(p) + gammaln(shape + 1)) / shape)
  return root > 0.3 && shape > 1 ? Math.max(first, shape * root ** 3) : Math.max(first, Number.MIN_VALUE)
}
