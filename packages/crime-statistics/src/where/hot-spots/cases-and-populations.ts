import { finiteNumbers, requirePositive, requireSameLength, requireWholeFrom, wholeCounts } from '../../check-inputs.ts'

/** Events and people of each area, checked, with the raw rates per head. */
export function casesAndPopulations(counts: ArrayLike<number>, populations: ArrayLike<number>) {
  const events = wholeCounts(counts, 'counts')
  const people = finiteNumbers(populations, 'populations')
  requireSameLength(people.length, 'populations', events.length, 'counts', 'area')
  requireWholeFrom(events.length, 'number of areas', 1)
  for (let i = 0; i < people.length; i++) if (!(people[i]! > 0)) requirePositive(people[i]!, `populations[${i}]`)
  return { events, people, rates: events.map((number, i) => number / people[i]!) }
}
