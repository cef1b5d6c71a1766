import { requireList, requireProbability } from '../check-inputs.ts'

/** The p-values as a new list, each checked, with the places of the smallest first. */
export function orderedPValues(p: ArrayLike<number>): { values: number[]; ascending: number[] } {
  requireList(p, 'p')
  const values = Array.from(p)
  for (const [i, value] of values.entries()) requireProbability(value, `p[${i}]`)
  return { values, ascending: [...values.keys()].sort((i, j) => values[i]! - values[j]!) }
}
