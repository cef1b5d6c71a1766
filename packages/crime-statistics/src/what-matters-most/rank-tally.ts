import { MixtureDraws } from './mixture-draws.ts'
import { CANDIDATE_BITS, countRanks, MOST_CANDIDATES } from './twelve-ranks.ts'
import type { ValueTable } from './value-table.ts'
import type { WeightRegion } from './weight-region.ts'

/** What a run of draws counted; lists are candidate by candidate. */
export interface RankTally {
  draws: number
  /** draws in which a candidate had a rank; candidates that tie divide the ranks they take up */
  ranks: Float64Array
  /** sums of the shares λ of the corners, over the draws in which a candidate came first */
  firsts: Float64Array
  /** draws in which the first candidate scored higher than the second; null where they were not counted */
  wins: Float64Array | null
  /** mean and variance of the scores; null where they were not summed */
  scores: { mean: Float64Array; variance: Float64Array } | null
}

const BLOCK = 1024

/** Scores at the corners of the region, candidate by candidate, with ranges at their least. */
export function cornerScores(table: ValueTable, region: WeightRegion): Float64Array {
  const { candidates, criteria, least } = table
  const scores = new Float64Array(candidates * region.corners)
  for (let i = 0; i < candidates; i++)
    for (let corner = 0; corner < region.corners; corner++)
      for (let j = 0; j < criteria; j++)
        scores[i * region.corners + corner]! += region.weights[corner * criteria + j]! * least[i * criteria + j]!
  return scores
}

/**
 * The quick way, for up to five corners and twelve candidates with certain values: null where that is not so, or where
 * two candidates are the same at every corner and have to divide their ranks.
 */
export function quickTally(table: ValueTable, region: WeightRegion, draws: number, seed: number): RankTally | null {
  const { candidates } = table
  const { corners } = region
  if (table.width || region.caps || corners > 5 || candidates > MOST_CANDIDATES) return null
  const scaled = keyScale(cornerScores(table, region), corners)
  if (!scaled || anySame(scaled, candidates, corners)) return null
  const source = new MixtureDraws(corners, seed)
  const shares = Array.from({ length: 5 }, () => new Float64Array(BLOCK))
  const keys = new Int32Array(MOST_CANDIDATES * BLOCK).fill(-1)
  const ranks = new Int32Array(MOST_CANDIDATES * 16)
  const firsts = new Float64Array(16 * 4)
  for (let done = 0; done < draws; done += BLOCK) {
    const count = Math.min(BLOCK, draws - done)
    source.fill(shares, count)
    for (let i = 0; i < candidates; i++) fillKeys(keys.subarray(i * BLOCK), i, scaled, corners, shares, count)
    countRanks(keys, BLOCK, count, ranks, firsts, shares)
  }
  return unpacked(ranks, firsts, candidates, corners, draws)
}

/** Largest score of a key, such that the difference of two keys is a 32-bit number even where one is −1. */
const KEY_RANGE = 2 ** (31 - CANDIDATE_BITS) - 2

/** Corner scores brought to 0 … KEY_RANGE: steps of 1/134 million of their range. Null where all are the same. */
function keyScale(scores: Float64Array, corners: number): Float64Array | null {
  const least = scores.reduce((a, b) => Math.min(a, b), Infinity)
  const range = scores.reduce((a, b) => Math.max(a, b), -Infinity) - least
  if (!(range > 0 && range < Infinity)) return null
  const padded = new Float64Array((scores.length / corners) * 5)
  for (let i = 0; i < scores.length; i++)
    padded[Math.floor(i / corners) * 5 + (i % corners)] = ((scores[i]! - least) / range) * KEY_RANGE
  return padded
}

function anySame(scaled: Float64Array, candidates: number, corners: number): boolean {
  for (let i = 0; i < candidates; i++)
    for (let other = 0; other < i; other++) {
      let apart = 0
      for (let c = 0; c < corners; c++) apart = Math.max(apart, Math.abs(scaled[i * 5 + c]! - scaled[other * 5 + c]!))
      if (apart < 2) return true
    }
  return false
}

/** Score of each draw above the candidate's number. With all five shares adding up to 1, four of them are enough. */
function fillKeys(
  keys: Int32Array,
  candidate: number,
  scaled: Float64Array,
  corners: number,
  shares: readonly Float64Array[],
  count: number,
): void {
  const [share0, share1, share2, share3] = shares as [Float64Array, Float64Array, Float64Array, Float64Array]
  const at = (corner: number) => scaled[candidate * 5 + corner]!
  const last = corners === 5 ? at(4) : 0
  const [s0, s1, s2, s3] = [at(0) - last, at(1) - last, at(2) - last, at(3) - last]
  for (let i = 0; i < count; i++)
    keys[i] =
      ((last + s0 * share0[i]! + s1 * share1[i]! + s2 * share2[i]! + s3 * share3[i]!) << CANDIDATE_BITS) | candidate
}

function unpacked(ranks: Int32Array, firsts: Float64Array, candidates: number, corners: number, draws: number) {
  const tally: RankTally = {
    draws,
    ranks: new Float64Array(candidates * candidates),
    firsts: new Float64Array(candidates * corners),
    wins: null,
    scores: null,
  }
  for (let i = 0; i < candidates; i++) {
    for (let rank = 0; rank < candidates; rank++) tally.ranks[i * candidates + rank] = ranks[rank * 16 + i]!
    let rest = ranks[i]!
    for (let corner = 0; corner < corners; corner++) {
      const share = corner === 4 ? rest : firsts[i * 4 + corner]!
      tally.firsts[i * corners + corner] = share
      rest -= share
    }
  }
  return tally
}
