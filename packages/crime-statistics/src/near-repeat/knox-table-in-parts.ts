import { requireFunction, requireWholeFrom, shown } from '../check-inputs.ts'
import type { ExactPoints } from '../where/snapped/located-points.ts'
import type { ExactDays } from './days.ts'
import { knoxCounter } from './knox-counts.ts'
import { type KnoxOptions, knoxQuestion } from './knox-question.ts'
import { type KnoxTable, knoxSummary } from './knox-summary.ts'

/** What one worker is sent: the arguments of {@link knoxPermutations}. */
export interface KnoxPart {
  points: ExactPoints
  days: ExactDays
  options: KnoxOptions
  from: number
  to: number
}

/**
 * The table of {@link knoxTable}, number for number, with its permutations shared out among workers.
 *
 * The library starts no worker itself, since browsers and servers do so differently: `run` is given one part of the work
 * and promises what `knoxPermutations(points, days, options, from, to)` answers in a worker of yours.
 *
 * @formula as knoxTable
 * @use for tens of thousands of events on a machine with several cores
 * @avoid for a few thousand events: {@link knoxTable} takes a second
 * @param points places of events, exact
 * @param days days of events, exact, in the same order
 * @param options bands, permutations and seed, as for {@link knoxTable}
 * @param parts into how many parts the permutations are divided: as many as there are workers
 * @param run has one part done: sends it to a worker and promises the answer of {@link knoxPermutations}
 * @returns a promise of the same table as {@link knoxTable} gives
 * @throws TypeError and RangeError as {@link knoxTable}; RangeError if parts is not a whole number of 1 or more, or a worker's answer has another length
 * @see Knox EG (1964). The detection of space-time interactions. Applied Statistics 13: 25–30. doi:10.2307/2985220
 * @example knoxTableInParts(exactPoints([0], [0]), exactDays([1]), { seed: 1 }, 1, async () => new Uint32Array(87912)) instanceof Promise // true
 */
export async function knoxTableInParts(
  points: ExactPoints,
  days: ExactDays,
  options: KnoxOptions,
  parts: number,
  run: (part: KnoxPart) => Promise<Uint32Array>,
): Promise<KnoxTable> {
  const question = knoxQuestion(points, days, options, 'knoxTableInParts')
  requireWholeFrom(parts, 'parts', 1, 100_000)
  requireFunction(run, 'run', '(part) => sendToWorker(part)')
  const { permutations, distances, gaps } = question
  const cells = distances.length * gaps.length
  const limits = Array.from({ length: parts + 1 }, (_, part) => Math.floor((part * permutations) / parts))
  const answers = Promise.all(
    limits.slice(1).map(async (to, part) => run({ points, days, options, from: limits[part]!, to })),
  )
  answers.catch(() => {}) // whoever awaits the table hears of it; a fault of our own in between leaves none unheard
  const counter = knoxCounter(question)
  const permuted = new Uint32Array(permutations * cells)
  for (const [part, counts] of (await answers).entries()) {
    const expected = (limits[part + 1]! - limits[part]!) * cells
    if (!(counts instanceof Uint32Array))
      throw new TypeError(`part ${part} came back with ${shown(counts)}: give the Uint32Array of knoxPermutations.`)
    if (counts.length !== expected)
      throw new RangeError(
        `part ${part} came back with ${counts.length} counts: give the ${expected} of knoxPermutations.`,
      )
    permuted.set(counts, limits[part]! * cells)
  }
  return knoxSummary(question, counter, permuted)
}
