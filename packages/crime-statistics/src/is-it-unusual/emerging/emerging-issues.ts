import { requireLevel, requireList, requireObject, requireText, requireWholeFrom } from '../../check-inputs.ts'
import { benjaminiHochberg } from '../../many-at-once/benjamini-hochberg.ts'
import { observedCounts } from '../charts/observed-values.ts'
import { assessMonth, type MonthAssessment, type NotAssessable } from './assess-month.ts'
import { explainIssue } from './explain-issue.ts'
import { logPopulations } from './farrington-flexible.ts'
import { type FarringtonOptions, type FarringtonRule, farringtonRule } from './farrington-rule.ts'

/** One of many series: a crime type in a ward, say. */
export interface NamedSeries {
  name: string
  /** events by month in order of time; null where a month is missing */
  counts: ArrayLike<number | null>
  /** population of each month; the same throughout when left out */
  populations?: ArrayLike<number>
}

export interface EmergingIssuesOptions extends Omit<FarringtonOptions, 'populations'> {
  /** share of false alerts among the alerts that is borne, on average; 0.05 when left out */
  falseDiscoveryRate?: number
}

export interface EmergingIssue extends MonthAssessment {
  name: string
  /** place of the series in the list given */
  series: number
  observed: number
  expected: number
  upperBound: number
  p: number
  /** observed / expected; null where none is expected */
  ratio: number | null
  /** p-value adjusted for all series looked at: an alert where it is at or below the false-discovery rate */
  adjustedP: number
  /** place of the first month of the unbroken stretch above the upper bound that ends with the month judged */
  since: number
  /** the same in plain words */
  explanation: string
}

export interface EmergingIssues {
  /** what stands out, the most unusual first */
  alerts: EmergingIssue[]
  /** one for each series, in the order given */
  assessments: MonthAssessment[]
  /** series whose p-values were adjusted for each other */
  assessed: number
  /** series that were not judged, and why; 'too few events' were judged but are never flagged */
  notAssessed: { name: string; series: number; reason: NotAssessable }[]
  falseDiscoveryRate: number
}

/** Longest stretch of months that is looked back through for the beginning of an issue. */
const LONGEST = 24

/**
 * What is new this month, over hundreds or thousands of series? Judges the latest month of every series by
 * {@link farringtonFlexible} and lists those that stand out after allowing for how many were looked at: of the alerts,
 * at most the false-discovery rate are false on average (Benjamini and Hochberg).
 *
 * Values chosen for you differ from those of a single series. The p-value is the predictive one, which stays honest far
 * out in the tail: it allows for counts being whole, for the error of the expected count, and for the dispersion being
 * estimated from few months. Of 60 simulated scans of 1,000 series without an issue, 3 gave an alert with it and 52 with
 * the usual `delta` method. Months count less only beyond 3.3 standardised residuals, so that ordinary ups and downs are
 * not taken for past outbreaks. An alert is above its own upper bound as well. Series with too few events count among those looked at but are never flagged. Time grows
 * in step with the number of series.
 *
 * @formula predictive p = t-tail, with the dispersion's degrees of freedom, of the normal quantile of the tail of a
 *   negative binomial with mean μ and variance (φ + Var(μ)/μ) μ; alert on the k smallest p-values, k the largest rank with
 *   p(k) ≤ rate × k / series looked at
 * @use each month over crime types × places, to choose what to look into
 * @avoid as proof that something is happening: read the series first; recording changes stand out as well
 * @param series names and counts, all up to the same month
 * @param options false-discovery rate, and options of {@link farringtonFlexible}
 * @returns alerts ranked and explained, every series' assessment, and what was not judged and why
 * @throws RangeError if a count or an option is out of range, naming the series; TypeError if series is not a list
 * @see Noufaily A et al. (2013). An improved algorithm for outbreak detection in multiple surveillance systems. Statistics in Medicine 32: 1206–1222. doi:10.1002/sim.5595
 * @see Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate. JRSS B 57: 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x
 * @example emergingIssues([{ name: 'Burglary, Northgate', counts: Array.from({ length: 61 }, (_, i) => (i > 58 ? 40 : 12 + (i % 5))) }]).alerts[0] // { name: 'Burglary, Northgate', observed: 40, since: 59 }
 */
export function emergingIssues(series: readonly NamedSeries[], options: EmergingIssuesOptions = {}): EmergingIssues {
  requireList(series, 'series')
  requireObject(options, 'options', '{ falseDiscoveryRate: 0.1 }')
  const { falseDiscoveryRate = 0.05 } = options
  requireLevel(falseDiscoveryRate, 'falseDiscoveryRate', 0.05)
  const rule = farringtonRule({ threshold: 'predictive', outbreakResidual: 3.3, ...options })
  const checked = Array.from(series, (one, i) => checkedSeries(one, i, options.month))
  const assessments = checked.map(({ counts, month, populations }) => assessMonth(counts, month, rule, populations))
  const judged = assessments.flatMap(({ p }, i) => (p === null ? [] : [i]))
  const adjusted = benjaminiHochberg(judged.map((i) => assessments[i]!.p!))
  const alerts = judged
    .flatMap((i, rank) =>
      adjusted[rank]! <= falseDiscoveryRate && assessments[i]!.exceeds
        ? [issueOf(checked[i]!, i, assessments[i]!, adjusted[rank]!, rule)]
        : [],
    )
    .sort((a, b) => a.p - b.p || (b.score ?? 0) - (a.score ?? 0) || a.series - b.series)
  return {
    alerts,
    assessments,
    assessed: judged.length,
    notAssessed: assessments.flatMap(({ notAssessable }, i) =>
      notAssessable === null ? [] : [{ name: checked[i]!.name, series: i, reason: notAssessable }],
    ),
    falseDiscoveryRate,
  }
}

interface CheckedSeries {
  name: string
  counts: Float64Array
  populations: Float64Array | null
  month: number
}

function checkedSeries(series: NamedSeries, i: number, month: number | undefined): CheckedSeries {
  requireObject(series, `series[${i}]`, "{ name: 'Burglary, Northgate', counts: [12, 15] }")
  const { name, counts, populations } = series
  requireText(name, `series[${i}].name`)
  const observed = observedCounts(counts, `series[${i}].counts`)
  if (observed.length === 0) throw new RangeError(`series[${i}].counts is empty: give the months in order of time.`)
  if (month !== undefined) requireWholeFrom(month, 'month', 0, observed.length - 1)
  return {
    name,
    counts: observed,
    populations: logPopulations(populations, observed.length),
    month: month ?? observed.length - 1,
  }
}

function issueOf(
  { name, counts, populations }: CheckedSeries,
  series: number,
  assessment: MonthAssessment,
  adjustedP: number,
  rule: FarringtonRule,
): EmergingIssue {
  const observed = assessment.observed!
  const expected = assessment.expected!
  let since = assessment.month
  while (since > 0 && assessment.month - since < LONGEST - 1) {
    const before = assessMonth(counts, since - 1, rule, populations)
    if (before.upperBound === null || before.observed! <= before.upperBound) break
    since--
  }
  const issue = {
    ...assessment,
    name,
    series,
    observed,
    expected,
    upperBound: assessment.upperBound!,
    p: assessment.p!,
    ratio: expected > 0 ? observed / expected : null,
    adjustedP,
    since,
  }
  return { ...issue, explanation: explainIssue(issue, rule.alpha) }
}
