import { requirePositive } from '../check-inputs.ts'
import { type ValueTable, weightShares } from './value-table.ts'
import { certainTable, ranksOf, scaleOf, scoresOf, type WeightedRanking, weightedRanking } from './weighted-ranking.ts'

export interface TornadoBar {
  /** the criterion whose weight is moved, from 0 */
  criterion: number
  /** the ranking with its weight lowered; at 0 at the least */
  lowered: WeightedRanking
  /** the ranking with its weight raised; at 1 at the most */
  raised: WeightedRanking
  /** whether the candidates at rank 1 are others in either ranking */
  changesFirst: boolean
  /** the most places any candidate moves in either ranking */
  mostPlacesMoved: number
}

export interface WeightTornado {
  /** the ranking with the weights as given */
  given: WeightedRanking
  /** one bar for each criterion, those that move candidates furthest first */
  bars: TornadoBar[]
}

/**
 * What if one criterion weighed ten points more, or less? Each weight in turn is lowered and raised by so many points of
 * a hundred, the others sharing the rest in their proportions, and the candidates are ranked again. A ranking that
 * stands under all of them does not hang on fine shades of weight.
 *
 * Where all other weights are 0 they share the rest equally.
 *
 * @formula wⱼ′ = wⱼ ± points/100, held within 0 to 1; others wᵢ·(1 − wⱼ′)/(1 − wⱼ)
 * @use as the sensitivity chart beside every ranking
 * @avoid as the only check: it moves one weight at a time; {@link acceptabilityAnalysis} moves all
 * @param values a row of values for each candidate, as for {@link weightedRanking}
 * @param weights a weight for each criterion, in any unit
 * @param points percentage points by which each weight is moved; 10 when left out
 * @returns the ranking as given, and a lowered and a raised one for each criterion
 * @throws TypeError or RangeError if values or weights cannot be ranked, or points is not above 0 and at most 100
 * @see Belton V, Stewart TJ (2002). Multiple Criteria Decision Analysis: An Integrated Approach. Boston: Kluwer, chapter 6.
 * @example weightTornado([[80, 20], [45, 60]], [50, 50]).bars[0].changesFirst // true
 * @example weightTornado([[80, 20], [45, 60]], [50, 50]).bars[0].raised.weights // [0.6, 0.4]
 */
export function weightTornado(
  values: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  points = 10,
): WeightTornado {
  const table = certainTable(values)
  const shares = weightShares(weights, table.criteria)
  requirePositive(points, 'points')
  if (points > 100) throw new RangeError(`points is ${points}: give at most 100 percentage points.`)
  const given = weightedRanking(values, shares)
  const bars = Array.from(shares, (share, criterion) => {
    const lowered = ranked(table, moved(shares, criterion, Math.max(0, share - points / 100)))
    const raised = ranked(table, moved(shares, criterion, Math.min(1, share + points / 100)))
    return {
      criterion,
      lowered,
      raised,
      changesFirst: firstOf(lowered) !== firstOf(given) || firstOf(raised) !== firstOf(given),
      mostPlacesMoved: Math.max(...[lowered, raised].map((other) => mostMoved(given.ranks, other.ranks))),
    }
  })
  const reach = ({ lowered, raised }: TornadoBar) =>
    raised.scores.reduce((most, score, i) => Math.max(most, Math.abs(score - lowered.scores[i]!)), 0)
  bars.sort((a, b) => b.mostPlacesMoved - a.mostPlacesMoved || reach(b) - reach(a) || a.criterion - b.criterion)
  return { given, bars }
}

function ranked(table: ValueTable, shares: Float64Array): WeightedRanking {
  const scores = scoresOf(table, shares)
  return { weights: [...shares], scores: [...scores], ranks: ranksOf(scores, scaleOf(table)) }
}

function moved(shares: Float64Array, criterion: number, to: number): Float64Array {
  const rest = 1 - shares[criterion]!
  const only = shares.length === 1
  return shares.map((share, j) => {
    if (j === criterion) return only ? 1 : to
    return rest > 1e-12 ? (share * (1 - to)) / rest : (1 - to) / (shares.length - 1)
  })
}

const firstOf = ({ ranks }: WeightedRanking) => ranks.flatMap((rank, i) => (rank === 1 ? [i] : [])).join()

const mostMoved = (from: number[], to: number[]) =>
  from.reduce((most, rank, i) => Math.max(most, Math.abs(to[i]! - rank)), 0)
