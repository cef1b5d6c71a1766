import type { KnoxCounter } from './knox-counts.ts'
import type { KnoxQuestion } from './knox-question.ts'

/** A table of distance bands (rows, same place first) by time bands (columns). */
export type KnoxMatrix<T = number> = T[][]

export interface KnoxTable {
  events: number
  /** pairs of events, in the bands or not */
  pairs: number
  /** upper limits of the rows in metres; the first is that of the same place */
  distances: number[]
  /** upper limits of the columns in days */
  days: number[]
  observed: KnoxMatrix
  /** pairs in each distance band, whatever the days between them */
  pairsByDistance: number[]
  /** pairs in each time band, whatever the distance */
  pairsByTime: number[]
  /** pairs to be expected were distance and time unrelated; null with fewer than 2 events */
  expected: KnoxMatrix<number | null>
  /** mean, standard deviation of the shuffled tables */
  permutedMean: KnoxMatrix<number | null>
  permutedSd: KnoxMatrix<number | null>
  /** observed ÷ mean of the shuffled tables; null where that mean is 0 */
  ratio: KnoxMatrix<number | null>
  /** one-sided p of more pairs than by chance */
  pMore: KnoxMatrix
  /** one-sided p of fewer pairs than by chance */
  pFewer: KnoxMatrix
  permutations: number
  seed: number
}

/** Puts counted tables together; `permuted` holds a table for each permutation. */
export function knoxSummary(question: KnoxQuestion, counter: KnoxCounter, permuted: Uint32Array): KnoxTable {
  const { day, distances, gaps, permutations, seed } = question
  const { pairsByDistance, pairsByTime } = counter
  const n = day.length
  const pairs = (n * (n - 1)) / 2
  const observed = counter.observed()
  const cells = Array.from(observed, (count, cell) => cellSummary(count, cell, permuted, observed.length, permutations))
  const matrix = <T>(value: (cell: number) => T) =>
    Array.from(distances, (_, row) => Array.from(gaps, (_, column) => value(row * gaps.length + column)))
  const expected = (cell: number) =>
    (pairsByDistance[Math.floor(cell / gaps.length)]! * pairsByTime[cell % gaps.length]!) / pairs
  return {
    events: n,
    pairs,
    distances: [...distances],
    days: [...gaps],
    observed: matrix((cell) => observed[cell]!),
    pairsByDistance: [...pairsByDistance],
    pairsByTime: [...pairsByTime],
    expected: matrix((cell) => (pairs > 0 ? expected(cell) : null)),
    permutedMean: matrix((cell) => cells[cell]!.mean),
    permutedSd: matrix((cell) => cells[cell]!.sd),
    ratio: matrix((cell) => cells[cell]!.ratio),
    pMore: matrix((cell) => cells[cell]!.pMore),
    pFewer: matrix((cell) => cells[cell]!.pFewer),
    permutations,
    seed,
  }
}

function cellSummary(observed: number, cell: number, permuted: Uint32Array, cells: number, permutations: number) {
  let [sum, squares, atLeast, atMost] = [0, 0, 0, 0]
  for (let p = 0; p < permutations; p++) {
    const count = permuted[p * cells + cell]!
    sum += count
    if (count >= observed) atLeast++
    if (count <= observed) atMost++
  }
  const mean = permutations > 0 ? sum / permutations : null
  for (let p = 0; p < permutations; p++) squares += (permuted[p * cells + cell]! - mean!) ** 2
  return {
    mean,
    sd: permutations > 1 ? Math.sqrt(squares / (permutations - 1)) : null,
    ratio: mean === null || mean === 0 ? null : observed / mean,
    pMore: (atLeast + 1) / (permutations + 1),
    pFewer: (atMost + 1) / (permutations + 1),
  }
}
