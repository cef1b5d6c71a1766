import { finiteNumbers, requirePositive, requireWholeFrom } from '../../check-inputs.ts'
import { lagOf, type Neighbours, requireNeighboursOf } from '../neighbours/neighbours.ts'
import { type HotSpotScores, scored } from './scores.ts'
import { allTheSame, spreadOf } from './spread.ts'

/**
 * Where do places with much crime lie together? Getis and Ord's Gi*: for each place, the sum over the place and its
 * neighbours against what is to be expected if the same values lay anywhere.
 *
 * The place itself is included, with weight 1 unless you give another; neighbours count 1 each unless they carry
 * weights. The standard deviation divides by n. A place at the edge has fewer neighbours and is judged by those it has.
 * Give every place inside the boundary, empty ones too: leaving them out changes every score. One look at thousands of
 * places finds some by chance, so categories go by p-values adjusted over all places (Benjamini and Hochberg).
 *
 * @formula z_i = (Σ_j w_ij x_j − x̄ W_i) / (s √((n Σ_j w_ij² − W_i²)/(n − 1))), W_i = Σ_j w_ij, w_ii = selfWeight
 * @formula s² = Σ (x_j − x̄)² / n
 * @use for areas such as LSOAs (rates), for distance bands and for weights of your own
 * @avoid for a count of fewer than about 10 events, or for less than 3 months: hot spots of so few are chance. For cells
 *   of a grid and their nearest neighbours {@link giStarOnGrid} is faster
 * @param values one value for each place: counts of cells, or rates of areas
 * @param neighbours neighbours of each place, without the place itself
 * @param selfWeight weight of the place itself; 1 when left out
 * @returns z, p, adjusted p and category for each place; null when all values are the same, because nothing stands out
 *   then and z is not defined
 * @throws TypeError if values is not an array of numbers; RangeError if a value is not finite, the lengths differ, there
 *   are fewer than 2 places, or a place weighs all places the same, so that there is no rest to compare it with
 * @see Ord JK, Getis A (1995). Local spatial autocorrelation statistics: distributional issues and an application. Geographical Analysis 27: 286–306. doi:10.1111/j.1538-4632.1995.tb00912.x
 * @see Caldas de Castro M, Singer BH (2006). Controlling the false discovery rate. Geographical Analysis 38: 180–208. doi:10.1111/j.0016-7363.2006.00682.x
 * @example giStar([9, 8, 1, 0, 1], neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]])).z // [1.9843, 1.3933, -0.5066, -1.9843, -1.3933]
 * @example giStar([2, 2, 2], neighboursFromLists([[1], [0], []])) // null
 */
export function giStar(values: ArrayLike<number>, neighbours: Neighbours, selfWeight = 1): HotSpotScores | null {
  const x = finiteNumbers(values, 'values')
  const n = x.length
  requireWholeFrom(n, 'number of values', 2)
  requireNeighboursOf(n, neighbours)
  requirePositive(selfWeight, 'selfWeight')
  if (allTheSame(x)) return null
  const { start, weight } = neighbours
  const { mean, squares } = spreadOf(x)
  const deviation = Math.sqrt(squares / n)
  const z = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let total = selfWeight
    let squared = selfWeight ** 2
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const w = weight ? weight[k]! : 1
      total += w
      squared += w * w
    }
    const left = (n * squared - total * total) / (n - 1)
    if (start[i + 1]! - start[i]! === n - 1 && left < 1e-9 * squared) throw withoutRest(i)
    z[i] = (selfWeight * x[i]! + lagOf(neighbours, x, i) - mean * total) / (deviation * Math.sqrt(left))
  }
  return scored(z)
}

export const withoutRest = (i: number) =>
  new RangeError(
    `place ${i} has every other place as its neighbour, so that no rest is left to compare it with: give smaller neighbourhoods or more places.`,
  )
