import { normalTwoSided, normalTwoSidedP } from '../distributions/normal.ts'
import { tTwoSided, tTwoSidedP } from '../distributions/student-t.ts'
import type { Interval } from '../interval.ts'
import { type CountFit, fitCounts } from '../models/fit-counts.ts'
import { fitNegativeBinomial } from '../models/fit-negative-binomial.ts'
import { poissonLogLikelihood } from '../models/likelihoods.ts'
import { wideningInRuns } from '../models/months-in-runs.ts'
import { profileInterval, profileOf } from '../models/profile-interval.ts'
import type { LogLinearTrend, TrendFamily, TrendInRuns } from './log-linear-trend.ts'
import type { TrendDesign } from './trend-design.ts'

/** Column of the trend in the design. */
const TREND = 1

/** A standard error beyond this on the scale of logarithms says that an effect has no finite value. */
const ENDLESS = 1000

/** Limits are at most this far from 0 on the scale of logarithms, so that they stay numbers. */
const MOST = 600

/** The trend of a checked table of months. */
export function fittedTrend(table: TrendDesign, family: TrendFamily, level: number, settled?: number): LogLinearTrend {
  const { design, counts, offset } = table
  const poisson = usableFit(fitCounts(design, counts, settled === undefined ? { offset } : { offset, settled }), table)
  const negative = family === 'negative-binomial' ? fitNegativeBinomial(design, counts, offset) : null
  const used = family === 'negative-binomial' && !negative ? 'quasi-poisson' : family
  const fit = negative?.fit ?? poisson
  const degreesOfFreedom = table.months - table.effects
  const dispersion = fit.pearson / degreesOfFreedom
  const slope = fit.coefficients[TREND]!
  const exact = fit.pearson <= 1e-16 * sum(counts)
  const known = Math.sqrt(fit.covariance[TREND * design.columns + TREND]!)
  const standardError = used === 'quasi-poisson' ? (exact ? 0 : known * Math.sqrt(dispersion)) : known
  const reach = standardError * (used === 'quasi-poisson' ? tTwoSided(level, degreesOfFreedom) : normalTwoSided(level))
  const logLikelihood =
    used === 'quasi-poisson' ? null : (negative?.logLikelihood ?? poissonLogLikelihood(counts, fit.fitted))
  const profile = used === 'poisson' ? profileOf(design, counts, offset, TREND) : null
  const limits = profile && profileInterval(profile, normalTwoSided(level))
  return {
    percentPerYear: asPercentage(slope),
    interval: asPercentages({ lower: slope - reach, upper: slope + reach }),
    level,
    slope,
    standardError,
    ...judged(slope, standardError, used, degreesOfFreedom),
    runs: used === 'quasi-poisson' && settled === undefined ? inRuns(table, fit, level) : null,
    degreesOfFreedom,
    dispersion,
    family: used,
    method: inWords(family, used, degreesOfFreedom),
    theta: negative?.theta ?? null,
    thetaStandardError: negative?.standardError ?? null,
    profileInterval: limits && asPercentages(limits),
    deviance: fit.deviance,
    logLikelihood,
    aic: logLikelihood === null ? null : 2 * (table.effects + (negative ? 1 : 0)) - 2 * logLikelihood,
    coefficients: Object.fromEntries(finiteEffects(table).map((i) => [table.names[i]!, fit.coefficients[i]!])),
    emptyMonths: table.emptyMonths,
    months: table.months,
  }
}

/** The trend with limits that allow for months that come in runs. */
function inRuns({ design, counts, places }: TrendDesign, fit: CountFit, level: number): TrendInRuns {
  const { columns, values } = design
  const rows = places.map((place, i) => ({
    series: 0,
    place,
    values: Array.from(values.subarray(i * columns, (i + 1) * columns)),
    count: counts[i]!,
  }))
  const wider = wideningInRuns({ fit, rows, columns }, new Map([[TREND, 1]]))
  const slope = fit.coefficients[TREND]!
  const standardError = Math.sqrt(fit.covariance[TREND * columns + TREND]! * wider.times)
  const reach = tTwoSided(level, wider.degreesOfFreedom) * standardError
  return {
    interval: asPercentages({ lower: slope - reach, upper: slope + reach }),
    p: tTwoSidedP(slope / standardError, wider.degreesOfFreedom),
  }
}

/** Columns of the design, without those of months that never had an event. */
const finiteEffects = ({ names, emptyMonths }: TrendDesign) =>
  [...names.keys()].filter((i) => !emptyMonths.some((month) => names[i] === `month${month}`))

/** A fit whose effects are all finite. */
function usableFit(fit: CountFit | null, table: TrendDesign): CountFit {
  const variance = (i: number) => fit!.covariance[i * table.design.columns + i]!
  if (!fit?.converged || finiteEffects(table).some((i) => !(Math.sqrt(variance(i)) < ENDLESS)))
    throw new RangeError(
      'no finite trend fits: the months cannot tell it from the season, or all events lie at one end. Give more months, or show the counts.',
    )
  return fit
}

function judged(slope: number, standardError: number, family: TrendFamily, degreesOfFreedom: number) {
  if (standardError === 0) return Math.abs(slope) < 1e-9 ? { statistic: 0, p: 1 } : { statistic: null, p: null }
  const statistic = slope / standardError
  return {
    statistic,
    p: family === 'quasi-poisson' ? tTwoSidedP(statistic, degreesOfFreedom) : normalTwoSidedP(statistic),
  }
}

function inWords(asked: TrendFamily, used: TrendFamily, degreesOfFreedom: number): string {
  if (used === 'poisson') return 'Poisson, normal distribution'
  if (used === 'negative-binomial') return 'negative binomial, normal distribution'
  const words = `quasi-Poisson, t with ${degreesOfFreedom} degrees of freedom`
  return asked === used ? words : `${words}, as no finite θ fits a negative binomial`
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
const asPercentage = (effect: number) => 100 * Math.expm1(Math.max(-MOST, Math.min(MOST, effect)))
const asPercentages = ({ lower, upper }: Interval) => ({ lower: asPercentage(lower), upper: asPercentage(upper) })
