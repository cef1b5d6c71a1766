import { requireCount, requireExposures, requireFinite, requireLevel, requireObject } from '../check-inputs.ts'
import { centralRatio } from '../is-it-different/central-ratio.ts'
import { logRatioInterval } from './log-ratio-interval.ts'

/** A ratio of e^600, which says that nothing is known: limits stay numbers, as those on the log scale do. */
const MOST = Math.exp(600)

export interface TwoPeriods {
  /** events in the later period: a whole number, 0 or more */
  current: number
  /** days in the later period */
  currentDays: number
  /** events in the earlier period: a whole number, 1 or more */
  base: number
  /** days in the earlier period */
  baseDays: number
}

export type ChangeMethod = 'exact central' | 'log ratio widened by φ' | 'exact central on counts divided by φ'

export interface ChangeInterval {
  /** limits of the change in the daily rate, in per cent of the base */
  lower: number
  upper: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: ChangeMethod
}

export interface ChangeEstimate {
  /** later daily rate divided by the earlier */
  ratio: number
  interval: ChangeInterval
  /** two-sided p-value of no change, by the same method as the interval */
  p: number
}

/**
 * Between which limits does the change between two periods lie, when months vary φ times as much as chance? By the
 * rule change/1: with φ = 1 the exact central interval; above 1 ln ratio ± z√(φ(1/a + 1/b)); exposure in days. When
 * the later count is 0 the logarithm has no interval: then the exact interval on the counts divided by φ, which is the
 * other one's counterpart.
 *
 * @formula φ = 1: exact central limits of the ratio of two daily rates
 *   φ > 1: 100 × (exp(ln(a/days_a ÷ (b/days_b)) ± z√(φ(1/a + 1/b))) − 1)
 *   a = 0: exact central limits of a/φ against b/φ
 * @use to print how far the true change in daily rate may lie from the recorded one, where φ is already known
 * @avoid for a count with months missing, or across a break in recording; {@link changeVerdict} estimates φ as well
 *   and words the finding
 * @param periods the two counts and their days
 * @param phi dispersion; values below 1 are taken as 1
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns ratio of daily rates, the interval as percentage changes, and the p-value
 * @throws RangeError if a count is not whole, the base is 0, days are not above 0, phi is not finite, or level is
 *   outside 0 to 1
 * @example changeInterval({ current: 2564, currentDays: 365, base: 2855, baseDays: 365 }, 4).interval // { lower: -19.2778, upper: -0.0849 }
 */
export function changeInterval(periods: TwoPeriods, phi: number, level = 0.95): ChangeEstimate {
  requireObject(periods, 'periods', '{ current: 2564, currentDays: 365, base: 2855, baseDays: 365 }')
  const { current, currentDays, base, baseDays } = periods
  requireCount(current, 'current')
  requireCount(base, 'base')
  if (base === 0)
    throw new RangeError('base is 0: a change in per cent needs a base of 1 or more; show the two counts.')
  requireExposures(currentDays, 'currentDays', baseDays, 'baseDays')
  requireFinite(phi, 'phi')
  requireLevel(level)
  const ratio = (current / base) * (baseDays / currentDays)
  if (phi > 1 && current > 0) {
    const { interval, p } = logRatioInterval(current, currentDays, base, baseDays, phi, level)
    return { ratio, interval: asPercentages(interval, level, 'log ratio widened by φ'), p }
  }
  const spread = Math.max(1, phi)
  const { interval, p } = centralRatio(current / spread, currentDays, base / spread, baseDays, level)
  const method = spread > 1 ? 'exact central on counts divided by φ' : 'exact central'
  const upper = Math.min(interval.upper!, MOST)
  return { ratio, interval: asPercentages({ lower: interval.lower, upper }, level, method), p }
}

const asPercentages = (ratio: { lower: number; upper: number }, level: number, method: ChangeMethod) => ({
  lower: 100 * (ratio.lower - 1),
  upper: 100 * (ratio.upper - 1),
  level,
  method,
})
