import { finiteNumbers, requireWholeFrom } from '../check-inputs.ts'
import { weightShares } from './value-table.ts'
import { certainTable, SAME_SCORE, scaleOf } from './weighted-ranking.ts'

/**
 * How much would one criterion have to weigh for two candidates to change places? Its weight is moved from 0 to 1 while
 * the others keep their proportions; the answer is the weight at which both score the same.
 *
 * @formula the t with t·v(a, j) + (1 − t)·r(a) = t·v(b, j) + (1 − t)·r(b), where r is the weighted mean of the other
 *   criteria
 * @use to say "community safety concern would have to weigh 43 % for this to come first"
 * @avoid for more than one weight at a time: see {@link acceptabilityAnalysis}
 * @param values a row of values for each candidate, as for {@link weightedRanking}
 * @param weights a weight for each criterion, in any unit; that of the moved criterion does not count
 * @param a one candidate, from 0
 * @param b the other candidate
 * @param criterion the criterion whose weight is moved, from 0
 * @returns the weight, 0 to 1; null when no weight makes the two score the same, or every weight does
 * @throws TypeError or RangeError if values or weights cannot be ranked, a number names no candidate or criterion, or no
 *   other criterion has a weight above 0
 * @see Triantaphyllou E, Sánchez A (1997). A sensitivity analysis approach for some deterministic multi-criteria decision-making methods. Decision Sciences 28: 151–194. doi:10.1111/j.1540-5915.1997.tb01306.x
 * @example switchingWeight([[100, 10], [55, 60]], [1, 1], 0, 1, 0) // 0.5263
 */
export function switchingWeight(
  values: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  a: number,
  b: number,
  criterion: number,
): number | null {
  const table = certainTable(values)
  const { candidates, criteria, least } = table
  requireWholeFrom(a, 'a', 0, candidates - 1)
  requireWholeFrom(b, 'b', 0, candidates - 1)
  requireWholeFrom(criterion, 'criterion', 0, criteria - 1)
  const others = weightShares(finiteNumbers(weights, 'weights').fill(0, criterion, criterion + 1), criteria)
  let behind = 0 // of a by the other criteria
  for (let j = 0; j < criteria; j++) behind += others[j]! * (least[b * criteria + j]! - least[a * criteria + j]!)
  if (Math.abs(behind) <= SAME_SCORE * scaleOf(table)) behind = 0 // but for rounding
  const ahead = least[a * criteria + criterion]! - least[b * criteria + criterion]!
  const weight = behind / (ahead + behind)
  return ahead + behind !== 0 && weight >= 0 && weight <= 1 ? Math.abs(weight) : null
}
