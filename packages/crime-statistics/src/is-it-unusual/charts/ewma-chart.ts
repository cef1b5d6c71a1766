import { requireFinite, requireObject, requirePositive } from '../../check-inputs.ts'
import { observedValues, orNull } from './observed-values.ts'

export interface EwmaOptions {
  /** the level the series is held against: a baseline's mean; the average starts here */
  mean: number
  /** spread of single months: a baseline's moving range / 1.128, say */
  sigma: number
  /** weight of the newest month, above 0 and at most 1; 0.2 when left out */
  lambda?: number
  /** distance of the limits in standard deviations of the average; 3 when left out */
  width?: number
}

export interface EwmaChart {
  /** weighted average up to each month; null where a month is missing */
  average: (number | null)[]
  /** limits of each month; null where it is missing */
  lower: (number | null)[]
  upper: (number | null)[]
  /** places of months whose average is beyond its limits, 0 the first */
  outside: number[]
}

/**
 * Has the recent level of a series moved? The exponentially weighted moving average gives the newest month the weight λ
 * and each one before less, with limits that are exact from the first month on.
 *
 * Missing months leave the average as it was and do not count towards the limits. With λ = 1 it is a chart of single
 * months.
 *
 * @formula average(i) = λ x(i) + (1 − λ) average(i−1), from mean;
 *   limits = mean ± width · sigma · √(λ/(2 − λ) · (1 − (1 − λ)^(2i))), i the months so far
 * @use to watch for a small lasting shift, as {@link cusumChart} does, where a smooth line is easier to show
 * @avoid on seasons that have not been taken out, or with a mean taken from the same months that are watched
 * @param values the series in order of time; null where a month is missing
 * @param options mean, sigma, λ and width
 * @returns averages, limits, and the months outside them
 * @throws RangeError if a value or the mean is not finite, sigma or width is not above 0, or λ is outside 0 to 1
 * @see Roberts SW (1959). Control chart tests based on geometric moving averages. Technometrics 1: 239–250. doi:10.1080/00401706.1959.10489860
 * @see Lucas JM, Saccucci MS (1990). Exponentially weighted moving average control schemes: properties and enhancements. Technometrics 32: 1–12. doi:10.1080/00401706.1990.10484583
 * @example ewmaChart([10, 12, 14, 14], { mean: 10, sigma: 1 }).average // [10, 10.4, 11.12, 11.696]
 * @example ewmaChart([10, 12, 14, 14], { mean: 10, sigma: 1 }).outside // [2, 3]
 */
export function ewmaChart(values: ArrayLike<number | null>, options: EwmaOptions): EwmaChart {
  requireObject(options, 'options', '{ mean: 40, sigma: 6 }')
  const { mean, sigma, lambda = 0.2, width = 3 } = options
  const observed = observedValues(values)
  requireFinite(mean, 'mean')
  requirePositive(sigma, 'sigma')
  requirePositive(width, 'width')
  requireFinite(lambda, 'lambda')
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`lambda is ${lambda}: give a weight above 0, at most 1.`)
  const average = new Float64Array(observed.length).fill(NaN)
  const lower = average.slice()
  const upper = average.slice()
  const outside = []
  let current = mean
  let months = 0
  for (const [i, value] of observed.entries()) {
    if (Number.isNaN(value)) continue
    months++
    current = average[i] = lambda * value + (1 - lambda) * current
    const reach = width * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * months)))
    lower[i] = mean - reach
    upper[i] = mean + reach
    if (current > upper[i]! || current < lower[i]!) outside.push(i)
  }
  return { average: orNull(average), lower: orNull(lower), upper: orNull(upper), outside }
}
