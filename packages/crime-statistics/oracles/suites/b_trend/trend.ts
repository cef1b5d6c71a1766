import { normalTwoSided } from '../../../src/distributions/normal.ts'
import {
  type LogLinearTrend,
  type LogLinearTrendOptions,
  logLinearTrend,
  type MonthlySeries,
  mannKendall,
  seasonalMannKendall,
  seasonalTheilSen,
  theilSen,
} from '../../../src/index.ts'
import { trendDesign } from '../../../src/is-it-changing/trend-design.ts'
import { profileOf } from '../../../src/models/profile-interval.ts'
import { type Comparable, compared, type OracleItem, type OracleSuite } from '../../item.ts'
import { interpolatedLimits } from './confint.ts'

/** Names of the reference's figures that the file may hold for a series; a short series has fewer. */
type Figures = Record<string, Comparable>

interface ModelFigures extends Figures {
  ci95: [number, number]
  coef?: never
}

type SeasonalFigures = Record<string, Comparable> & { per_season?: { S: number; varS: number; n: number }[] }

interface TrendSeries {
  y: (number | null)[]
  mann_kendall: Figures
  theil_sen: Figures
  seasonal_mk: SeasonalFigures
  glm?: Record<'poisson' | 'quasipoisson' | 'poisson_1harmonic' | 'negbin', ModelFigures | undefined>
}

interface Trend {
  meta: { months: string[]; days: number[] }
  series: Record<string, TrendSeries>
}

/** A reference divides no further at a θ above this: it then says that θ diverges. */
const DIVERGED = 5000

/** Change of the deviance at which the reference's fits stop, and with it where its standard errors come from. */
const R_STOPS = 1e-8

export const suite: OracleSuite<Trend> = function* ({ meta, series }) {
  for (const [name, { y, mann_kendall, theil_sen, seasonal_mk, glm }] of Object.entries(series)) {
    yield there(`${name}: Mann–Kendall`, 'mannKendall', 1e-9, mann_kendall, mannKendallFigures(y))
    yield there(`${name}: Theil–Sen`, 'theilSen', 1e-9, theil_sen, theilSenFigures(y))
    yield there(`${name}: seasonal Mann–Kendall`, 'seasonalMannKendall', 1e-9, asLists(seasonal_mk), seasonalFigures(y))
    if (hasValue(seasonal_mk.seasonal_sen_slope_per_year))
      yield there(`${name}: seasonal Sen slope`, 'seasonalTheilSen', 1e-9, seasonal_mk, seasonalSlopeFigures(y))
    if (hasValue(seasonal_mk.hirsch_slack_varS))
      // the reference leaves it out where the last year is incomplete
      yield there(`${name}: Hirsch–Slack variance`, 'seasonalMannKendall', 1e-9, seasonal_mk, dependentFigures(y))
    if (glm) yield* untilStopped(`${name}: models`, models(name, glm, monthly(y, meta)))
  }
}

/** A refusal of one series fails by itself and leaves the others to be compared. */
function* untilStopped(item: string, items: Iterable<OracleItem>): Generator<OracleItem> {
  try {
    yield* items
  } catch (error) {
    yield { item: `${item}: ${error}`, function: 'logLinearTrend', error: Infinity, tolerance: 0 }
  }
}

const monthly = (counts: (number | null)[], { months, days }: Trend['meta']): MonthlySeries => ({
  counts,
  monthsOfYear: months.map((month) => Number(month.slice(5, 7))),
  days,
})

/** The reference's seasons as lists of S, variance and number of values. */
const asLists = ({ per_season, ...figures }: TrendSeries['seasonal_mk']): Figures =>
  per_season ? { ...figures, per_season: per_season.map(({ S, varS, n }) => [S, varS, n]) } : figures

const hasValue = (value: unknown) => value !== undefined && value !== null

/** Every figure of ours whose name the reference holds, null included. None in common fails. */
function there(item: string, functionName: string, tolerance: number, reference: Figures, found: Figures): OracleItem {
  const names = Object.keys(found).filter((name) => reference[name] !== undefined)
  return compared(
    item,
    functionName,
    tolerance,
    names.map((name) => [found[name], reference[name]] as const),
  )
}

function mannKendallFigures(y: (number | null)[]): Figures {
  const { s, variance, z, p, tauA, tauB } = mannKendall(y)
  return { S: s, varS: variance, z, p, tau_a: tauA, tau_b: tauB }
}

function theilSenFigures(y: (number | null)[]): Figures {
  const { slope, intercept, pairs, interval, outerInterval } = theilSen(y)
  return {
    slope_per_step: slope,
    intercept_median: intercept,
    n_pairs: pairs,
    ci95_gilbert_interp: interval && [interval.lower, interval.upper],
    ci95_outer: outerInterval && [outerInterval.lower, outerInterval.upper],
  }
}

