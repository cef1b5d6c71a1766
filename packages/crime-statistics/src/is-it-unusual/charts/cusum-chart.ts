import {
  requireFinite,
  requireNotNegative,
  requireObject,
  requirePositive,
  requireYesOrNo,
} from '../../check-inputs.ts'
import { observedValues, orNull } from './observed-values.ts'

export interface CusumOptions {
  /** the level the series is held against: a baseline's mean */
  mean: number
  /** spread of single months: a baseline's moving range / 1.128, say */
  sigma: number
  /** slack in sigmas: half the shift worth finding; 0.5 when left out */
  k?: number
  /** decision limit in sigmas; 5 when left out */
  h?: number
  /** whether a sum starts again from 0 after it has signalled; not when left out */
  reset?: boolean
}

export interface CusumChart {
  /** sum of what is above mean + k·sigma, in sigmas, never below 0; null where a month is missing */
  high: (number | null)[]
  /** sum of what is below mean − k·sigma */
  low: (number | null)[]
  /** places of months where one of the sums is above h, 0 the first */
  signals: number[]
  highSignals: number[]
  lowSignals: number[]
}

/**
 * Has a series drifted from its level by little but for long? The tabular two-sided CUSUM adds up what is beyond a slack
 * on either side, and signals when a sum passes the decision limit.
 *
 * It finds a lasting shift of one sigma in about 10 months where an XmR chart takes about 44; how long it runs without a
 * shift tells {@link cusumRunLength}. A signal is strictly above h; the sum of a signalling month is the one before any
 * reset. Missing months leave the sums as they were.
 *
 * @formula z(i) = (x(i) − mean) / sigma; high(i) = max(0, high(i−1) + z(i) − k); low(i) = max(0, low(i−1) − z(i) − k)
 * @use to watch one series for a small lasting shift, against a stated baseline
 * @avoid on seasons that have not been taken out, or with a mean taken from the same months that are watched
 * @param values the series in order of time; null where a month is missing
 * @param options mean, sigma, k, h and reset
 * @returns both sums by month and the months that signal
 * @throws RangeError if a value or the mean is not finite, sigma or h is not above 0, or k is below 0
 * @see Page ES (1954). Continuous inspection schemes. Biometrika 41: 100–115. doi:10.1093/biomet/41.1-2.100
 * @see Montgomery DC (2013). Introduction to Statistical Quality Control, 7th edition. Hoboken: Wiley, section 9.1.
 * @example cusumChart([10, 12, 13, 14, 14], { mean: 10, sigma: 1 }).high // [0, 1.5, 4, 7.5, 11]
 * @example cusumChart([10, 12, 13, 14, 14], { mean: 10, sigma: 1, reset: true }).signals // [3]
 */
export function cusumChart(values: ArrayLike<number | null>, options: CusumOptions): CusumChart {
  requireObject(options, 'options', '{ mean: 40, sigma: 6 }')
  const { mean, sigma, k = 0.5, h = 5, reset = false } = options
  requireYesOrNo(reset, 'reset')
  const observed = observedValues(values)
  requireFinite(mean, 'mean')
  requirePositive(sigma, 'sigma')
  requireNotNegative(k, 'k')
  requirePositive(h, 'h')
  const high = new Float64Array(observed.length).fill(NaN)
  const low = new Float64Array(observed.length).fill(NaN)
  const signals = []
  const [highSignals, lowSignals]: [number[], number[]] = [[], []]
  let above = 0
  let below = 0
  for (const [i, value] of observed.entries()) {
    if (Number.isNaN(value)) continue
    const z = (value - mean) / sigma
    above = high[i] = Math.max(0, above + z - k)
    below = low[i] = Math.max(0, below - z - k)
    if (above > h) highSignals.push(i)
    if (below > h) lowSignals.push(i)
    if (above > h || below > h) signals.push(i)
    if (reset && above > h) above = 0
    if (reset && below > h) below = 0
  }
  return { high: orNull(high), low: orNull(low), signals, highSignals, lowSignals }
}
