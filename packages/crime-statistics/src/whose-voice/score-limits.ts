import type { Interval } from '../interval.ts'

/** Limits of one answer's share at which its score statistic is `chi2`; the smaller root by the product of both. */
export function scoreLimits(count: number, n: number, chi2: number): Interval {
  const upper = (chi2 + 2 * count + Math.sqrt(chi2 * (chi2 + (4 * count * (n - count)) / n))) / (2 * (n + chi2))
  const lower = count === 0 ? 0 : ((count / n) * count) / ((n + chi2) * upper)
  return { lower, upper: count === n ? 1 : upper }
}
