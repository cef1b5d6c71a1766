import { requireRandom, requireWholeFrom } from '../../check-inputs.ts'
import type { RandomSource } from '../../random/seeded-random.ts'
import { lagOf, type Neighbours } from '../neighbours/neighbours.ts'
import { deviationsOf } from './deviations.ts'

/**
 * Which places are like or unlike their neighbours by more than chance, judged by shuffling? The value of a place is
 * held, its neighbours are drawn anew from all other places, and p is twice the share of draws, the observed one counted
 * among them, that are at least as far out on the same side.
 *
 * No distribution is assumed, so it holds for places with one or two neighbours too. GeoDa and PySAL print one tail:
 * half of this p. p cannot be smaller than 2/(permutations + 1); correcting for many places needs many permutations.
 *
 * @formula p = min(1, 2 (min(high, low) + 1)/(permutations + 1)): draws with I at or above, at or below the observed one
 * @use beside {@link localMoran} for rates of small areas, with 9,999 permutations for a published map
 * @avoid without a seed in print: another run gives another p
 * @param values one value for each place
 * @param neighbours neighbours with or without weights; every place needs one
 * @param random source of chance, such as `seededRandom(1)`
 * @param permutations draws for each place; 999 when left out
 * @returns two-sided p-value for each place; null when all values are the same
 * @throws TypeError if values is not an array of numbers; RangeError if a value is not finite, the lengths differ, there
 *   are fewer than 4 places, one has no neighbour or permutations is not a whole number above 0
 * @see Anselin L (1995). Local indicators of spatial association – LISA. Geographical Analysis 27: 93–115. doi:10.1111/j.1538-4632.1995.tb00338.x
 * @example localMoranPermutation([9, 8, 1, 0, 1], neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]), seededRandom(1)).length // 5
 */
export function localMoranPermutation(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  random: RandomSource,
  permutations = 999,
): Float64Array | null {
  const deviations = deviationsOf(values, neighbours, 4)
  requireRandom(random)
  requireWholeFrom(permutations, 'permutations', 1)
  if (!deviations) return null
  const { n, d } = deviations
  const { start, weight } = neighbours
  const others = Float64Array.from(d)
  const p = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    others.set(d)
    others[i] = others[n - 1]! // the last of the list is left out, so the list holds all others
    const first = start[i]!
    const drawn = start[i + 1]! - first
    const observed = d[i]! * lagOf(neighbours, d, i)
    const rounding = 1e-12 * Math.abs(observed)
    let high = 0
    let low = 0
    for (let round = 0; round < permutations; round++) {
      let around = 0
      for (let k = 0; k < drawn; k++) {
        const from = k + Math.floor(random() * (n - 1 - k))
        const value = others[from]!
        others[from] = others[k]!
        others[k] = value
        around += (weight ? weight[first + k]! : 1) * value
      }
      const product = d[i]! * around
      if (product >= observed - rounding) high++
      if (product <= observed + rounding) low++
    }
    p[i] = Math.min(1, (2 * (Math.min(high, low) + 1)) / (permutations + 1))
  }
  return p
}
