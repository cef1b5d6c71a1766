import { requireProportion } from '../check-inputs.ts'
import { sortedPlaces, totalOf } from './place-counts.ts'

export interface TopPlaces {
  /** whole places in the top share, rounded down */
  places: number
  /** share of crime at those whole places */
  crimeShare: number
  /** share of crime when the place next in line is taken in part, to make up the share of places exactly */
  interpolatedCrimeShare: number
}

/**
 * What share of crime is at the worst 5 % of places? The share is of **all** places given. 5 % of 72 places is 3.6: the
 * crime at the 3 worst is returned, and beside it the figure with 0.6 of the fourth.
 *
 * @formula (x(1) + … + x(⌊p·n⌋)) / Σx, counts in falling order; interpolated: + (p·n − ⌊p·n⌋)·x(⌊p·n⌋ + 1)/Σx
 * @use to compare places of equal number over time, or to say what a patrol of so many places could reach
 * @avoid as a forecast: the worst places of one year are partly so by chance and will be less so in the next
 * @param counts crime (or harm) of each place, 0 or more, in any order; one value for every place, 0 where there was none
 * @param share share of places, 0 to 1, such as 0.05
 * @returns places and the share of crime at them; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty, a value is below 0 or not finite, or
 *   share is outside 0 to 1
 * @example crimeAtTopPlaces([22, 18, 17, 12, 11, 8, 6, 3, 2, 1], 0.25) // { places: 2, crimeShare: 0.4, interpolatedCrimeShare: 0.485 }
 */
export function crimeAtTopPlaces(counts: ArrayLike<number>, share: number): TopPlaces | null {
  const sorted = sortedPlaces(counts)
  requireProportion(share, 'share')
  const total = totalOf(sorted)
  if (!(total > 0)) return null
  const n = sorted.length
  const wanted = share * n
  const places = Math.floor(wanted + 1e-12 * Math.max(1, wanted)) // 0.07 × 100 is a hair above 7, 0.29 × 100 a hair below 29
  const part = wanted - places
  const crimeShare = totalOf(sorted.subarray(n - places)) / total
  const next = part > 1e-12 ? (part * sorted[n - 1 - places]!) / total : 0
  return { places, crimeShare, interpolatedCrimeShare: crimeShare + next }
}
