import { requireObject, requireWholeFrom } from '../check-inputs.ts'
import { drawTally } from './draw-tally.ts'
import { shareAboveZero } from './frustum-share.ts'
import { cornerScores, quickTally, type RankTally } from './rank-tally.ts'
import { type ValueOrRange, type ValueTable, valueTable } from './value-table.ts'
import { type WeightKnowledge, type WeightRegion, weightRegion } from './weight-region.ts'
import { SAME_SCORE, scaleOf } from './weighted-ranking.ts'

export interface AcceptabilityOptions {
  /** a whole number: print it beside the result, so that anyone can make it again */
  seed: number
  /** what is known of the weights; nothing (`flat`) when left out */
  weights?: WeightKnowledge
  /** weights (and values within ranges) to draw; 100,000 when left out */
  draws?: number
}

/** Lists are in the order of the candidates. */
export interface AcceptabilityAnalysis {
  /** for each candidate, the share of weights that put it at rank 1, 2, …; candidates that tie divide the ranks */
  rankAcceptability: number[][]
  /** mean rank over all weights */
  expectedRank: number[]
  /** for each candidate the mean of the weights that put it first: what one has to hold to prefer it; null where none do */
  centralWeights: (number[] | null)[]
  /** how sure it is that the candidate is first with its central weights, 0 to 1; null where it has none */
  confidenceFactor: (number | null)[]
  meanScore: number[]
  sdScore: number[]
  /** for each candidate, the share of weights that score it higher than each other one */
  pairwiseWins: number[][]
  /** Σ acceptability / rank: one figure that counts first ranks most */
  holisticAcceptability: number[]
  /** the most that chance moves an acceptability, as a standard error: √(0.25/draws) */
  largestStandardError: number
  draws: number
  seed: number
}

/**
 * Which weights would put each candidate first? Instead of one set of weights that people must agree on, all sets that
 * agree with what is known are tried, thousands at random, and the ranking of each is counted (stochastic
 * multicriteria acceptability analysis, SMAA-2). A candidate that is first under 46 % of weights is a strong one
 * whatever one holds; one that is never first cannot be made so by any view of what matters.
 *
 * **Weights.** `flat`: every division is as likely as any other. `ordered`: criteria ranked by importance, every
 * division in that order as likely as any other. `bounded`: every division between a least and a most share of each
 * criterion. All are drawn exactly, as mixtures of corners of the region; for upper bounds mixtures outside are drawn anew.
 *
 * **Values that are not known.** A value may be a range, `[0, 100]` where it is missing: each draw takes a value within
 * it, every one as likely. Nothing is filled in and no weight is passed on to other criteria.
 *
 * Candidates with equal scores divide the ranks they take up, so that the order of the list never decides. Where values
 * are certain and weights have no upper bounds, pairwise wins, means and standard deviations are exact, not simulated.
 *
 * @formula acceptability b(i, r) = share of weights under which candidate i has rank r; central weights of i = mean of the
 *   weights under which it is first; holistic = Σ b(i, r)/r
 * @use to show how far a ranking depends on weights that are a matter of judgement
 * @avoid to choose for people: the shares say how many views favour a candidate, not which view is right
 * @param values a row for each candidate, with its value (or `[least, most]`) on each criterion, all in one unit such as 0
 *   to 100 on printed scales, more mattering more
 * @param options seed, what is known of weights, number of draws
 * @returns acceptabilities, central weights, confidence factors, expected ranks, wins and scores
 * @throws TypeError or RangeError if rows differ in length, a value is not finite, an order does not name each criterion
 *   once, or no weights lie between the bounds (or hardly any)
 * @see Lahdelma R, Salminen P (2001). SMAA-2: stochastic multicriteria acceptability analysis for group decision making. Operations Research 49: 444–454. doi:10.1287/opre.49.3.444.11220
 * @see Tervonen T, Lahdelma R (2007). Implementing stochastic multicriteria acceptability analysis. European Journal of Operational Research 178: 500–513. doi:10.1016/j.ejor.2005.12.037
 * @example acceptabilityAnalysis([[100, 10], [55, 60], [0, 100]], { seed: 1 }).rankAcceptability[0] // [0.48, 0.05, 0.47]
 * @example acceptabilityAnalysis([[80, 20], [80, 20], [10, 10]], { seed: 1, draws: 1000 }).rankAcceptability // [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]
 */
