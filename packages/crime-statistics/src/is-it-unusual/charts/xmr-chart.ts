import { requireChoice, requireObject } from '../../check-inputs.ts'
import {
  type ChartConstants,
  MEAN_RANGE,
  MEDIAN_RANGE,
  medianOfPresent,
  movingRanges,
  rangeConstants,
} from './moving-ranges.ts'
import { baselineOf, differs, meanOfPresent, observedValues, orNull } from './observed-values.ts'

/** How centre and spread are taken: means; medians; or means after leaving out ranges beyond their own limit. */
export type XmrMethod = 'mean' | 'median' | 'trimmed'

export interface XmrOptions {
  /** `mean` when left out; `median` bears outliers, `trimmed` drops moving ranges above their upper limit once */
  method?: XmrMethod
  /** number of months from the start that centre and limits are taken from; all when left out */
  baseline?: number
  /** `rounded` (1.128, 2.66, 3.267; 0.954, 3.145, 3.865) when left out, or `exact` */
  constants?: ChartConstants
}

export interface XmrChart {
  /** mean or median of the baseline */
  centre: number
  /** the spread of single months that the typical moving range stands for */
  sigma: number
  /** natural process limits; the lower one may be below 0 */
  lower: number
  upper: number
  /** difference from the month before; null for the first month and wherever one of the two is missing */
  movingRanges: (number | null)[]
  /** mean, median or trimmed mean of the baseline's moving ranges */
  movingRange: number
  /** above this a single step is unusual */
  movingRangeUpper: number
  /** how many moving ranges the spread is taken from */
  rangesUsed: number
  /** months, from the start, that all of this is taken from: keep it with the chart */
  baseline: number
  method: XmrMethod
  constants: ChartConstants
  /** places of months beyond the limits, 0 the first */
  outside: number[]
}

/**
 * Is a month outside what this series usually does? Centre and natural process limits of an XmR chart (individual
 * values and moving range), the everyday control chart for monthly counts.
 *
 * The spread comes from the steps between neighbouring months, so that a lasting shift does not widen the limits that
 * should show it. Missing months give no step. After a known change, take a new baseline from there and keep it with
 * the chart. Run rules read the same series: {@link nelsonSignals}, {@link makingDataCountSignals}.
 *
 * @formula sigma = mean |x(i) − x(i−1)| / 1.128; limits = mean ± 2.66 × mean moving range (median: ± 3.145 × median
 *   moving range); moving ranges have the upper limit 3.267 × their mean (3.865 × their median)
 * @use to tell signal from noise in one series of months, of any unit
 * @avoid on raw counts with seasons, which flags summers: take the season out first; for few events a month see
 *   {@link cChart}
 * @param values the series in order of time; null where a month is missing
 * @param options method, baseline and constants
 * @returns centre, limits, moving ranges, and the months outside the limits
 * @throws RangeError if the baseline has no two neighbouring months, or a value is not finite
 * @see Wheeler DJ (2000). Understanding Variation: The Key to Managing Chaos, 2nd edition. Knoxville: SPC Press.
 * @example xmrChart([20, 22, 19, 21, 20, 23, 18, 45, 21, 19]) // { centre: 22.8, lower: 2.41, upper: 43.19, outside: [7] }
 * @example xmrChart([10, 12, 9, 11, 30, 31], { baseline: 4 }).outside // [4, 5]
 */
export function xmrChart(values: ArrayLike<number | null>, options: XmrOptions = {}): XmrChart {
  requireObject(options, 'options', "{ method: 'median' }")
  const { method = 'mean', constants = 'rounded' } = options
  requireChoice(method, 'method', ['mean', 'median', 'trimmed'])
  const observed = observedValues(values)
  const base = baselineOf(observed, options.baseline)
  const ranges = movingRanges(base).filter((range) => !Number.isNaN(range))
  if (ranges.length === 0)
    throw new RangeError(`values has no two neighbouring months among its first ${base.length}: give 2 or more.`)
  const { perSigma, limits, rangeLimit } = rangeConstants(method === 'median' ? MEDIAN_RANGE : MEAN_RANGE, constants)
  const used = method === 'trimmed' ? withoutOutlying(ranges, rangeLimit) : ranges
  const movingRange = method === 'median' ? medianOfPresent(ranges) : meanOfPresent(used)
  const centre = method === 'median' ? medianOfPresent(base) : meanOfPresent(base)
  const [lower, upper] = [centre - limits * movingRange, centre + limits * movingRange]
  const outside = []
  for (const [i, value] of observed.entries())
    if ((value > upper || value < lower) && differs(value, centre)) outside.push(i)
  return {
    centre,
    sigma: movingRange / perSigma,
    lower,
    upper,
    movingRanges: orNull(movingRanges(observed)),
    movingRange,
    movingRangeUpper: rangeLimit * movingRange,
    rangesUsed: used.length,
    baseline: base.length,
    method,
    constants,
    outside,
  }
}

function withoutOutlying(ranges: Float64Array, rangeLimit: number): Float64Array {
  const most = rangeLimit * meanOfPresent(ranges)
  return ranges.filter((range) => range <= most)
}
