import { finiteNumbers, requireNotNegative } from '../check-inputs.ts'

/** A sorted copy of what each place has, least first; places without any are among them. */
export function sortedPlaces(counts: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const copy = finiteNumbers(counts, 'counts')
  if (copy.length === 0)
    throw new RangeError('counts has no place: give the crime of every place, 0 where there was none.')
  for (let i = 0; i < copy.length; i++) if (copy[i]! < 0) requireNotNegative(copy[i]!, `counts[${i}]`)
  copy.sort()
  if (!(totalOf(copy) < Infinity)) throw new RangeError('counts add up to more than a number holds: give smaller ones.')
  return copy
}

export function totalOf(values: Float64Array): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]!
  return total
}

/** Number of places with any, from a sorted list. */
export function placesWithAny(sorted: Float64Array): number {
  let none = 0
  while (none < sorted.length && sorted[none] === 0) none++
  return sorted.length - none
}

/** Gini coefficient of a sorted list; null where nothing is shared out. */
export function giniOfSorted(sorted: Float64Array): number | null {
  const n = sorted.length
  const total = totalOf(sorted)
  if (!(total > 0)) return null
  let ranked = 0
  for (let i = 0; i < n; i++) ranked += (2 * (i + 1) - n - 1) * (sorted[i]! / total)
  return Math.max(0, ranked / n)
}
