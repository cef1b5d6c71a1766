import { requireObject, requireWholeFrom } from '../check-inputs.ts'
import { MixtureDraws } from './mixture-draws.ts'
import { weightShares } from './value-table.ts'
import { certainTable, ranksOf, scaleOf, scoresOf } from './weighted-ranking.ts'

export interface RankStabilityOptions {
  /** a whole number: print it beside the result, so that anyone can make it again */
  seed: number
  /** random weightings; 1,000 when left out */
  weightings?: number
  /** how many first places to watch, such as the number of priorities to be chosen; 3 when left out */
  top?: number
}

/** Lists are in the order of the candidates. */
export interface RankStability {
  /** ranks with the weights as given */
  ranks: number[]
  /** share of random weightings in which each candidate has the rank it has with the weights given */
  sameRank: number[]
  /** share of random weightings in which each candidate is among the `top` */
  inTop: number[]
  /** the best and the worst rank each candidate had in any weighting */
  bestRank: number[]
  worstRank: number[]
  /** share of random weightings that put the same candidates first */
  sameFirst: number
  /** share of random weightings that put the same candidates among the `top`, in whatever order */
  sameTop: number
  weightings: number
  seed: number
}

/**
 * How much of a ranking would stand if the weights were any others? The candidates are ranked again under so many random
 * weightings, every division of the weight as likely as any other, and compared with the ranking under the weights
 * given.
 *
 * @formula share of N flat random weightings under which a rank, the first place or the first places are unchanged
 * @use for one plain line beside a ranking: "first in 87 % of 1,000 random weightings"
 * @avoid where values are missing, or more is known of the weights: use {@link acceptabilityAnalysis}
 * @param values a row of values for each candidate, as for {@link weightedRanking}
 * @param weights the weights of the ranking that is judged, in any unit
 * @param options seed, number of weightings, number of first places to watch
 * @returns shares of weightings under which ranks are unchanged
 * @throws TypeError or RangeError if values or weights cannot be ranked, or an option is not a whole number from 1
 * @example rankStability([[90, 80], [40, 50], [10, 60]], [1, 1], { seed: 1 }) // { sameFirst: 1, bestRank: [1, 2, 2], worstRank: [1, 3, 3] }
 */
export function rankStability(
  values: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  options: RankStabilityOptions,
): RankStability {
  requireObject(options, 'options', '{ seed: 1 }')
  const { seed, weightings = 1000, top = 3 } = options
  const table = certainTable(values)
  const { candidates, criteria } = table
  requireWholeFrom(weightings, 'weightings', 1, 100_000_000)
  requireWholeFrom(top, 'top', 1)
  const scale = scaleOf(table)
  const ranks = ranksOf(scoresOf(table, weightShares(weights, criteria)), scale)
  const among = (found: number[], most: number) => found.map((rank) => rank <= most)
  const same = (a: boolean[], b: boolean[]) => a.every((value, i) => value === b[i])
  const sameRank = new Array<number>(candidates).fill(0)
  const inTop = new Array<number>(candidates).fill(0)
  const bestRank = new Array<number>(candidates).fill(candidates)
  const worstRank = new Array<number>(candidates).fill(1)
  let sameFirst = 0
  let sameTop = 0
  const source = new MixtureDraws(criteria, seed)
  const lists = Array.from({ length: Math.max(5, criteria) }, () => new Float64Array(1))
  const shares = new Float64Array(criteria)
  for (let weighting = 0; weighting < weightings; weighting++) {
    source.fill(lists, 1)
    for (let j = 0; j < criteria; j++) shares[j] = lists[j]![0]!
    const found = ranksOf(scoresOf(table, shares), scale)
    for (let i = 0; i < candidates; i++) {
      if (found[i] === ranks[i]) sameRank[i]!++
      if (found[i]! <= top) inTop[i]!++
      bestRank[i] = Math.min(bestRank[i]!, found[i]!)
      worstRank[i] = Math.max(worstRank[i]!, found[i]!)
    }
    if (same(among(found, 1), among(ranks, 1))) sameFirst++
    if (same(among(found, top), among(ranks, top))) sameTop++
  }
  return {
    ranks,
    sameRank: sameRank.map((count) => count / weightings),
    inTop: inTop.map((count) => count / weightings),
    bestRank,
    worstRank,
    sameFirst: sameFirst / weightings,
    sameTop: sameTop / weightings,
    weightings,
    seed,
  }
}
