import { requireFinite, requireNotNegative, requirePositive } from '../../check-inputs.ts'
import { normalUpperTail } from '../../distributions/normal.ts'
import { gaussLegendre } from './gauss-legendre.ts'
import { solveLinear } from './solve-linear.ts'

export interface CusumRunLength {
  /** months until the upper sum signals, on average; null when longer than 10^9 */
  high: number | null
  /** months until the lower sum signals */
  low: number | null
  /** months until either signals */
  either: number | null
}

/** Beyond this the equations no longer tell one length from another. */
const LONGEST = 1e9

/**
 * How many months does a CUSUM run, on average, until it signals? With no shift that is the time between false alarms;
 * with a shift, the time it takes to find it. Choose k and h by it before the chart is used.
 *
 * Months are taken as independent and normal, both sums start at 0, and mean and sigma as known: estimated from 12 to 24
 * months, false alarms come more often than this says.
 *
 * @formula L(s) = 1 + L(0) Φ(k − shift − s) + ∫ from 0 to h of L(y) φ(y + k − shift − s) dy, solved for L(0) at
 *   Gauss–Legendre nodes; 1 / either = 1 / high + 1 / low
 * @use to choose k and h of a {@link cusumChart}
 * @avoid as a promise: autocorrelated or seasonal months alarm far more often
 * @param k slack in sigmas, 0 or more
 * @param h decision limit in sigmas, above 0 and at most 20
 * @param shift true distance of the series from the baseline's mean in sigmas; 0 when left out
 * @returns average run lengths in months
 * @throws RangeError if k is below 0, h is outside 0 to 20, or shift is not finite
 * @see Brook D, Evans DA (1972). An approach to the probability distribution of cusum run length. Biometrika 59: 539–549. doi:10.1093/biomet/59.3.539
 * @example cusumRunLength(0.5, 5).either // 465.44
 * @example cusumRunLength(0.5, 5, 1).either // 10.376
 */
export function cusumRunLength(k: number, h: number, shift = 0): CusumRunLength {
  requireNotNegative(k, 'k')
  requirePositive(h, 'h')
  if (h > 20) throw new RangeError(`h is ${h}: give a decision limit in sigmas of at most 20.`)
  requireFinite(shift, 'shift')
  const high = oneSided(k - shift, h)
  const low = oneSided(k + shift, h)
  return {
    high: named(high),
    low: named(low),
    either: named(1 / (1 / high + 1 / low)),
  }
}

const named = (length: number) => (length <= LONGEST ? length : null)

/** Average run length of max(0, s + z − drift) above h from s = 0; Infinity where it is beyond {@link LONGEST}. */
function oneSided(drift: number, h: number): number {
  if (drift > 8) return Infinity // a step up of more than 8 sigmas: past any count of months
  const count = Math.max(40, Math.ceil(8 * h))
  const { nodes, weights } = gaussLegendre(count)
  // unknown 0 is L(0), the others L at the nodes
  const states = Float64Array.from([0, ...nodes.map((node) => node * h)])
  const n = count + 1
  const a = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const s = states[i]!
    a[i * n] = -normalUpperTail(s - drift)
    for (let j = 1; j < n; j++) a[i * n + j] = -weights[j - 1]! * h * normalDensity(states[j]! + drift - s)
    a[i * n + i]! += 1
  }
  const length = solveLinear(a, new Float64Array(n).fill(1))[0]!
  return length > 0 && length <= LONGEST ? length : Infinity
}

const normalDensity = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
