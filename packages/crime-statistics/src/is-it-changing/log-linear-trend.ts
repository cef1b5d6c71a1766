import { requireChoice, requireLevel, requireObject, requirePositive } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { fittedTrend } from './fitted-trend.ts'
import type { MonthlySeries } from './monthly-series.ts'
import { type TrendSeason, trendDesign } from './trend-design.ts'

export type TrendFamily = 'quasi-poisson' | 'poisson' | 'negative-binomial'

export interface LogLinearTrendOptions {
  /** how counts vary round the trend; `quasi-poisson` when left out */
  family?: TrendFamily
  /** an effect for each month of the year, one yearly wave, or none; `month` when left out */
  season?: TrendSeason
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
  /**
   * relative change of the deviance at which a Poisson fit stops. Left out, it goes on until nothing moves. R's `glm` stops
   * at 1e-8, which leaves its standard errors up to 1e-5 off (more with months that never had an event): give that to
   * reproduce its digits
   */
  settled?: number
}

/** The trend where months come in runs. */
export interface TrendInRuns {
  /** limits of percentPerYear, wider the more alike neighbouring months are */
  interval: Interval
  /** two-sided p-value of no trend */
  p: number
}

export interface LogLinearTrend {
  /** change in the daily rate, in per cent a year */
  percentPerYear: number
  /** limits of percentPerYear */
  interval: Interval
  /** confidence level of the limits, as a proportion */
  level: number
  /** the same on the scale of logarithms, a year */
  slope: number
  standardError: number
  /** slope over its standard error: t with degreesOfFreedom for quasi-Poisson, else z; null where nothing is left over to judge it by */
  statistic: number | null
  /** two-sided p-value of no trend; null with statistic */
  p: number | null
  /** limits and p that allow for months that come in runs; null for families other than quasi-Poisson, and with `settled` */
  runs: TrendInRuns | null
  /** months used less effects fitted */
  degreesOfFreedom: number
  /** Pearson dispersion φ round the fit: 1 is chance alone under the family's own variance */
  dispersion: number
  /** the family used: `quasi-poisson` where a negative binomial was asked for and no finite θ fits */
  family: TrendFamily
  /** family, reference distribution and fallback in words */
  method: string
  /** negative-binomial size and its standard error; null for other families, and where no finite θ fits */
  theta: number | null
  thetaStandardError: number | null
  /** profile-likelihood limits of percentPerYear, which need not be symmetric; null for families other than Poisson */
  profileInterval: Interval | null
  deviance: number
  /** null for quasi-Poisson, which has no likelihood */
  logLikelihood: number | null
  aic: number | null
  /** every effect on the logarithm of the daily rate: `intercept`, `trend` and `month2` to `month12`, or `sine` and `cosine` */
  coefficients: Record<string, number>
  /** months of the year without an event in any year, which have no finite effect and are not in coefficients */
  emptyMonths: number[]
  /** months used */
  months: number
}

/**
 * By how many per cent a year does a crime rise or fall? A log-linear model of monthly counts with season, a straight
 * trend on the scale of logarithms, and days of the month as exposure.
 *
 * **A level shift looks like a trend**: a single step up in the middle of four years makes a steady rise of several per
 * cent a year. Look for changepoints and show them next to it.
 *
 * Crime counts vary more than chance. Quasi-Poisson, the default, widens the interval by the dispersion φ found, and
 * takes t with the residual degrees of freedom; a φ below 1 narrows it, and is returned for the reader to judge. Plain
 * Poisson is too narrow whenever φ is above 1. Negative binomial gives far-out months less weight; its θ is by maximum
 * likelihood, its standard error takes θ as known (as R's MASS does; allowing for θ differs by up to 3 %). Where the
 * likelihood has no finite θ, `theta` is null and the quasi-Poisson answer is given instead: maximum likelihood does not
 * allow for the effects fitted, so that φ can still be above 1.
 *
 * Months of crime come in runs, and a run looks like a trend: these limits take months as independent. In simulations without
 * a trend (36 to 120 months) they left out 0 in 3 to 7 of 100 series of independent months, but in 11 to 40 where the levels
 * of neighbouring months were correlated by 0.3 to 0.7; negative-binomial ones in up to 20 of 100 even of independent months.
 * `runs` has limits that allow for runs, as in {@link interruptedTimeSeries}: they left out 0 in 2 to 5, and 2 to 9. Read
 * those where they differ.
 *
 * Months missing (null) or removed keep their place in time. A month of the year without an event in any year has no
 * finite effect and says nothing about the trend; it is named in `emptyMonths` and counts among months and effects, as it
 * does in R.
 *
 * @formula ln(expected count) = ln(days) + intercept + slope·t + season, t in years from the first month; season an effect for each
 *   month of the year against the first seen (January), or sine and cosine of 2πt; percentPerYear = 100(e^slope − 1); interval
 *   from slope ± t or z times the standard error; φ = Σ (y − μ)²/variance(μ) ÷ degreesOfFreedom; runs: variance of the slope
 *   a′(I + τR)a as of interruptedTimeSeries
 * @use for three years of months and more, without a break in recording inside
 * @avoid for fewer than two years, for a series with a step in it, and to look ahead
 *
 * @param series every month in order of time, null where missing
 * @param options family, season and level
 * @returns the trend in per cent a year with interval, p and how it was fitted. Counts that leave nothing over, such as the
 *   same count in every month, have an interval without width; p is then 1 for a slope of 0, else null
 * @throws TypeError or RangeError if lists differ in length, a count is not whole, months do not follow each other, there are no
 *   more months than effects, there is no event, or events lie so that no finite trend fits
 * @see McCullagh P, Nelder JA (1989). Generalized Linear Models, 2nd edition. London: Chapman and Hall, chapter 6.
 * @see Zeger SL (1988). A regression model for time series of counts. Biometrika 75: 621–629. doi:10.1093/biomet/75.4.621
 * @see Ver Hoef JM, Boveng PL (2007). Quasi-Poisson vs. negative binomial regression: how should we model overdispersed count data? Ecology 88: 2766–2772. doi:10.1890/07-0043.1
 * @see Venables WN, Ripley BD (2002). Modern Applied Statistics with S, 4th edition. New York: Springer, section 7.4.
 * @example logLinearTrend({ counts: [40, 50, 44, 60, 52, 60], monthsOfYear: [6, 7, 8, 9, 10, 11], days: [30, 31, 31, 30, 31, 30] }, { season: 'none' }) // { percentPerYear: 131.627, p: 0.0705, months: 6 }
 */
export function logLinearTrend(series: MonthlySeries, options: LogLinearTrendOptions = {}): LogLinearTrend {
  requireObject(options, 'options', "{ family: 'poisson' }")
  const { family = 'quasi-poisson', season = 'month', level = 0.95 } = options
  requireLevel(level)
  requireChoice(family, 'family', ['quasi-poisson', 'poisson', 'negative-binomial'])
  requireChoice(season, 'season', ['month', 'harmonic', 'none'])
  const table = trendDesign(series, season, options.settled !== undefined)
  if (table.counts.every((count) => count === 0))
    throw new RangeError(
      'counts has no event in a month that is used: there is no rate to have a trend; show the counts.',
    )
  const effects = table.effects - table.emptyMonths.length
  if (table.tellingMonths <= effects)
    throw new RangeError(
      `counts has ${table.tellingMonths} months to use and there are ${effects} effects to fit: give more months than effects, better three years.`,
    )
  if (options.settled !== undefined) requirePositive(options.settled, 'settled')
  return fittedTrend(table, family, level, options.settled)
}
