import { requireLevel } from '../check-inputs.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { choiceCounts } from './choice-counts.ts'
import { scoreLimits } from './score-limits.ts'

/**
 * Between which limits do the shares of all answers to a question lie, all at once? Goodman's score intervals, each at
 * a level high enough (Bonferroni) that all of them cover at the level asked for. Never 0 below for an answer that
 * anyone gave; a little wide.
 *
 * They describe a random sample. Where people chose whether to answer (the 136 answers of an open poll) there is no
 * sampling error in the strict sense: print that beside them.
 *
 * @formula (A + 2x ± √(A(A + 4x(n − x)/n))) / (2(n + A)), A the chi-squared(1) quantile at 1 − (1 − level)/k
 * @use as the usual choice for “what matters most to you?” with few answers in some categories
 * @avoid for saying that the first is ahead of the second: see {@link leadOverSecond}
 * @param counts how often each answer was chosen
 * @param level chance that all intervals hold together, 0 to 1 exclusive; 0.95 when left out
 * @returns one interval for each answer, as proportions, in the order given
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Goodman LA (1965). On simultaneous confidence intervals for multinomial proportions. Technometrics 7: 247–254. doi:10.1080/00401706.1965.10490252
 * @example goodmanIntervals([92, 26, 10, 6, 2])[0] // { lower: 0.567, upper: 0.7695 }
 */
export function goodmanIntervals(counts: ArrayLike<number>, level = 0.95): Interval[] {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  const chi2 = normalQuantile((1 - level) / (2 * x.length)) ** 2
  return Array.from(x, (count) => scoreLimits(count, n, chi2))
}
