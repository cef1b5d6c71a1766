import { type ValueTable, valueTable, weightShares } from './value-table.ts'

export interface WeightedRanking {
  /** weights as shares that add up to 1 */
  weights: number[]
  /** weighted mean of each candidate's values, in their unit */
  scores: number[]
  /** 1 for the highest score; candidates that tie share the better rank */
  ranks: number[]
}

/** Scores this near each other, as a share of the largest value, are the same but for rounding. */
export const SAME_SCORE = 1e-12

/**
 * Which candidate comes first when each criterion has a given weight? The weighted mean of each candidate's values, and
 * ranks from the highest. Equal scores share the better rank: 1, 2, 2, 4.
 *
 * @formula score = Σ wⱼ·vⱼ with weights wⱼ that add up to 1; rank = 1 + number of higher scores
 * @use for a ranking whose weights have been agreed, printed beside it
 * @avoid as the last word: show what other weights would do ({@link weightTornado}, {@link acceptabilityAnalysis}), and
 *   leave the decision to those who answer for it
 * @param values a row for each candidate, with its value on each criterion, all in one unit such as 0 to 100, more
 *   mattering more
 * @param weights a weight for each criterion, 0 or more, in any unit: 20, 30, 50 or 0.2, 0.3, 0.5
 * @returns shares, scores and ranks in the order given
 * @throws TypeError or RangeError if rows differ in length, a value is not a finite number, a weight is below 0 or none
 *   is above 0
 * @see Belton V, Stewart TJ (2002). Multiple Criteria Decision Analysis: An Integrated Approach. Boston: Kluwer, chapter 6.
 * @example weightedRanking([[80, 20], [50, 50], [20, 80]], [3, 1]) // { scores: [65, 50, 35], ranks: [1, 2, 3] }
 * @example weightedRanking([[1, 3], [3, 1], [0, 0]], [1, 1]).ranks // [1, 1, 3]
 */
export function weightedRanking(values: readonly ArrayLike<number>[], weights: ArrayLike<number>): WeightedRanking {
  const table = certainTable(values)
  const shares = weightShares(weights, table.criteria)
  const scores = scoresOf(table, shares)
  return { weights: [...shares], scores: [...scores], ranks: ranksOf(scores, scaleOf(table)) }
}

/** A table without ranges. */
export function certainTable(values: readonly ArrayLike<number>[]): ValueTable {
  const table = valueTable(values)
  if (table.width) throw new RangeError('values has a range: give single values, or use acceptabilityAnalysis.')
  return table
}

export function scoresOf({ candidates, criteria, least }: ValueTable, shares: Float64Array): Float64Array<ArrayBuffer> {
  const scores = new Float64Array(candidates)
  for (let i = 0; i < candidates; i++)
    for (let j = 0; j < criteria; j++) scores[i]! += shares[j]! * least[i * criteria + j]!
  return scores
}

/** The largest value, against which a difference of scores is rounding. */
export const scaleOf = ({ least }: ValueTable) => least.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** Rank 1 for the highest; scores that are the same share the better rank. */
export function ranksOf(scores: Float64Array, scale: number): number[] {
  const falling = scores.toSorted().reverse()
  const margin = SAME_SCORE * Math.max(scale, Number.MIN_VALUE)
  return Array.from(scores, (score) => 1 + numberAbove(falling, score + margin))
}

function numberAbove(falling: Float64Array, limit: number): number {
  let from = 0
  let to = falling.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (falling[middle]! > limit) from = middle + 1
    else to = middle
  }
  return from
}
