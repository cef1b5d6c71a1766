import { requireLevel } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { choiceCounts } from './choice-counts.ts'

/**
 * What did older reports print for each answer? The textbook interval, share ± z standard errors, kept to reproduce
 * them. Limits below 0 or above 1 are left as they come out; an answer nobody gave has no width.
 *
 * @formula p ± z√(p(1 − p)/n)
 * @use to check figures that were made this way
 * @avoid for anything new: {@link wilsonIntervals} each, or {@link goodmanIntervals} together
 * @param counts how often each answer was chosen
 * @param level chance that one interval holds, 0 to 1 exclusive; 0.95 when left out
 * @returns one interval for each answer, as proportions, in the order given
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Brown LD, Cai TT, DasGupta A (2001). Interval estimation for a binomial proportion. Statistical Science 16: 101–133. doi:10.1214/ss/1009213286
 * @example waldIntervals([92, 26, 10, 6, 2])[4] // { lower: -0.0055, upper: 0.0349 }
 */
export function waldIntervals(counts: ArrayLike<number>, level = 0.95): Interval[] {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  const z = normalTwoSided(level)
  return Array.from(x, (count) => {
    const share = count / n
    const reach = z * Math.sqrt((share * (1 - share)) / n)
    return { lower: share - reach, upper: share + reach }
  })
}
