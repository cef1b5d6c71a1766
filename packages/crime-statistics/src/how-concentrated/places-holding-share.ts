import { requireProportion } from '../check-inputs.ts'
import { placesWithAny, sortedPlaces, totalOf } from './place-counts.ts'

export interface PlacesHolding {
  /** the fewest places that together hold at least the share of crime */
  places: number
  /** those places as a share of all places */
  shareOfAllPlaces: number
  /** those places as a share of the places with any crime */
  shareOfPlacesWithAny: number
  /** places needed when the last one may be taken in part */
  interpolatedPlaces: number
  interpolatedShareOfAllPlaces: number
}

/** Sums of shares may miss their target by rounding. */
const ROUNDING = 1e-12

/**
 * How few places hold half of crime? The fewest places that together have at least the share, worst first. "Half of
 * crime at 4 % of places" depends on what the 4 % is of: of **all** places, or of places with **any** crime. Both are
 * returned, so that the one printed can be named.
 *
 * @formula k = least number with x(1) + … + x(k) ≥ share·Σx, counts in falling order; interpolated, the k-th place is
 *   taken only as far as is needed
 * @use for "X % of incidents at Y % of places", the sentence readers remember
 * @avoid without saying which places: and with fewer crimes than places half of them are always at few places; see
 *   {@link giniIfRandom}
 * @param counts crime (or harm) of each place, 0 or more, in any order; one value for every place, 0 where there was none
 * @param share share of crime, 0 to 1; 0.5 when left out
 * @returns places and their shares; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty, a value is below 0 or not finite, or
 *   share is outside 0 to 1
 * @see Weisburd D (2015). The law of crime concentration and the criminology of place. Criminology 53: 133–157. doi:10.1111/1745-9125.12070
 * @example placesHoldingShare([22, 18, 17, 12, 11, 8, 6, 3, 2, 0]) // { places: 3, shareOfAllPlaces: 0.3, shareOfPlacesWithAny: 0.3333 }
 */
export function placesHoldingShare(counts: ArrayLike<number>, share = 0.5): PlacesHolding | null {
  const sorted = sortedPlaces(counts)
  requireProportion(share, 'share')
  const total = totalOf(sorted)
  if (!(total > 0)) return null
  const n = sorted.length
  let places = 0
  let below = 0 // crime at the places before the last one taken
  let crime = 0
  while (places === 0 || (crime / total < share - ROUNDING && places < n)) {
    below = crime
    crime += sorted[n - 1 - places++]!
  }
  const interpolatedPlaces = places - 1 + (share - below / total) / ((crime - below) / total)
  return {
    places,
    shareOfAllPlaces: places / n,
    shareOfPlacesWithAny: places / placesWithAny(sorted),
    interpolatedPlaces,
    interpolatedShareOfAllPlaces: interpolatedPlaces / n,
  }
}
