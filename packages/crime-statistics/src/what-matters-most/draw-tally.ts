import { MixtureDraws } from './mixture-draws.ts'
import { cornerScores, type RankTally } from './rank-tally.ts'
import type { ValueTable } from './value-table.ts'
import type { WeightRegion } from './weight-region.ts'
import { SAME_SCORE, scaleOf } from './weighted-ranking.ts'

const BLOCK = 1024
/** Mixtures tried for one that is within its caps, on average, before the bounds are refused as too narrow. */
const MOST_TRIES = 1000

/** The thorough way, draw by draw: any number of candidates and corners, ranges of values, caps, and ties divided. */
export function drawTally(table: ValueTable, region: WeightRegion, draws: number, seed: number): RankTally {
  const { candidates, criteria } = table
  const { corners, caps } = region
  const source = new MixtureDraws(corners, seed)
  const shares = Array.from({ length: Math.max(5, corners) }, () => new Float64Array(BLOCK))
  const counted = newCounts(candidates, corners, SAME_SCORE * Math.max(scaleOfAll(table), Number.MIN_VALUE))
  const atCorners = cornerScores(table, region)
  const scores = new Float64Array(candidates)
  const lambda = new Float64Array(corners)
  const weights = new Float64Array(criteria)
  let tries = 0
  let done = 0
  while (done < draws) {
    source.fill(shares, BLOCK)
    tries += BLOCK
    for (let draw = 0; draw < BLOCK && done < draws; draw++) {
      for (let corner = 0; corner < corners; corner++) lambda[corner] = shares[corner]![draw]!
      if (caps && aboveCap(lambda, caps)) continue
      done++
      mix(atCorners, lambda, scores)
      if (table.width) {
        mixWeights(region.weights, lambda, weights)
        addRanges(table, weights, source, scores)
      }
      count(counted, scores, lambda)
    }
    if (tries > MOST_TRIES * (done + 100))
      throw new RangeError(
        `weights.least and weights.most leave ${done} of ${tries} mixtures of weights: give wider bounds, or fewer.`,
      )
  }
  return { draws, ranks: counted.ranks, firsts: counted.firsts, wins: counted.wins, scores: momentsOf(counted, draws) }
}

/** The largest value either end of any range has. */
function scaleOfAll(table: ValueTable): number {
  return scaleOf(table) + (table.width?.reduce((most, width) => Math.max(most, width), 0) ?? 0)
}

const aboveCap = (lambda: Float64Array, caps: Float64Array) => {
  for (let corner = 0; corner < caps.length; corner++) if (lambda[corner]! > caps[corner]!) return true
  return false
}

function mix(atCorners: Float64Array, lambda: Float64Array, into: Float64Array) {
  const corners = lambda.length
  for (let i = 0; i < into.length; i++) {
    let value = 0
    for (let corner = 0; corner < corners; corner++) value += atCorners[i * corners + corner]! * lambda[corner]!
    into[i] = value
  }
}

function mixWeights(cornerWeights: Float64Array, lambda: Float64Array, into: Float64Array) {
  into.fill(0)
  for (let corner = 0; corner < lambda.length; corner++)
    for (let j = 0; j < into.length; j++) into[j]! += cornerWeights[corner * into.length + j]! * lambda[corner]!
}

/** Adds a uniform part of each range, weighted. */
function addRanges(
  { candidates, criteria, width }: ValueTable,
  weights: Float64Array,
  source: MixtureDraws,
  scores: Float64Array,
) {
  for (let i = 0; i < candidates; i++)
    for (let j = 0; j < criteria; j++) {
      const range = width![i * criteria + j]!
      if (range > 0) scores[i]! += weights[j]! * range * source.next()
    }
}

function newCounts(candidates: number, corners: number, margin: number) {
  return {
    candidates,
    corners,
    margin,
    ranks: new Float64Array(candidates * candidates),
    firsts: new Float64Array(candidates * corners),
    wins: new Float64Array(candidates * candidates),
    /** scores are summed less their first, so that squares keep their digits */
    origin: null as Float64Array | null,
    sum: new Float64Array(candidates),
    squares: new Float64Array(candidates),
  }
}

function count(counted: ReturnType<typeof newCounts>, scores: Float64Array, lambda: Float64Array) {
  const { candidates, corners, margin, ranks, firsts, wins, sum, squares } = counted
  counted.origin ??= scores.slice()
  for (let i = 0; i < candidates; i++) {
    const score = scores[i]!
    let higher = 0
    let same = 0
    for (let other = 0; other < candidates; other++) {
      const gap = scores[other]! - score
      if (gap > margin) higher++
      else if (gap >= -margin) same++
      else wins[i * candidates + other]!++
    }
    for (let rank = higher; rank < higher + same; rank++) ranks[i * candidates + rank]! += 1 / same
    if (higher === 0)
      for (let corner = 0; corner < corners; corner++) firsts[i * corners + corner]! += lambda[corner]! / same
    const deviation = score - counted.origin[i]!
    sum[i]! += deviation
    squares[i]! += deviation * deviation
  }
}

function momentsOf({ origin, sum, squares }: ReturnType<typeof newCounts>, draws: number) {
  const mean = sum.map((value, i) => origin![i]! + value / draws)
  const variance = squares.map((value, i) => Math.max(0, value / draws - (sum[i]! / draws) ** 2))
  return { mean, variance }
}
