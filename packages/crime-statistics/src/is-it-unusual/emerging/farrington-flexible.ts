import { requireList, requirePositive, requireSameLength, requireWholeFrom } from '../../check-inputs.ts'
import { observedCounts } from '../charts/observed-values.ts'
import { assessMonth, type MonthAssessment } from './assess-month.ts'
import { type FarringtonOptions, farringtonRule } from './farrington-rule.ts'

/**
 * Does a month have more events than usual for the time of year? The flexible Farrington method, which health agencies
 * run over thousands of series every week: a quasi-Poisson model of past months with seasons and, if warranted, a trend;
 * past outbreaks count less; the upper bound allows for the error of what is expected.
 *
 * The reference months reach back `years` years; the same month in each with `halfWindow` months on either side is one
 * season, the months between are shared among the others. Missing months are left out, never taken as 0. A trend is kept
 * only if its p-value is below `trendLevel`, there are three years or more, and it does not lead above all reference
 * months. Where the season never had an event, the level of all reference months is used if that may be chance, or else
 * the exact chance that all events fell in this month; `basis` says which. Fewer than 5 events in the last 4 months are
 * never flagged.
 *
 * The chance of exceeding the bound is `alpha` by the model. Of 1,000 simulated usual months each, with 2, 10 and 50 events a
 * month, the bound of 0.05 was exceeded in 4 to 5 of 100 where counts were Poisson and in 7 to 8 where they varied three
 * times as much (`predictive`: 3 to 4, and 6).
 *
 * Checked against `farringtonFlexible` of surveillance 1.20.3 for R. After reweighting that release divides by the wrong weights: it takes
 * Σ weight × (relative residual)² for the dispersion in standard errors, which for a mean of 50 makes them about √50
 * times too small. It then keeps a trend in 85 % of series that have none, and its bounds hardly allow for the error of
 * what is expected. Here both use the dispersion; `likeSurveillance: true` gives that release's numbers.
 *
 * @formula ln E(y) = season + slope × month (+ ln population); Var(y) = φ E(y), φ at least 1;
 *   delta: upper = (μ^⅔ + z ⅔ μ^(1/6) √(φ + Var(μ)/μ))^(3/2); nbPlugin: negative-binomial quantile of mean μ and
 *   variance φμ; muan: the same at the upper limit of μ; predictive: mean μ and variance (φ + Var(μ)/μ) μ, tail by t
 * @use on monthly counts of one crime type or place with five years of history; over many series {@link emergingIssues}
 * @avoid with less than three years of history, or right after a change of recording: what was usual is no guide then
 * @param counts events by month in order of time; null where a month is missing
 * @param options the month judged, how far to look back and how the bound is taken
 * @returns expected count, upper bound, exceedance score, p-value, the trend kept, and why not judged
 * @throws RangeError if a count is not whole or below 0, or an option is out of range
 * @see Noufaily A et al. (2013). An improved algorithm for outbreak detection in multiple surveillance systems. Statistics in Medicine 32: 1206–1222. doi:10.1002/sim.5595
 * @see Farrington CP et al. (1996). A statistical algorithm for the early detection of outbreaks of infectious disease. JRSS A 159: 547–563. doi:10.2307/2983331
 * @see Salmon M, Schumacher D, Höhle M (2016). Monitoring count time series in R: aberration detection in public health surveillance. Journal of Statistical Software 70(10). doi:10.18637/jss.v070.i10
 * @example farringtonFlexible([...Array(60).fill(0), 6]) // { basis: 'none before', expected: 0, exceeds: true }
 * @example farringtonFlexible(Array.from({ length: 61 }, (_, i) => (i === 60 ? 30 : 12 + (i % 5)))) // { expected: 14.08, upperBound: 20.73, score: 2.39, p: 0.00012, exceeds: true }
 */
export function farringtonFlexible(counts: ArrayLike<number | null>, options: FarringtonOptions = {}): MonthAssessment {
  const rule = farringtonRule(options)
  const observed = observedCounts(counts)
  if (observed.length === 0) throw new RangeError('counts is empty: give the months in order of time.')
  const { month = observed.length - 1 } = options
  requireWholeFrom(month, 'month', 0, observed.length - 1)
  return assessMonth(observed, month, rule, logPopulations(options.populations, observed.length))
}

/** Logarithms of checked populations; null where none are given. */
export function logPopulations(populations: ArrayLike<number> | undefined, months: number): Float64Array | null {
  if (populations === undefined) return null
  requireList(populations, 'populations')
  requireSameLength(populations.length, 'populations', months, 'counts')
  return Float64Array.from({ length: months }, (_, i) => {
    requirePositive(populations[i]!, `populations[${i}]`)
    return Math.log(populations[i]!)
  })
}
