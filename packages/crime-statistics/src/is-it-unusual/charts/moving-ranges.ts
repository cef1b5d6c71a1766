import { requireChoice } from '../../check-inputs.ts'

/** Size of the step from the month before: NaN for the first month and wherever one of the two is missing. */
export function movingRanges(values: Float64Array): Float64Array<ArrayBuffer> {
  const ranges = new Float64Array(values.length).fill(NaN)
  for (let i = 1; i < values.length; i++) ranges[i] = Math.abs(values[i]! - values[i - 1]!)
  return ranges
}

/** Middle value of those that are not missing; NaN where there is none. */
export function medianOfPresent(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** How many standard deviations the mean, the median and the spread of the range of two normal values are. */
const EXACT_MEAN = 2 / Math.sqrt(Math.PI)
const EXACT_MEDIAN = 0.9538725524089398
const EXACT_SPREAD = Math.sqrt(2 - 4 / Math.PI)

/**
 * Constants that turn a typical moving range into limits. Charts on paper use the ones rounded to three decimals; the
 * exact ones differ in the fourth figure.
 */
export type ChartConstants = 'rounded' | 'exact'

export interface RangeConstants {
  /** divides the typical range to give sigma */
  perSigma: number
  /** times the typical range: distance of the limits from the centre */
  limits: number
  /** times the typical range: upper limit of the ranges themselves */
  rangeLimit: number
}

export const MEAN_RANGE: Record<ChartConstants, RangeConstants> = {
  rounded: { perSigma: 1.128, limits: 2.66, rangeLimit: 3.267 },
  exact: { perSigma: EXACT_MEAN, limits: 3 / EXACT_MEAN, rangeLimit: 1 + (3 * EXACT_SPREAD) / EXACT_MEAN },
}

export const MEDIAN_RANGE: Record<ChartConstants, RangeConstants> = {
  rounded: { perSigma: 0.954, limits: 3.145, rangeLimit: 3.865 },
  exact: {
    perSigma: EXACT_MEDIAN,
    limits: 3 / EXACT_MEDIAN,
    rangeLimit: (EXACT_MEAN + 3 * EXACT_SPREAD) / EXACT_MEDIAN,
  },
}

/** The constants by name, or a refusal of another name. */
export function rangeConstants(table: Record<ChartConstants, RangeConstants>, constants: ChartConstants) {
  requireChoice(constants, 'constants', ['rounded', 'exact'])
  return table[constants]
}
