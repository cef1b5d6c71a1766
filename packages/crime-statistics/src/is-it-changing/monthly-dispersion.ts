import { groupedBy } from '../grouped-by.ts'
import { type MonthlySeries, type UsableMonth, usableMonthsOf } from './monthly-series.ts'

export interface MonthlyDispersion {
  /** φ as estimated, below 1 too; null when no month of the year has been seen twice */
  phi: number | null
  /** φ, never below 1: what a verdict uses; null when phi is */
  floored: number | null
  /** months with a count that were not removed */
  usableMonths: number
  degreesOfFreedom: number
}

/**
 * How much do months vary, as a multiple of what chance and season explain? The Pearson dispersion φ of a
 * quasi-Poisson model with an effect for each month of the year and days as exposure. 1 is chance alone (Poisson); 4
 * makes intervals twice as wide. The model has a closed form: within a month of the year each count is expected to be
 * the group's rate a day times its own days, and φ = Σ(y − μ)²/μ ÷ (n − months of the year seen). There is no trend in
 * it, so a lasting rise or fall within the months widens it too: a cautious choice.
 *
 * @formula φ = Σ(y − μ)² / μ ÷ (n − months of the year seen); μ = month of the year's daily rate × the month's days
 * @use to widen the interval of a change by how much this series usually varies; with 24 months or more
 * @avoid across a break in recording: mark those months removed; with under two values of any month of the year
 *   there is nothing to estimate it from
 * @param series counts by month, null where missing; order does not matter
 * @returns φ raw and floored at 1, the months used and the degrees of freedom
 * @throws TypeError or RangeError if lists differ in length, a count is not whole, a month is not 1–12 or days are not
 *   1–31
 * @see McCullagh P, Nelder JA (1989). Generalized Linear Models, 2nd edition. London: Chapman and Hall, sections 4.5 and 6.2.
 * @example monthlyDispersion({ counts: [30, 50, 40, null], monthsOfYear: [1, 1, 2, 2], days: [31, 31, 28, 28] }) // { phi: 5, floored: 5, usableMonths: 3, degreesOfFreedom: 1 }
 */
export function monthlyDispersion(series: MonthlySeries): MonthlyDispersion {
  const months = usableMonthsOf(series)
  const groups = groupedBy(months, ({ monthOfYear }) => monthOfYear)
  const degreesOfFreedom = months.length - groups.size
  if (degreesOfFreedom === 0) return { phi: null, floored: null, usableMonths: months.length, degreesOfFreedom }
  let pearson = 0
  for (const group of groups.values()) pearson += pearsonWithin(group)
  const phi = pearson / degreesOfFreedom
  return { phi, floored: Math.max(1, phi), usableMonths: months.length, degreesOfFreedom }
}

/** Σ(y − μ)²/μ of one month of the year. Where no year had an event, nothing was expected and nothing seen: 0. */
function pearsonWithin(group: UsableMonth[]): number {
  const events = group.reduce((sum, { count }) => sum + count, 0)
  if (events === 0) return 0
  const ratePerDay = events / group.reduce((sum, { days }) => sum + days, 0)
  return group.reduce((sum, { count, days }) => sum + (count - ratePerDay * days) ** 2 / (ratePerDay * days), 0)
}
