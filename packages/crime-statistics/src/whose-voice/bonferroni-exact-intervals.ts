import { requireLevel } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { clopperPearsonInterval } from '../what-share/clopper-pearson-interval.ts'
import { choiceCounts } from './choice-counts.ts'

/**
 * Between which limits do the shares of all answers to a question lie, surely all at once? Exact (Clopper–Pearson)
 * intervals, each at a level raised for their number (Bonferroni). Never too narrow, so the widest of the usual ones.
 *
 * @formula Clopper–Pearson at level 1 − (1 − level)/k for each of k answers
 * @use where a guarantee is wanted, with very few answers
 * @avoid for display when {@link goodmanIntervals} will do; as the error of a self-selected sample
 * @param counts how often each answer was chosen
 * @param level chance that all intervals hold together, 0 to 1 exclusive; 0.95 when left out
 * @returns one interval for each answer, as proportions, in the order given
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Clopper CJ, Pearson ES (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26: 404–413. doi:10.1093/biomet/26.4.404
 * @example bonferroniExactIntervals([92, 26, 10, 6, 2])[4] // { lower: 0.0008, upper: 0.0664 }
 */
export function bonferroniExactIntervals(counts: ArrayLike<number>, level = 0.95): Interval[] {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  return Array.from(x, (count) => clopperPearsonInterval(count, n, 1 - (1 - level) / x.length))
}
