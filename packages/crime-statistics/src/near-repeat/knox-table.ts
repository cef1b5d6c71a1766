import type { ExactPoints } from '../where/snapped/located-points.ts'
import type { ExactDays } from './days.ts'
import { knoxCounter } from './knox-counts.ts'
import { type KnoxOptions, knoxQuestion } from './knox-question.ts'
import { type KnoxTable, knoxSummary } from './knox-summary.ts'

/**
 * After a crime, are there more near by within days than chance would give? Knox's test: every pair of events is put
 * into a band of distance and a band of time, and the table is set against tables in which the days are shuffled among
 * the places, so that hot places and busy seasons stay as they are.
 *
 * Bands are pinned thus. "Same place" is a band of its own: distances up to `samePlace`, 0 m when left out. The others run from
 * above one limit up to and including the next: (0, 100], (100, 200] … metres; days [0, 7], (7, 14] … Distances are
 * compared as if rounded to a millionth of a metre. Days are differences of dates, without the time of day. Pairs beyond the
 * last limits are in no cell. `p` counts the table itself among the shuffled ones, so that it is never 0: with 999
 * permutations 0.001 is the smallest there is. A table of 88 cells holds a few small p by chance: look for a block of
 * them at short distances and times, not for single cells.
 *
 * Small ratios of a long series may come from a season or a trend that differs between places: the test takes days to be
 * exchangeable between places.
 *
 * @formula expected = pairs in distance band × pairs in time band ÷ all pairs; ratio = observed ÷ mean of permutations; p = (1 + permutations with at least as many) ÷ (1 + permutations)
 * @use for burglary, vehicle crime and other crime with addresses and dates, to time and place follow-up visits
 * @avoid for snapped points and months, which do not compile: snapping makes neighbours one place (in a made example 84 pairs within a week instead of 29); for fewer than about 50 events, where cells are nearly empty
 * @param points places of events, exact
 * @param days days of events, exact, in the same order
 * @param options bands, permutations and seed; only the seed must be given
 * @returns matrices with a row for each distance band, same place first, and a column for each time band. Where no shuffled
 *   table holds a pair the ratio is null. With fewer than 2 permutations there is no standard deviation: null
 * @throws TypeError if points are snapped, days are months or options are of another kind; RangeError if lengths differ or limits do not rise
 * @see Knox EG (1964). The detection of space-time interactions. Applied Statistics 13: 25–30. doi:10.2307/2985220
 * @see Johnson SD, Bernasco W, Bowers KJ, Elffers H, Ratcliffe J, Rengert G, Townsley M (2007). Space–time patterns of risk: a cross national assessment of residential burglary victimization. Journal of Quantitative Criminology 23: 201–219. doi:10.1007/s10940-007-9025-3
 * @see North BV, Curtis D, Sham PC (2002). A note on the calculation of empirical P values from Monte Carlo procedures. American Journal of Human Genetics 71: 439–441. doi:10.1086/341527
 * @example knoxTable(exactPoints([0, 0, 50], [0, 0, 0]), exactDays([1, 6, 20]), { distances: [100], days: [7], seed: 1 }).observed // [[1], [0]]
 * @example knoxTable(exactPoints([0, 0, 50], [0, 0, 0]), exactDays([1, 6, 20]), { distances: [100], days: [7], seed: 1 }).expected // [[0.3333], [0.6667]]
 */
export function knoxTable(points: ExactPoints, days: ExactDays, options: KnoxOptions): KnoxTable {
  const question = knoxQuestion(points, days, options, 'knoxTable')
  const counter = knoxCounter(question)
  return knoxSummary(question, counter, counter.permuted(0, question.permutations))
}