function seasonalFigures(y: (number | null)[]): Figures {
  const { s, variance, z, p, tau, perSeason } = seasonalMannKendall(y)
  return { S: s, varS: variance, z, p, tau, per_season: perSeason.map((each) => [each.s, each.variance, each.n]) }
}

function seasonalSlopeFigures(y: (number | null)[]): Figures {
  const { slope, pairs, interval } = seasonalTheilSen(y)
  return {
    seasonal_sen_slope_per_year: slope,
    n_slopes: pairs,
    sen_ci95_interp: interval && [interval.lower, interval.upper],
  }
}

function dependentFigures(y: (number | null)[]): Figures {
  const { variance, z, p } = seasonalMannKendall(y).dependent
  return { hirsch_slack_varS: variance, hirsch_slack_z: z, hirsch_slack_p: p }
}

function* models(name: string, glm: NonNullable<TrendSeries['glm']>, series: MonthlySeries): Generator<OracleItem> {
  const cases: [what: string, figures: ModelFigures | undefined, options: LogLinearTrendOptions][] = [
    ['Poisson', glm.poisson, { family: 'poisson', settled: R_STOPS }],
    ['quasi-Poisson', glm.quasipoisson, { settled: R_STOPS }],
    ['Poisson with one harmonic', glm.poisson_1harmonic, { family: 'poisson', season: 'harmonic', settled: R_STOPS }],
  ]
  for (const [what, figures, options] of cases)
    if (figures) yield* model(`${name}: ${what}`, figures, logLinearTrend(series, options))
  // confint gives a row for every effect, all null but the trend's
  const limits = (glm.poisson?.profile_ci95 as (number | null)[] | undefined)?.filter((limit) => limit !== null)
  if (limits) yield* profile(name, limits, series)
  if (!glm.negbin) return
  const found = logLinearTrend(series, { family: 'negative-binomial' })
  if (glm.negbin.theta === undefined) {
    const diverges = found.theta === null || found.theta >= DIVERGED
    yield compared(`${name}: no finite θ`, 'logLinearTrend', 0, [[diverges, true]])
  } else yield* model(`${name}: negative binomial`, glm.negbin, found)
}

/** The reference reads its limits off a spline: the same is done with our profile, and our limits lie on it. */
function* profile(name: string, expected: number[], series: MonthlySeries): Generator<OracleItem> {
  const { design, counts, offset } = trendDesign(series, 'month')
  const found = profileOf(design, counts, offset, 1)!
  const z = normalTwoSided(0.95)
  yield compared(`${name}: Poisson: profile interval, interpolated as in R`, 'logLinearTrend', 1e-6, [
    [interpolatedLimits(found, z).map((effect) => 100 * Math.expm1(effect)), expected],
  ])
  const { lower, upper } = logLinearTrend(series, { family: 'poisson' }).profileInterval!
  yield compared(`${name}: Poisson: root of the profile at its limits`, 'logLinearTrend', 1e-6, [
    [
      [found.root(Math.log1p(lower / 100)), found.root(Math.log1p(upper / 100))],
      [-z, z],
    ],
  ])
}

function* model(item: string, reference: ModelFigures, found: LogLinearTrend): Generator<OracleItem> {
  const { lower, upper } = found.interval
  yield there(item, 'logLinearTrend', 1e-6, reference, {
    slope_log_per_year: found.slope,
    se: found.standardError,
    pct_per_year: found.percentPerYear,
    ci95: [lower, upper],
    z: found.statistic,
    t: found.statistic,
    p: found.p,
    deviance: found.deviance,
    df: found.degreesOfFreedom,
    aic: found.aic,
    loglik: found.logLikelihood,
    twologlik: found.logLikelihood === null ? null : 2 * found.logLikelihood,
    pearson_dispersion: found.dispersion,
  })
  const coefficients = reference.coef as unknown as Record<string, number> | undefined
  if (coefficients)
    yield compared(
      `${item}: coefficients`,
      'logLinearTrend',
      1e-6,
      Object.entries(coefficients)
        .map(([key, value]) => [ourName(key), value] as const)
        .filter(([name]) => isComparable(name, found.emptyMonths))
        .map(([name, value]) => [found.coefficients[name], value] as const),
    )
  if (reference.theta !== undefined)
    yield there(`${item}: θ`, 'logLinearTrend', 1e-4, reference, {
      theta: found.theta,
      se_theta: found.thetaStandardError,
    })
}

/**
 * The effect of a month that never had an event is −∞: the reference gives where its steps stopped. So is everything set
 * against such a January.
 */
const isComparable = (name: string, emptyMonths: number[]) =>
  name === 'trend' || !(emptyMonths.includes(1) || emptyMonths.some((month) => name === `month${month}`))

const ourName = (key: string) =>
  ({ '(Intercept)': 'intercept', t: 'trend', 'sin(2 * pi * t)': 'sine', 'cos(2 * pi * t)': 'cosine' })[key] ??
  key.replace(/^mon/, 'month')
