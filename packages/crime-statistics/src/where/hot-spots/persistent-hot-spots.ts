import { requireList, requireSameLength, requireWholeFrom } from '../../check-inputs.ts'

export interface PersistentHotSpots {
  /** for each place the number of periods in which it was hot */
  hotPeriods: Uint8Array
  /** for each place 1 where it was hot in at least `atLeast` periods, else 0 */
  persistent: Uint8Array
  /** persistent places, counted from 0, hot in most periods first, then in order of place */
  places: number[]
  periods: number
  atLeast: number
}

/**
 * Which hot spots stay? Places that are hot spots in at least so many of the periods looked at: three of four quarters
 * when nothing else is said.
 *
 * A place counts as hot in a period when its category is `category` or more: 2, which is an adjusted p at or below 0.05,
 * when left out. A hot spot of one quarter may be one offender or one event; one that stays is a place to plan for.
 * Three of four quarters at 0.05 is the choice of this library: print it beside the map.
 *
 * @formula persistent when #{periods: category ≥ category asked for} ≥ atLeast
 * @use with the `category` of {@link giStar} or {@link giStarOnGrid}, computed over the same places for each quarter
 * @avoid for periods that overlap, which are alike because they share events, and for periods of fewer than about 10 events
 * @param categories for each period one category for each place, as {@link giStar} returns them
 * @param atLeast periods in which a place must be hot; 3 when left out
 * @param category least category that counts as hot: 1, 2 or 3; 2 when left out
 * @returns number of hot periods for each place, which places are persistent, and those places in order
 * @throws TypeError if categories is not an array of arrays; RangeError if the lengths differ, atLeast is more than the
 *   number of periods, there are more than 255 of them, a category is not −3 to 3 or the category asked for is not 1 to 3
 * @example persistentHotSpots([[3, 0, 2], [2, 2, 0], [3, 1, 0], [2, 0, 0]]).places // [0]
 * @example persistentHotSpots([[3, 0, 2], [2, 2, 0], [3, 1, 0], [2, 0, 0]]).hotPeriods // [4, 1, 1]
 */
export function persistentHotSpots(
  categories: ArrayLike<ArrayLike<number>>,
  atLeast = 3,
  category = 2,
): PersistentHotSpots {
  requireList(categories, 'categories')
  requireWholeFrom(categories.length, 'number of periods', 1, 255)
  requireWholeFrom(atLeast, 'atLeast', 1, categories.length)
  requireWholeFrom(category, 'category', 1, 3)
  requireList(categories[0], 'categories[0]')
  const hotPeriods = new Uint8Array(categories[0].length)
  for (let period = 0; period < categories.length; period++) {
    const found = categories[period]!
    requireList(found, `categories[${period}]`)
    requireSameLength(found.length, `categories[${period}]`, hotPeriods.length, 'categories[0]', 'place')
    for (let i = 0; i < found.length; i++) {
      requireWholeFrom(found[i]!, `categories[${period}][${i}]`, -3, 3)
      if (found[i]! >= category) hotPeriods[i]!++
    }
  }
  const persistent = hotPeriods.map((periods) => Number(periods >= atLeast))
  const places = [...persistent.keys()].filter((i) => persistent[i])
  places.sort((a, b) => hotPeriods[b]! - hotPeriods[a]! || a - b)
  return { hotPeriods, persistent, places, periods: categories.length, atLeast }
}
