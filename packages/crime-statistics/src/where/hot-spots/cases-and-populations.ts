import { finiteNumbers, requirePositive, requireSameLength, requireWholeFrom, wholeCounts } from '../../check-inputs.ts'
import { sumOf } from './spread.ts'

/** Events and people of each area, checked, with the raw rates per head. */
export function casesAndPopulations(counts: ArrayLike<number>, populations: ArrayLike<number>) {
  const events = wholeCounts(counts, 'counts')
  const people = finiteNumbers(populations, 'populations')
  requireSameLength(people.length, 'populations', events.length, 'counts', 'area')
  requireWholeFrom(events.length, 'number of areas', 1)
  for (let i = 0; i < people.length; i++) requirePeople(people[i]!, `populations[${i}]`)
  requirePositive(sumOf(people), 'sum of populations')
  return { events, people, rates: events.map((number, i) => number / people[i]!) }
}

/** People, or person-years: a share of a person is told from a population in another unit by its size. */
function requirePeople(people: number, name: string): void {
  if (!(people > 0)) requirePositive(people, name)
  if (people < 1e-9)
    throw new RangeError(`${name} is ${people}: give people, or another number at risk, not billionths.`)
}
