import { sortedPlaces, totalOf } from './place-counts.ts'

/**
 * How likely is it that two crimes picked at random (the first put back) are at the same place? The Herfindahl–Hirschman
 * index. Its inverse is the number of equally hit places that would be as concentrated: 0.25 is like four places.
 *
 * @formula Σ (x(i)/Σx)²
 * @use to compare how far a few places dominate, also between areas with different numbers of quiet places: places
 *   without crime do not move it
 * @avoid for sparse crime: with c crimes it cannot be below 1/c, so few crimes always look concentrated
 * @param counts crime (or harm) of each place, 0 or more, in any order
 * @returns the index, from 1/(places with any) to 1; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty or a value is below 0 or not finite
 * @see Hirschman AO (1964). The paternity of an index. American Economic Review 54: 761–762.
 * @example herfindahlIndex([3, 1, 1, 0, 0]) // 0.44
 */
export function herfindahlIndex(counts: ArrayLike<number>): number | null {
  const sorted = sortedPlaces(counts)
  const total = totalOf(sorted)
  if (!(total > 0)) return null
  let sum = 0
  for (let i = 0; i < sorted.length; i++) sum += (sorted[i]! / total) ** 2
  return sum
}
