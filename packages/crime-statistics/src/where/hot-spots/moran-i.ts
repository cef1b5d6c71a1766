import type { Neighbours } from '../neighbours/neighbours.ts'
import { deviationsOf } from './deviations.ts'
import { type StandardScore, standardised } from './standardised.ts'
import { crossProducts, weightSums } from './weight-sums.ts'

export interface MoranI {
  /** about 0 without a pattern; towards 1 when like values lie together, below 0 when they avoid each other */
  i: number
  /** −1/(n − 1): expectation without a pattern */
  expected: number
  /** when each arrangement of these values over the places is as likely as any other */
  randomisation: StandardScore
  /** when values are draws from one normal distribution */
  normality: StandardScore
}

/**
 * Does crime cluster in the area as a whole? Moran's I: like values beside like values, over all places.
 *
 * Both usual variances are given. Read the one under randomisation: counts and rates are not normal. Weights that add up
 * to 1 for each place are usual: pass the neighbours through {@link rowStandardised}.
 *
 * @formula I = (n/S0) Σ_i Σ_j w_ij d_i d_j / Σ d_i², d_i = x_i − x̄, S0 = Σ w_ij
 * @formula variance under normality: (n² S1 − n S2 + 3 S0²)/(S0² (n² − 1)) − 1/(n − 1)²
 * @formula variance under randomisation: (n((n² − 3n + 3)S1 − n S2 + 3 S0²) − b2((n² − n)S1 − 2n S2 + 6 S0²))/((n − 1)(n − 2)(n − 3)S0²) − 1/(n − 1)²
 * @use to say that there is a pattern at all, before a map of places
 * @avoid for naming places: {@link giStar} finds hot spots and {@link localMoran} what differs from its neighbours. Raw
 *   counts of areas of unequal population cluster because people do: use rates. Rates of small areas vary more; see
 *   {@link empiricalBayesRates}
 * @param values one value for each place
 * @param neighbours neighbours with or without weights; every place needs one
 * @returns I with its expectation, and variance, z and two-sided p under both assumptions; null when all values are the
 *   same: I is not defined then
 * @throws TypeError if values is not an array of numbers; RangeError if a value is not finite, the lengths differ, there
 *   are fewer than 4 places or one has no neighbour
 * @see Cliff AD, Ord JK (1981). Spatial Processes: Models and Applications. London: Pion, chapters 1 and 2.
 * @see Moran PAP (1950). Notes on continuous stochastic phenomena. Biometrika 37: 17–23. doi:10.1093/biomet/37.1-2.17
 * @example moranI([9, 8, 1, 0, 1], rowStandardised(neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]))).i // 0.6364
 * @example moranI([3, 3, 3, 3], neighboursFromLists([[1], [0], [3], [2]])) // null
 */
export function moranI(values: ArrayLike<number>, neighbours: Neighbours): MoranI | null {
  const deviations = deviationsOf(values, neighbours, 4)
  if (!deviations) return null
  const { n, d, m2, kurtosis } = deviations
  const { s0, s1, s2 } = weightSums(neighbours)
  const i = crossProducts(neighbours, d) / (s0 * m2)
  const expected = -1 / (n - 1)
  const normality = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected ** 2
  const plain = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
  const byKurtosis = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
  const randomisation = (plain - byKurtosis) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2
  return {
    i,
    expected,
    randomisation: standardised(i - expected, randomisation),
    normality: standardised(i - expected, normality),
  }
}
