import { finiteNumbers, requireNotNegative, requirePositive, requireSameLength } from '../check-inputs.ts'

/**
 * How many events would this area have had at the standard's rates? Each group's people times the standard's rate for
 * the group, added up: the yardstick of {@link indirectlyStandardisedRatio}.
 *
 * @formula E = Σ populationᵢ · standardRateᵢ / per
 * @use where the area's own counts by group are not known, or too small to use
 * @avoid setting two areas' expected counts side by side: each belongs to its own mix of people
 *
 * @param populations people of each group in the area, 0 or more
 * @param standardRates the standard's events per `per` of each group, 0 or more
 * @param per the rates are per this many: 1 when left out
 * @returns expected events
 * @throws TypeError or RangeError if lists differ in length, a value is below 0 or not finite, or per is not above 0
 * @see Breslow NE, Day NE (1987). Statistical Methods in Cancer Research, volume II. Lyon: IARC, chapter 2.
 * @example expectedEvents([1800, 2600], [5, 15], 1000) // 48
 */
export function expectedEvents(populations: ArrayLike<number>, standardRates: ArrayLike<number>, per = 1): number {
  const people = finiteNumbers(populations, 'populations')
  const rates = finiteNumbers(standardRates, 'standardRates')
  requireSameLength(rates.length, 'standardRates', people.length, 'populations', 'group')
  requirePositive(per, 'per')
  let sum = 0
  for (let i = 0; i < people.length; i++) {
    requireNotNegative(people[i]!, `populations[${i}]`)
    requireNotNegative(rates[i]!, `standardRates[${i}]`)
    sum += people[i]! * rates[i]!
  }
  if (!Number.isFinite(sum / per))
    throw new RangeError('the expected events are too many for a number: check per and the rates.')
  return sum / per
}
