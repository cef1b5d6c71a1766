import { type Loess, prepareLoess } from './loess.ts'
import { sumOfMiddleValues } from './middle-values.ts'
import { smoothInto } from './smooth.ts'

/** The three smooths of a decomposition: what each window, degree and jump is of. */
export interface BySmooth<T> {
  seasonal: T
  trend: T
  lowPass: T
}

export interface StlSettings {
  period: number
  windows: BySmooth<number>
  degrees: BySmooth<0 | 1>
  jumps: BySmooth<number>
  innerLoops: number
  outerLoops: number
}

export interface Parts {
  season: Float64Array<ArrayBuffer>
  trend: Float64Array<ArrayBuffer>
  /** robustness weights of the last pass; all 1 without outer loops */
  weights: Float64Array<ArrayBuffer>
}

const WHOLE = { from: 0, step: 1 }

/** Season and trend of a series by the inner and outer loops of Cleveland and others (1990). */
export function decompose(values: Float64Array, settings: StlSettings): Parts {
  const { period, windows, degrees, jumps, innerLoops, outerLoops } = settings
  const n = values.length
  const prepare = (part: keyof BySmooth<unknown>, length: number, beyond = false) =>
    prepareLoess({ length, window: windows[part], degree: degrees[part], jump: jumps[part], beyond })
  const longest = Math.ceil(n / period)
  const cycles = [prepare('seasonal', longest, true), prepare('seasonal', Math.floor(n / period), true)] as const
  const lowPass = prepare('lowPass', n)
  const trendSmooth = prepare('trend', n)
  const season = new Float64Array(n)
  const trend = new Float64Array(n)
  const weights = new Float64Array(n).fill(1)
  const work = new Float64Array(n)
  const cycle = new Float64Array(n + 2 * period)
  const filtered = new Float64Array(n + 2 * period)
  const sizes = new Float64Array(n)
  for (let outer = 0; outer <= outerLoops; outer++) {
    const given = outer > 0 ? weights : null
    for (let inner = 0; inner < innerLoops; inner++) {
      for (let i = 0; i < n; i++) work[i] = values[i]! - trend[i]!
      smoothCycles(cycles, period, work, given, cycle)
      filterInto(cycle, period, filtered)
      smoothInto(lowPass, filtered, null, WHOLE, work, 0)
      for (let i = 0; i < n; i++) season[i] = cycle[period + i]! - work[i]!
      for (let i = 0; i < n; i++) work[i] = values[i]! - season[i]!
      smoothInto(trendSmooth, work, given, WHOLE, trend, 0)
    }
    if (outer < outerLoops) setWeights(weights, values, season, trend, sizes)
  }
  return { season, trend, weights }
}

/** Each calendar month's own run of values smoothed over the years, one year longer at either end. */
function smoothCycles(
  [long, short]: readonly [Loess, Loess],
  period: number,
  values: Float64Array,
  weights: Float64Array | null,
  cycle: Float64Array,
): void {
  const longer = values.length - short.length * period
  for (let k = 0; k < period; k++)
    smoothInto(k < longer ? long : short, values, weights, { from: k, step: period }, cycle, period + k)
}

/** Moving averages of a period, a period and 3 values, one over the other; the length shrinks by two periods. */
function filterInto(values: Float64Array, period: number, filtered: Float64Array): void {
  averageInto(values, values.length, period, filtered)
  averageInto(filtered, values.length - period + 1, period, filtered)
  averageInto(filtered, values.length - 2 * period + 2, 3, filtered)
}

/** Moving average of `length` values over `span`. Input and output may be one list: each mean is behind its values. */
function averageInto(values: Float64Array, length: number, span: number, means: Float64Array): void {
  let sum = 0
  for (let i = 0; i < span; i++) sum += values[i]!
  for (let i = 0; i + span <= length; i++) {
    const leaving = values[i]!
    means[i] = sum / span
    if (i + span < length) sum += values[i + span]! - leaving
  }
}

/** Bisquare weights by the size of the remainder, 0 beyond 6 median absolute remainders. */
function setWeights(
  weights: Float64Array,
  values: Float64Array,
  season: Float64Array,
  trend: Float64Array,
  sizes: Float64Array,
): void {
  const n = values.length
  for (let i = 0; i < n; i++) {
    weights[i] = Math.abs(values[i]! - season[i]! - trend[i]!)
    sizes[i] = weights[i]!
  }
  const reach = 3 * sumOfMiddleValues(sizes)
  for (let i = 0; i < n; i++) {
    const distance = weights[i]!
    if (distance <= 0.001 * reach) weights[i] = 1
    else if (distance <= 0.999 * reach) {
      const within = 1 - (distance / reach) * (distance / reach)
      weights[i] = within * within
    } else weights[i] = 0
  }
}
