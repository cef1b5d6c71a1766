import { requireCount, requireLevel, requireObject, requirePositive } from '../check-inputs.ts'
import { type CountComparison, compareCounts } from './compare-counts.ts'

/** An area's count of events and its exposure: residents, households, or days times residents. */
export interface AreaCount {
  count: number
  population: number
}

/**
 * Does an area differ from the rest of the place it belongs to? The area's own events and residents are taken out of
 * the whole first: set against a whole that contains it, an area is partly compared with itself and the p-value is
 * wrong.
 *
 * @formula compareCounts(area.count, area.population, whole.count − area.count, whole.population − area.population)
 * @use to say whether an area stands out from its partnership
 * @avoid for a list of areas without allowing for how many there are: benjaminiHochberg
 *
 * @param area the area's events and residents
 * @param whole events and residents of the whole place, the area included
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns the area (a) against the rest (b), as {@link compareCounts}
 * @throws RangeError if a count or population is refused by compareCounts, or the area is larger than the whole
 * @example areaAgainstRest({ count: 2, population: 1355 }, { count: 711, population: 114256 }).ratio // 0.235
 */
export function areaAgainstRest(area: AreaCount, whole: AreaCount, level = 0.95): CountComparison {
  requireObject(area, 'area', '{ count: 2, population: 1355 }')
  requireObject(whole, 'whole', '{ count: 711, population: 114256 }')
  requireCount(area.count, 'area.count')
  requirePositive(area.population, 'area.population')
  requireCount(whole.count, 'whole.count')
  requirePositive(whole.population, 'whole.population')
  requireLevel(level)
  if (area.count > whole.count)
    throw new RangeError(
      `area.count is ${area.count} and whole.count is ${whole.count}: give a whole that contains the area.`,
    )
  if (area.population >= whole.population)
    throw new RangeError(
      `area.population is ${area.population} and whole.population is ${whole.population}: give a whole that holds the area and more.`,
    )
  return compareCounts(area.count, area.population, whole.count - area.count, whole.population - area.population, level)
}
