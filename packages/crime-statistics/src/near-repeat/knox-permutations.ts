import { requireWholeFrom } from '../check-inputs.ts'
import type { ExactPoints } from '../where/snapped/located-points.ts'
import type { ExactDays } from './days.ts'
import { knoxCounter } from './knox-counts.ts'
import { type KnoxOptions, knoxQuestion } from './knox-question.ts'

/**
 * What do some of the shuffled tables of a Knox test hold? The share of the work that one worker does for
 * {@link knoxTableInParts}.
 *
 * Each permutation has a source of chance of its own, made of the seed and its number: the tables are the same however
 * they are shared out. Arguments and result pass through `postMessage`.
 *
 * @formula table p: pairs by bands, days shuffled with the chance of seed and p
 * @use inside a worker
 * @avoid on its own: {@link knoxTable} counts all permutations and says what they mean
 * @param points places of events, exact
 * @param days days of events, exact, in the same order
 * @param options bands and seed, as for {@link knoxTable}; `permutations` is left unread
 * @param from first permutation, counted from 0
 * @param to permutation before which to stop
 * @returns table after table, each row by row: distance bands, same place first, by time bands
 * @throws TypeError and RangeError as {@link knoxTable}; RangeError if from or to is not whole or to is before from
 * @see Knox EG (1964). The detection of space-time interactions. Applied Statistics 13: 25–30. doi:10.2307/2985220
 * @example knoxPermutations(exactPoints([0, 0], [0, 0]), exactDays([1, 2]), { distances: [100], days: [7], seed: 1 }, 3, 5) // [1, 0, 1, 0]
 */
export function knoxPermutations(
  points: ExactPoints,
  days: ExactDays,
  options: KnoxOptions,
  from: number,
  to: number,
): Uint32Array {
  const question = knoxQuestion(points, days, options, 'knoxPermutations')
  requireWholeFrom(from, 'from', 0)
  requireWholeFrom(to, 'to', from)
  return knoxCounter(question).permuted(from, to)
}
