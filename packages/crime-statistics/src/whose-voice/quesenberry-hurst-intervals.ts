import { requireLevel } from '../check-inputs.ts'
import { chiSquaredQuantile } from '../distributions/gamma-quantile.ts'
import type { Interval } from '../interval.ts'
import { choiceCounts } from './choice-counts.ts'
import { scoreLimits } from './score-limits.ts'

/**
 * Between which limits do all shares of a question lie, and every sum or difference of them, all at once? Quesenberry
 * and Hurst's intervals, wider than {@link goodmanIntervals}, which came a year later and is preferred when only the
 * shares themselves are read.
 *
 * @formula as Goodman's, with A the chi-squared(k − 1) quantile at level
 * @use when sums of answers will be read off as well
 * @avoid as the usual choice: it is wide for many categories; and as the error of a self-selected sample
 * @param counts how often each answer was chosen
 * @param level chance that all intervals hold together, 0 to 1 exclusive; 0.95 when left out
 * @returns one interval for each answer, as proportions, in the order given
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Quesenberry CP, Hurst DC (1964). Large sample simultaneous confidence intervals for multinomial proportions. Technometrics 6: 191–195. doi:10.1080/00401706.1964.10490163
 * @example quesenberryHurstIntervals([92, 26, 10, 6, 2])[4] // { lower: 0.0022, upper: 0.0905 }
 */
export function quesenberryHurstIntervals(counts: ArrayLike<number>, level = 0.95): Interval[] {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  const chi2 = chiSquaredQuantile(level, x.length - 1)
  return Array.from(x, (count) => scoreLimits(count, n, chi2))
}
