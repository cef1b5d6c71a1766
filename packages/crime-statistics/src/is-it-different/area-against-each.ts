import { requireList, requireObject } from '../check-inputs.ts'
import { benjaminiHochberg } from '../many-at-once/benjamini-hochberg.ts'
import type { AreaCount } from './area-against-rest.ts'
import { type CountComparison, compareCounts } from './compare-counts.ts'

export interface AreaComparison extends CountComparison {
  /** p-value adjusted for the number of areas compared with (Benjamini–Hochberg) */
  adjustedP: number
}

/**
 * Does an area differ from each of those it is set beside? Between large areas almost every difference is more than
 * chance, whatever its size: read the ratios first. Crime varies between areas for many reasons that a count of
 * residents does not hold.
 *
 * @formula compareCounts of the area with each other one; p-values adjusted by Benjamini and Hochberg
 * @use to set an area beside its most similar ones
 * @avoid as a ranking: overlapping intervals leave the order open
 *
 * @param area events and residents of the area of interest
 * @param others the same for each area it is set against, itself left out
 * @param level confidence level of each interval as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns one comparison for each other area, in the order given, the area of interest as a
 * @throws RangeError if a count or population is refused by {@link compareCounts}
 * @example areaAgainstEach({ count: 40, population: 1000 }, [{ count: 60, population: 2000 }, { count: 9, population: 500 }]).map(({ ratio }) => ratio) // [1.3333, 2.2222]
 */
export function areaAgainstEach(area: AreaCount, others: readonly AreaCount[], level = 0.95): AreaComparison[] {
  requireObject(area, 'area', '{ count: 40, population: 1000 }')
  requireList(others, 'others')
  const comparisons = Array.from(others, (other, i) => {
    requireObject(other, `others[${i}]`, '{ count: 40, population: 1000 }')
    return compareCounts(area.count, area.population, other.count, other.population, level)
  })
  const adjusted = benjaminiHochberg(comparisons.map(({ p }) => p))
  return comparisons.map((comparison, i) => ({ ...comparison, adjustedP: adjusted[i]! }))
}
