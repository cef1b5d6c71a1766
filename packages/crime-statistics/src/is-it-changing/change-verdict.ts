import { requireCount, requireExposures, requireLevel, requireObject } from '../check-inputs.ts'
import { roundHalfAwayFromZero } from '../how-to-print/round-half-away-from-zero.ts'
import { type ChangeInterval, changeInterval } from './change-interval.ts'
import { monthlyDispersion } from './monthly-dispersion.ts'
import type { MonthlySeries } from './monthly-series.ts'
import { percentageChange } from './percentage-change.ts'

/** Name and version of the rule, to be kept with every verdict made by it. */
export const CHANGE_RULE = 'change/1'

/** The months before and in the later period from which φ is estimated. */
export const CHANGE_WINDOW_MONTHS = 36

/** With fewer usable months φ is not estimated: the exact interval stands, as the least the uncertainty can be. */
export const CHANGE_LEAST_MONTHS = 24

/** Percentage changes and their limits are printed to this many decimal places, and judged as printed. */
export const CHANGE_PLACES = 1

export type Verdict = 'rise' | 'fall' | 'no clear change' | 'cannot be ascertained'

export interface ChangeInput {
  /** events in the later period; null when it cannot be counted, as with a month missing */
  current: number | null
  /** days in the later period */
  currentDays: number
  /** events in the earlier period; null when it cannot be counted */
  base: number | null
  /** days in the earlier period */
  baseDays: number
  /** up to 36 months that end with the later period's last; months beyond a break in recording marked `removed` */
  months: MonthlySeries
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface ChangeVerdict {
  rule: typeof CHANGE_RULE
  verdict: Verdict
  /** current − base as recorded; null when a count is missing */
  change: number | null
  /** recorded change in per cent of the base, not adjusted for days; null when a count is missing or the base is 0 */
  percentageChange: number | null
  /** later daily rate over the earlier; null without a verdict */
  ratio: number | null
  /** limits of the change in daily rate, in per cent; null without a verdict */
  interval: ChangeInterval | null
  /** φ used for the interval, never below 1; null when it was not estimated */
  phi: number | null
  /** φ as estimated, before it was floored at 1 */
  rawPhi: number | null
  usableMonths: number
  label: 'minimum uncertainty' | null
  /** two-sided p-value of no change, for {@link verdictsInList}; null without a verdict */
  p: number | null
  /** why there is no verdict */
  reason: string | null
}

/**
 * Is a change more than usual month-to-month variation? The one rule change/1. The recorded change is a fact, returned
 * whatever the verdict. φ is the dispersion of the monthly counts ({@link monthlyDispersion}) over the 36 months ending
 * with the later period, floored at 1; under 24 usable months it is not estimated and the exact interval is labelled
 * *minimum uncertainty*. The interval is {@link changeInterval}'s. The verdict is read from its limits as printed, to
 * one decimal place: both above 0 is a rise, both below a fall, anything else no clear change, so that a reader of the
 * page comes to the same verdict. Choose {@link verdictsInList} for lists.
 *
 * The rule takes months as separate pieces of evidence; months of crime come in runs. Of simulated series in which nothing
 * changed, a year against the year before, it calls a rise or fall in 2 to 7 of 100 where months are independent (up to 12
 * where fewer than one a month vary with φ = 4), but in 10 to 17 where the levels of neighbouring months are correlated by
 * 0.3, in about 20 at 0.5 and 30 at 0.7; of quarters in a third to half as many. So a rise says that the two periods differ,
 * which a run that passes can do too: it is no trend, and has no cause yet.
 *
 * @formula φ = max(1, Pearson dispersion of 36 months with month effects)
 *   both limits of the change > 0 → rise; both < 0 → fall; else no clear change
 * @use for every change that is shown to anyone: a year against the year before, a quarter against the same quarter
 * @avoid for windows of unequal length or a base of 0, where there is no verdict; for a lasting direction use {@link
 *   mannKendall} or a trend; for many changes at once pass the answers to {@link verdictsInList}
 * @param input two counts with their days, and the monthly counts
 * @returns verdict, recorded change, interval in per cent, φ and the months it came from. *Cannot be ascertained*, with
 *   the reason, when a count is missing or the base is 0
 * @throws TypeError or RangeError on a count that is not whole, days out of range, or more than 36 months
 * @example changeVerdict({ current: 2564, currentDays: 365, base: 2855, baseDays: 365, months: { counts: [], monthsOfYear: [], days: [] } }).verdict // "fall"
 */
export function changeVerdict(input: ChangeInput): ChangeVerdict {
  requireObject(input, 'input', '{ current, currentDays, base, baseDays, months }')
  const { current, currentDays, base, baseDays, months, level = 0.95 } = input
  if (current !== null) requireCount(current, 'current')
  if (base !== null) requireCount(base, 'base')
  requireExposures(currentDays, 'currentDays', baseDays, 'baseDays')
  requireLevel(level)
  const dispersion = monthlyDispersion(months)
  if (months.counts.length > CHANGE_WINDOW_MONTHS)
    throw new RangeError(
      `months has ${months.counts.length} months: give the ${CHANGE_WINDOW_MONTHS} that end with the later period.`,
    )
  const enough = dispersion.usableMonths >= CHANGE_LEAST_MONTHS
  const recorded = {
    rule: CHANGE_RULE,
    change: current === null || base === null ? null : current - base,
    percentageChange: current === null || base === null ? null : percentageChange(current, base),
    phi: enough ? dispersion.floored : null,
    rawPhi: enough ? dispersion.phi : null,
    usableMonths: dispersion.usableMonths,
  } as const
  if (current === null || base === null || base === 0)
    return {
      ...recorded,
      verdict: 'cannot be ascertained',
      ratio: null,
      interval: null,
      label: null,
      p: null,
      reason: whyNot(current, base),
    }
  const estimate = changeInterval({ current, currentDays, base, baseDays }, recorded.phi ?? 1, level)
  return {
    ...recorded,
    ...estimate,
    verdict: verdictOf(estimate.interval),
    label: enough ? null : 'minimum uncertainty',
    reason: null,
  }
}

function verdictOf({ lower, upper }: ChangeInterval): Verdict {
  if (roundHalfAwayFromZero(lower, CHANGE_PLACES) > 0) return 'rise'
  if (roundHalfAwayFromZero(upper, CHANGE_PLACES) < 0) return 'fall'
  return 'no clear change'
}

function whyNot(current: number | null, base: number | null): string {
  if (current === null && base === null) return 'neither period has a complete count'
  if (current === null) return 'the later period has no complete count'
  if (base === null) return 'the earlier period has no complete count'
  if (current === 0) return 'there were none in either period'
  return 'there were none in the earlier period, so there is no base for a change in per cent'
}
