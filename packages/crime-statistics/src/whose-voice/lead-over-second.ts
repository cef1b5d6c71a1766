import { requireLevel } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { choiceCounts } from './choice-counts.ts'

export interface LeadOverSecond {
  /** place in the list of the answer chosen most; of equals the earlier */
  first: number
  /** place of the answer chosen next most */
  second: number
  /** share of the first less share of the second */
  lead: number
  standardError: number
  interval: Interval
}

/**
 * Is the answer chosen most really ahead of the next? Their difference with an interval that allows for both coming
 * from one sample: where one gains the other loses, so separate intervals that overlap, or do not, prove nothing. Picking
 * the two after looking flatters the lead a little, most when the two are close. For a random sample: a self-selected
 * one has no sampling error in the strict sense.
 *
 * @formula p₁ − p₂ ± z√((p₁ + p₂ − (p₁ − p₂)²)/n)
 * @use before writing that one issue matters most
 * @avoid with fewer than about ten choices of either
 * @param counts how often each answer was chosen
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns the two answers, the lead and its interval, as proportions
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Agresti A (2013). Categorical Data Analysis, 3rd edition. Hoboken: Wiley.
 * @example leadOverSecond([92, 26, 10, 6, 2]) // { first: 0, second: 1, lead: 0.4853, interval: { lower: 0.3517, upper: 0.6189 } }
 */
export function leadOverSecond(counts: ArrayLike<number>, level = 0.95): LeadOverSecond {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  const [first, second] = Array.from(x, (_, place) => place).sort((a, b) => x[b]! - x[a]! || a - b) as [number, number]
  const lead = (x[first]! - x[second]!) / n
  const standardError = Math.sqrt(Math.max(0, (x[first]! + x[second]!) / n - lead ** 2) / n)
  const reach = normalTwoSided(level) * standardError
  return { first, second, lead, standardError, interval: { lower: lead - reach, upper: lead + reach } }
}
