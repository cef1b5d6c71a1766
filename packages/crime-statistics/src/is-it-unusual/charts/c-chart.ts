import { requireLevel, requireObject } from '../../check-inputs.ts'
import { countQuantile } from '../../distributions/negative-binomial.ts'
import type { Interval } from '../../interval.ts'
import { baselineOf, meanOfPresent, observedCounts } from './observed-values.ts'

export interface CChartOptions {
  /** number of months from the start that the centre is taken from; all when left out */
  baseline?: number
  /** probability that the probability limits hold; 0.998 when left out */
  level?: number
}

export interface CChart {
  /** mean count of a month in the baseline */
  centre: number
  /** √centre, the Poisson spread */
  sigma: number
  /** 3-sigma limits; the lower one is not below 0 */
  lower: number
  upper: number
  /** centre − 3 sigma, which may be below 0 */
  lowerUnclipped: number
  /** Poisson quantiles: whole counts, of use where the mean is small and 3 sigma are lopsided */
  probabilityLimits: Interval
  /** variance of the baseline divided by its mean: well above 1, the chart's limits are too narrow; null below 2 months or when all are 0 */
  dispersion: number | null
  /** months, from the start, that all of this is taken from: keep it with the chart */
  baseline: number
  /** places of months beyond the 3-sigma limits, 0 the first */
  outside: number[]
}

/**
 * Is a month's count outside what chance alone would give? Limits of a c chart, which takes the count as Poisson.
 *
 * Recorded crime mostly varies more than that. Look at the dispersion first: well above 1 the limits cry wolf, and
 * {@link laneyUChart} or {@link xmrChart} suits.
 *
 * @formula limits = c̄ ± 3√c̄; probability limits = Poisson quantiles at (1 − level)/2 and (1 + level)/2;
 *   dispersion = s² / c̄
 * @use for rare and independent events, up to about ten a month
 * @avoid where months differ in length or population: {@link uChart}; where dispersion is well above 1
 * @param counts events by month; null where a month is missing
 * @param options baseline and level of the probability limits
 * @returns centre, limits, dispersion and the months outside
 * @throws RangeError if a count is not whole or below 0, or no month of the baseline is there
 * @see Montgomery DC (2013). Introduction to Statistical Quality Control, 7th edition. Hoboken: Wiley, section 7.3.
 * @example cChart([4, 3, 6, 2, 5, 4, 15, 4]) // { centre: 5.38, upper: 12.33, lower: 0, dispersion: 3.08, outside: [6] }
 * @example cChart([4, 3, 6, 2, 5, 4]).probabilityLimits // { lower: 0, upper: 11 }
 */
export function cChart(counts: ArrayLike<number | null>, options: CChartOptions = {}): CChart {
  requireObject(options, 'options', '{ baseline: 24 }')
  const { level = 0.998 } = options
  requireLevel(level, 'level', 0.998)
  const observed = observedCounts(counts)
  const base = baselineOf(observed, options.baseline)
  const centre = meanOfPresent(base)
  if (!(centre >= 0))
    throw new RangeError(`counts has no month that is not missing among the first ${base.length}: give 1 or more.`)
  const sigma = Math.sqrt(centre)
  const upper = centre + 3 * sigma
  const lowerUnclipped = centre - 3 * sigma
  const outside = []
  for (const [i, count] of observed.entries()) if (count > upper || count < lowerUnclipped) outside.push(i)
  const share = (1 - level) / 2
  return {
    centre,
    sigma,
    lower: Math.max(0, lowerUnclipped),
    upper,
    lowerUnclipped,
    probabilityLimits: {
      lower: countQuantile(1 - share, { mean: centre, dispersion: 1 }),
      upper: countQuantile(share, { mean: centre, dispersion: 1 }),
    },
    dispersion: dispersionOf(base, centre),
    baseline: base.length,
    outside,
  }
}

function dispersionOf(base: Float64Array, centre: number): number | null {
  let squares = 0
  let months = 0
  for (const count of base) {
    if (Number.isNaN(count)) continue
    squares += (count - centre) ** 2
    months++
  }
  return months < 2 || centre === 0 ? null : squares / (months - 1) / centre
}
