import { requireLevel } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { wilsonInterval } from '../what-share/wilson-interval.ts'
import { choiceCounts } from './choice-counts.ts'

/**
 * Between which limits does the share of one answer lie, read by itself? Wilson's interval for each answer to a
 * question. Read together, one of five such intervals misses its share in up to a quarter of all samples.
 *
 * @formula {@link wilsonInterval} of each count out of their sum
 * @use for a single answer picked before looking
 * @avoid for a whole list read together: see {@link goodmanIntervals}; as the error of a self-selected sample
 * @param counts how often each answer was chosen
 * @param level chance that one interval holds, 0 to 1 exclusive; 0.95 when left out
 * @returns one interval for each answer, as proportions, in the order given
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Wilson EB (1927). Probable inference, the law of succession, and statistical inference. JASA 22: 209–212. doi:10.1080/01621459.1927.10502953
 * @example wilsonIntervals([92, 26, 10, 6, 2])[0] // { lower: 0.5939, upper: 0.7493 }
 */
export function wilsonIntervals(counts: ArrayLike<number>, level = 0.95): Interval[] {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  return Array.from(x, (count) => wilsonInterval(count, n, level))
}
