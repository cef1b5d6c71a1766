import { type ChartConstants, MEAN_RANGE, movingRanges, rangeConstants } from './moving-ranges.ts'
import { differs, meanOfPresent, orNull } from './observed-values.ts'

/** A chart of rates or shares whose limits vary with what each month was exposed to. */
export interface AttributeChart {
  /** each month's rate or share; null where it is missing */
  values: (number | null)[]
  /** rate or share of the baseline as a whole */
  centre: number
  /** sigma of each month; null where it is missing */
  sigma: (number | null)[]
  /** 3-sigma limits, kept within what is possible: not below 0, a share not above 1 */
  lower: (number | null)[]
  upper: (number | null)[]
  /** the same limits as they are computed */
  unclipped: { lower: (number | null)[]; upper: (number | null)[] }
  /** distance from the centre in sigmas before any widening; null where missing or sigma is 0 */
  z: (number | null)[]
  /** places of months beyond the limits, 0 the first */
  outside: number[]
  /** months, from the start, that the centre is taken from: keep it with the chart */
  baseline: number
}

/** A chart whose limits are widened, or narrowed, by how much neighbouring months truly differ. */
export interface LaneyChart extends AttributeChart {
  /** spread of the standardised months from their moving ranges, times which sigma is taken: 1 where the plain chart holds */
  sigmaZ: number
}

export interface AttributeOptions {
  /** number of months from the start that the centre is taken from; all when left out */
  baseline?: number
}

export interface LaneyOptions extends AttributeOptions {
  /** `rounded` (1.128) when left out, or `exact` (2/√π) */
  constants?: ChartConstants
}

/** What a chart is drawn from: rates or shares with their sigmas, NaN where a month is missing. */
export interface ChartInput {
  values: Float64Array
  centre: number
  sigma: Float64Array
  baseline: number
  /** the largest value possible: 1 for shares */
  most: number
}

export function attributeChart({ values, centre, sigma, baseline, most }: ChartInput, sigmaZ = 1): AttributeChart {
  const z = values.map((value, i) => (value - centre) / sigma[i]!)
  const upper = sigma.map((spread) => centre + 3 * spread * sigmaZ)
  const lower = sigma.map((spread) => centre - 3 * spread * sigmaZ)
  const outside = []
  for (const [i, distance] of z.entries())
    if (Math.abs(distance) > 3 * sigmaZ && differs(values[i]!, centre)) outside.push(i)
  return {
    values: orNull(values),
    centre,
    sigma: orNull(sigma),
    lower: orNull(lower.map((limit) => Math.max(0, limit))),
    upper: orNull(upper.map((limit) => Math.min(most, limit))),
    unclipped: { lower: orNull(lower), upper: orNull(upper) },
    z: orNull(z),
    outside,
    baseline,
  }
}

export function laneyChart(input: ChartInput, constants: ChartConstants = 'rounded'): LaneyChart {
  const { values, centre, sigma, baseline } = input
  const z = values.subarray(0, baseline).map((value, i) => (sigma[i] === 0 ? 0 : (value - centre) / sigma[i]!))
  const ranges = movingRanges(z).filter((range) => !Number.isNaN(range))
  if (ranges.length === 0)
    throw new RangeError(`there are no two neighbouring months among the first ${baseline}: give 2 or more.`)
  const sigmaZ = meanOfPresent(ranges) / rangeConstants(MEAN_RANGE, constants).perSigma
  return { ...attributeChart(input, sigmaZ), sigmaZ }
}