export function acceptabilityAnalysis(
  values: readonly ArrayLike<ValueOrRange>[],
  options: AcceptabilityOptions,
): AcceptabilityAnalysis {
  requireObject(options, 'options', '{ seed: 1 }')
  const { seed, weights = { kind: 'flat' }, draws = 100_000 } = options
  const table = valueTable(values)
  requireWholeFrom(draws, 'draws', 1, 1_000_000_000)
  const region = weightRegion(weights, table.criteria)
  const tally = quickTally(table, region, draws, seed) ?? drawTally(table, region, draws, seed)
  const simplex = !table.width && !region.caps
  const { mean, variance } = simplex ? exactMoments(table, region) : tally.scores!
  const rows = (cells: Float64Array) => rowsOf(cells, table.candidates)
  const rankAcceptability = rows(tally.ranks.map((count) => count / draws))
  const centralWeights = rankAcceptability.map((ranks, i) => (ranks[0]! > 0 ? centralOf(tally, region, i) : null))
  return {
    rankAcceptability,
    expectedRank: rankAcceptability.map((ranks) => ranks.reduce((sum, share, rank) => sum + share * (rank + 1), 0)),
    centralWeights,
    confidenceFactor: centralWeights.map((central, i) => central && confidenceOf(table, central, i, seed)),
    meanScore: [...mean],
    sdScore: Array.from(variance, Math.sqrt),
    pairwiseWins: rows(simplex ? exactWins(table, region) : tally.wins!.map((count) => count / draws)),
    holisticAcceptability: rankAcceptability.map((ranks) =>
      ranks.reduce((sum, share, rank) => sum + share / (rank + 1), 0),
    ),
    largestStandardError: Math.sqrt(0.25 / draws),
    draws,
    seed,
  }
}

const rowsOf = (cells: Float64Array, columns: number) =>
  Array.from({ length: cells.length / columns }, (_, i) => [...cells.subarray(i * columns, (i + 1) * columns)])

function centralOf({ firsts }: RankTally, { corners, weights }: WeightRegion, candidate: number): number[] {
  const shares = firsts.subarray(candidate * corners, (candidate + 1) * corners)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const criteria = weights.length / corners
  const central = new Array<number>(criteria).fill(0)
  for (let corner = 0; corner < corners; corner++)
    for (let j = 0; j < criteria; j++) central[j]! += (weights[corner * criteria + j]! * shares[corner]!) / total
  return central
}

/** Draws of the values for a confidence factor: a standard error of half a percentage point at most. */
const CONFIDENCE_DRAWS = 10_000

function confidenceOf(table: ValueTable, central: number[], candidate: number, seed: number): number {
  const fixed = { corners: 1, weights: Float64Array.from(central), caps: null }
  const draws = table.width ? CONFIDENCE_DRAWS : 1
  return drawTally(table, fixed, draws, seed).ranks[candidate * table.candidates]! / draws
}

/** Mean and variance of a score under flat mixtures of corners: those of a flat Dirichlet distribution. */
function exactMoments(table: ValueTable, region: WeightRegion) {
  const scores = cornerScores(table, region)
  const n = region.corners
  const mean = new Float64Array(table.candidates)
  const variance = new Float64Array(table.candidates)
  for (let i = 0; i < table.candidates; i++) {
    const own = scores.subarray(i * n, (i + 1) * n)
    mean[i] = own.reduce((sum, score) => sum + score / n, 0)
    variance[i] = own.reduce((sum, score) => sum + (score - mean[i]!) ** 2, 0) / n / (n + 1)
  }
  return { mean, variance }
}

function exactWins(table: ValueTable, region: WeightRegion): Float64Array {
  const scores = cornerScores(table, region)
  const { candidates } = table
  const margin = SAME_SCORE * scaleOf(table)
  const wins = new Float64Array(candidates * candidates)
  for (let i = 0; i < candidates; i++)
    for (let other = 0; other < i; other++) {
      const difference = new Float64Array(region.corners)
      for (let c = 0; c < region.corners; c++) {
        const gap = scores[i * region.corners + c]! - scores[other * region.corners + c]!
        difference[c] = Math.abs(gap) > margin ? gap : 0
      }
      if (difference.every((gap) => gap === 0)) continue // never higher, never lower
      wins[i * candidates + other] = shareAboveZero(difference)
      wins[other * candidates + i] = shareAboveZero(difference.map((gap) => -gap))
    }
  return wins
}
