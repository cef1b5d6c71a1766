import type { FarringtonRule } from './farrington-rule.ts'
import { fitUsual, type Usual } from './fit-usual.ts'
import { type ReferenceMonths, referenceMonths } from './reference-months.ts'
import { type Threshold, thresholdOf } from './upper-bound.ts'
import { boundWhereNone, isNoneLikely } from './where-none-were.ts'

/** Why a month cannot be judged, or is not flagged whatever its count. */
export type NotAssessable =
  | 'the month is missing'
  | 'too little history'
  | 'too few reference months'
  | 'no fit settles'
  | 'too uncertain'
  | 'too few events'

/**
 * What the expectation comes from: the model with seasons; one level for all reference months, where those of the season
 * had no event and that may be chance; or an exact chance, where none can be expected.
 */
export type ExpectationBasis = 'seasons' | 'all months' | 'none before'

export interface MonthAssessment {
  /** place of the month judged, 0 the first of the series */
  month: number
  /** events in it; null where it is missing */
  observed: number | null
  /** events a usual month of this season would have; null where it cannot be told */
  expected: number | null
  /** a usual month exceeds this with a chance of at most alpha; null also where so little is known that nothing bounds it */
  upperBound: number | null
  /** (observed − expected) / (upperBound − expected): above 1 the bound is exceeded; null where the two are the same */
  score: number | null
  /** chance of a count at least as large in a usual month */
  p: number | null
  /** whether the observed count is above the upper bound and nothing stands against flagging it */
  exceeds: boolean
  /** whether a trend was kept */
  trend: boolean | null
  /** percentage change a month of the trend kept; null without one */
  percentPerMonth: number | null
  /** variance of the reference months over their mean, at least 1 */
  dispersion: number | null
  /** reference months used */
  referenceMonths: number
  basis: ExpectationBasis | null
  /** why the month is not judged; null where it is. With 'too few events' the numbers are given but nothing is flagged */
  notAssessable: NotAssessable | null
}

/** Judges one month of a checked series, NaN where a month is missing. */
export function assessMonth(
  counts: Float64Array,
  month: number,
  rule: FarringtonRule,
  logPopulation: Float64Array | null,
): MonthAssessment {
  const observed = counts[month]!
  const nothing = (reason: NotAssessable, months = 0): MonthAssessment => ({
    ...EMPTY,
    month,
    observed: Number.isNaN(observed) ? null : observed,
    referenceMonths: months,
    notAssessable: reason,
  })
  if (Number.isNaN(observed)) return nothing('the month is missing')
  if (month < rule.years * rule.period) return nothing('too little history')
  const reference = referenceMonths(counts, month, rule, rule.cycle, logPopulation)
  const months = reference.counts.length
  if (!enough(reference, rule.trend)) return nothing('too few reference months', months)
  const expectation = expect(reference, observed, month, logPopulation?.[month] ?? 0, rule)
  if (typeof expectation === 'string') return nothing(expectation, months)
  const { expected, upper, p, usual, basis } = expectation
  const flaggable = recentEvents(counts, month, rule.fewest.months) >= rule.fewest.events
  return {
    month,
    observed,
    expected,
    upperBound: upper,
    score: upper !== null && upper > expected ? (observed - expected) / (upper - expected) : null,
    p,
    exceeds: flaggable && upper !== null && observed > upper,
    trend: usual.trend,
    percentPerMonth: usual.trend ? 100 * Math.expm1(usual.fit.slope) : null,
    dispersion: usual.dispersion,
    referenceMonths: months,
    basis,
    notAssessable: flaggable ? null : 'too few events',
  }
}

const EMPTY = {
  expected: null,
  upperBound: null,
  score: null,
  p: null,
  exceeds: false,
  trend: null,
  percentPerMonth: null,
  dispersion: null,
  basis: null,
}

interface Expectation extends Threshold {
  expected: number
  usual: Usual
  basis: ExpectationBasis
}

function expect(
  reference: ReferenceMonths,
  observed: number,
  month: number,
  offset: number,
  rule: FarringtonRule,
): Expectation | NotAssessable {
  const usual = fitUsual(reference, month, offset, rule)
  if (!usual) return 'no fit settles'
  if (rule.likeSurveillance || someInSeason(reference)) return judged(usual, observed, rule, 'seasons')
  const level = { ...reference, seasons: new Int32Array(reference.counts.length) }
  const pooled = fitUsual(level, month, offset, rule)
  if (pooled && isNoneLikely(reference, pooled)) return judged(pooled, observed, rule, 'all months')
  const exact = boundWhereNone(reference, observed, offset, usual.dispersion, rule.alpha)
  return { ...exact, expected: 0, usual, basis: 'none before' }
}

function judged(
  usual: Usual,
  observed: number,
  rule: FarringtonRule,
  basis: ExpectationBasis,
): Expectation | NotAssessable {
  const threshold = thresholdOf(usual, observed, rule)
  return threshold ? { ...threshold, expected: Math.exp(usual.logMean), usual, basis } : 'too uncertain'
}

/** A month of the season, and a degree of freedom beside levels and slope. */
function enough({ seasons }: ReferenceMonths, trend: boolean): boolean {
  const levels = new Set(seasons)
  return levels.has(0) && seasons.length > levels.size + (trend ? 1 : 0)
}

const someInSeason = ({ counts, seasons }: ReferenceMonths) => counts.some((count, i) => seasons[i] === 0 && count > 0)

function recentEvents(counts: Float64Array, month: number, months: number): number {
  let sum = 0
  for (let at = Math.max(0, month - months + 1); at <= month; at++) if (!Number.isNaN(counts[at]!)) sum += counts[at]!
  return sum
}
