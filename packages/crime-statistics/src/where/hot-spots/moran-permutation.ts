import { requireRandom, requireWholeFrom } from '../../check-inputs.ts'
import type { RandomSource } from '../../random/seeded-random.ts'
import { shuffle } from '../../random/shuffle.ts'
import type { Neighbours } from '../neighbours/neighbours.ts'
import { deviationsOf } from './deviations.ts'
import { crossProducts, weightSums } from './weight-sums.ts'

export interface MoranPermutation {
  i: number
  /** chance of an I this high or higher without a pattern */
  pClustered: number
  /** chance of an I this low or lower without a pattern */
  pDispersed: number
  permutations: number
}

/**
 * Does crime cluster in the area as a whole, judged by shuffling? The values are put on the places in a random order
 * many times; p is the share of orders, the observed one counted among them, with an I at least as high.
 *
 * No distribution is assumed. p cannot be smaller than 1/(permutations + 1).
 *
 * @formula p = (r + 1)/(permutations + 1), r orders with I at or above the observed one (at or below it for dispersed)
 * @use for few places or values that stick out, where the normal p of {@link moranI} is rough
 * @avoid for the very small p-values that a correction over many maps needs, unless permutations are many
 * @param values one value for each place
 * @param neighbours neighbours with or without weights; every place needs one
 * @param random source of chance, such as `seededRandom(1)`
 * @param permutations random orders; 999 when left out
 * @returns I and both one-sided p-values; null when all values are the same
 * @throws TypeError if values is not an array of numbers; RangeError if a value is not finite, the lengths differ, there
 *   are fewer than 4 places, one has no neighbour or permutations is not a whole number above 0
 * @see Cliff AD, Ord JK (1981). Spatial Processes: Models and Applications. London: Pion, chapter 2.
 * @see Phipson B, Smyth GK (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular Biology 9: 39. doi:10.2202/1544-6115.1585
 * @example moranPermutation([9, 8, 1, 0, 1], neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]), seededRandom(1)).permutations // 999
 */
export function moranPermutation(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  random: RandomSource,
  permutations = 999,
): MoranPermutation | null {
  const deviations = deviationsOf(values, neighbours, 4)
  requireRandom(random)
  requireWholeFrom(permutations, 'permutations', 1)
  if (!deviations) return null
  const { d, m2 } = deviations
  const observed = crossProducts(neighbours, d)
  const rounding = 1e-12 * Math.abs(observed) // orders that differ from the observed one in name only are as high
  const shuffled = d.slice()
  let high = 0
  let low = 0
  for (let round = 0; round < permutations; round++) {
    shuffle(shuffled, random)
    const product = crossProducts(neighbours, shuffled)
    if (product >= observed - rounding) high++
    if (product <= observed + rounding) low++
  }
  return {
    i: observed / (weightSums(neighbours).s0 * m2),
    pClustered: (high + 1) / (permutations + 1),
    pDispersed: (low + 1) / (permutations + 1),
    permutations,
  }
}
