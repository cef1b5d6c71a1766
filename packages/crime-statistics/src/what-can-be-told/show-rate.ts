import { requireCount, requireKnown, requirePositive, requireWholeFrom } from '../check-inputs.ts'
import { roundHalfAwayFromZero } from '../how-to-print/round-half-away-from-zero.ts'
import { NOT_SHOWN, type ShownNumber } from './shown-number.ts'

export interface ShowRateOptions {
  /** the rate is per this many people: 1000 */
  per?: number
  /** the smallest count a rate is made of: 5 */
  leastCount?: number
  /** the smallest population a rate is shown for: 0; maps take 1000 */
  leastPopulation?: number
  /** decimal places: 1 */
  places?: number
}

/**
 * May this rate be printed? Not from fewer than 5 events, zero included: it would tell the count, and move by a fifth or
 * more with one event.
 *
 * @formula per · count / population if count ≥ leastCount and population ≥ leastPopulation
 * @use for rates of small areas; for maps with a least population of 1,000
 * @avoid printing a rate beside a hidden count of the same cell at another threshold; rates of all parts but one beside that
 *   of the whole, which with the populations tell the one: hide by the counts ({@link hideSmallCounts})
 * @param count events
 * @param population people, households or another exposure, above 0
 * @param options per, least count and population, decimal places
 * @returns value (null if hidden), what to print, and why it is hidden
 * @throws TypeError if an option has another name; RangeError if count is not whole or population is not above 0
 * @example showRate(25, 4100) // { value: 6.1, print: '6.1', hidden: null }
 * @example showRate(4, 4100) // { value: null, print: '..', hidden: 'small count' }
 */
export function showRate(count: number, population: number, options: ShowRateOptions = {}): ShownNumber {
  requireKnown(options, ['leastCount', 'leastPopulation', 'per', 'places'])
  const { per = 1000, leastCount = 5, leastPopulation = 0, places = 1 } = options
  requireCount(count, 'count')
  requirePositive(population, 'population')
  requirePositive(per, 'per')
  requireWholeFrom(leastCount, 'leastCount', 0)
  requireWholeFrom(leastPopulation, 'leastPopulation', 0)
  requireWholeFrom(places, 'places', 0, 10)
  const hidden = count < leastCount ? 'small count' : population < leastPopulation ? 'small population' : null
  if (hidden) return { value: null, print: NOT_SHOWN, hidden }
  const value = roundHalfAwayFromZero((per * count) / population, places)
  return { value, print: value.toFixed(places), hidden: null }
}
