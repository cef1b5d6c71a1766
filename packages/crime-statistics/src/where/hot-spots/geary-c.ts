import type { Neighbours } from '../neighbours/neighbours.ts'
import { deviationsOf } from './deviations.ts'
import { type StandardScore, standardised } from './standardised.ts'
import { weightSums } from './weight-sums.ts'

export interface GearyC {
  /** 1 without a pattern; towards 0 when neighbours are alike, above 1 when they differ */
  c: number
  /** 1: expectation without a pattern */
  expected: number
  /** when each arrangement of these values over the places is as likely as any other; z above 0 for likeness */
  randomisation: StandardScore
  /** when values are draws from one normal distribution; z above 0 for likeness */
  normality: StandardScore
}

/**
 * Are neighbours alike? Geary's C: squared differences between neighbours against those between any two places.
 *
 * It weighs differences between direct neighbours more than {@link moranI} does, and usually tells the same story.
 * z = (1 − C)/√variance, so that z above 0 means likeness, as it does for Moran's I.
 *
 * @formula C = (n − 1) Σ_i Σ_j w_ij (x_i − x_j)² / (2 S0 Σ (x_i − x̄)²)
 * @formula variance under normality: ((2 S1 + S2)(n − 1) − 4 S0²)/(2(n + 1)S0²)
 * @formula variance under randomisation: ((n − 1)S1(n² − 3n + 3 − (n − 1)b2) − ¼(n − 1)S2(n² + 3n − 6 − (n² − n + 2)b2) + S0²(n² − 3 − (n − 1)² b2))/(n(n − 2)(n − 3)S0²)
 * @use beside Moran's I, where a border between unlike places matters
 * @avoid for naming places: {@link giStar}
 * @param values one value for each place
 * @param neighbours neighbours with or without weights; every place needs one
 * @returns C with its expectation, and variance, z and two-sided p under both assumptions; null when all values are the
 *   same: C is not defined then
 * @throws TypeError if values is not an array of numbers; RangeError if a value is not finite, the lengths differ, there
 *   are fewer than 4 places or one has no neighbour
 * @see Geary RC (1954). The contiguity ratio and statistical mapping. The Incorporated Statistician 5: 115–145. doi:10.2307/2986645
 * @see Cliff AD, Ord JK (1981). Spatial Processes: Models and Applications. London: Pion, chapters 1 and 2.
 * @example gearyC([9, 8, 1, 0, 1], rowStandardised(neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]))).c // 0.2834
 */
export function gearyC(values: ArrayLike<number>, neighbours: Neighbours): GearyC | null {
  const deviations = deviationsOf(values, neighbours, 4)
  if (!deviations) return null
  const { n, d, m2, kurtosis: b2 } = deviations
  const { s0, s1, s2 } = weightSums(neighbours)
  const c = ((n - 1) * squaredDifferences(neighbours, d)) / (2 * s0 * n * m2)
  const normality = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
  const first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * b2)
  const second = ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * b2)) / 4
  const third = s0 * s0 * (n * n - 3 - (n - 1) ** 2 * b2)
  const randomisation = (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0)
  return {
    c,
    expected: 1,
    randomisation: standardised(1 - c, randomisation),
    normality: standardised(1 - c, normality),
  }
}

function squaredDifferences({ start, index, weight }: Neighbours, d: Float64Array): number {
  let sum = 0
  for (let i = 0; i < d.length; i++)
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += (weight ? weight[k]! : 1) * (d[i]! - d[index[k]!]!) ** 2
  return sum
}
