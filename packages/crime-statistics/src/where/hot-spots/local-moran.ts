import { requireChoice } from '../../check-inputs.ts'
import { normalTwoSidedP } from '../../distributions/normal.ts'
import { benjaminiHochberg } from '../../many-at-once/benjamini-hochberg.ts'
import { lagOf, type Neighbours } from '../neighbours/neighbours.ts'
import { type Deviations, deviationsOf } from './deviations.ts'
import { type MoranQuadrant, quadrantOf } from './quadrant.ts'

export interface LocalMoran {
  /** above 0 where a place is like its neighbours (HH, LL), below 0 where it is unlike them (HL, LH) */
  i: Float64Array
  expected: Float64Array
  variance: Float64Array
  /** null where the variance is 0: the place is at the mean */
  z: (number | null)[]
  /** two-sided, each place for itself; null with z */
  p: (number | null)[]
  /** adjusted over all places that have a p, by Benjamini and Hochberg */
  adjustedP: (number | null)[]
  quadrant: MoranQuadrant[]
  moments: 'conditional' | 'total'
}

/**
 * Which places are like their neighbours, and which stick out? Moran's I taken apart by place. High beside high (HH) is
 * the core of a hot spot; high beside low (HL) a single place that needs an explanation of its own.
 *
 * Expectation and variance are conditional when `moments` is left out: the value of the place is held and the others
 * are shuffled (Sokal). 'total' shuffles the place's own value too (Anselin). The second moment divides by n. A value at the mean,
 * or neighbours whose weighted deviations add up to 0, count as low.
 *
 * @formula I_i = (d_i/m2) Σ_j w_ij d_j, d_i = x_i − x̄, m2 = Σ d²/n
 * @formula conditional: E = −d_i² W_i/((n − 1) m2), variance = (d_i/m2)² (n/(n − 2)) (W2_i − W_i²/(n − 1)) (m2 − d_i²/(n − 1))
 * @formula total: E = −W_i/(n − 1), variance = W2_i (n − b2)/(n − 1) + (W_i² − W2_i)(2 b2 − n)/((n − 1)(n − 2)) − E², W2_i = Σ_j w_ij²
 * @use for maps of areas by rates, with weights by {@link rowStandardised}
 * @avoid for hot spots alone: {@link giStar} is made for them. The normal p is rough where a place has few neighbours:
 *   {@link localMoranPermutation}
 * @param values one value for each place
 * @param neighbours neighbours with or without weights; every place needs one
 * @param moments 'conditional' or 'total'; conditional when left out
 * @returns I, moments, z, p, adjusted p and quadrant for each place; null when all values are the same
 * @throws TypeError if values is not an array of numbers; RangeError if a value is not finite, the lengths differ, there
 *   are fewer than 4 places, one has no neighbour or moments is neither word
 * @see Anselin L (1995). Local indicators of spatial association – LISA. Geographical Analysis 27: 93–115. doi:10.1111/j.1538-4632.1995.tb00338.x
 * @see Sokal RR, Oden NL, Thomson BA (1998). Local spatial autocorrelation in a biological model. Geographical Analysis 30: 331–354. doi:10.1111/j.1538-4632.1998.tb00406.x
 * @example localMoran([9, 8, 1, 0, 1], neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]])).quadrant // ['HH', 'HH', 'LH', 'LL', 'LL']
 */
export function localMoran(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  moments: 'conditional' | 'total' = 'conditional',
): LocalMoran | null {
  const deviations = deviationsOf(values, neighbours, 4)
  requireChoice(moments, 'moments', ['conditional', 'total'])
  if (!deviations) return null
  const { n, d, m2 } = deviations
  const i = new Float64Array(n)
  const expected = new Float64Array(n)
  const variance = new Float64Array(n)
  const quadrant: MoranQuadrant[] = []
  const z: (number | null)[] = []
  for (let place = 0; place < n; place++) {
    const around = lagOf(neighbours, d, place)
    i[place] = (d[place]! / m2) * around
    const sums = weightsOf(neighbours, place)
    const found = moments === 'conditional' ? conditional(deviations, place, sums) : total(deviations, sums)
    expected[place] = found.expected
    variance[place] = found.variance
    quadrant.push(quadrantOf(d[place]!, around))
    z.push(found.variance > 0 ? (i[place]! - found.expected) / Math.sqrt(found.variance) : null)
  }
  const p = z.map((score) => (score === null ? null : normalTwoSidedP(score)))
  return { i, expected, variance, z, p, adjustedP: adjustedWhereDefined(p), quadrant, moments }
}

interface PlaceWeights {
  sum: number
  squares: number
}

function weightsOf({ start, weight }: Neighbours, place: number): PlaceWeights {
  let sum = 0
  let squares = 0
  for (let k = start[place]!; k < start[place + 1]!; k++) {
    const w = weight ? weight[k]! : 1
    sum += w
    squares += w * w
  }
  return { sum, squares }
}

function conditional({ n, d, m2 }: Deviations, place: number, { sum, squares }: PlaceWeights) {
  const own = d[place]! ** 2 / m2
  return {
    expected: -(own * sum) / (n - 1),
    variance: own * (n / (n - 2)) * (squares - sum ** 2 / (n - 1)) * (1 - own / (n - 1)),
  }
}

function total({ n, kurtosis: b2 }: Deviations, { sum, squares }: PlaceWeights) {
  const expected = -sum / (n - 1)
  const pairs = ((2 * b2 - n) / ((n - 1) * (n - 2))) * (sum ** 2 - squares)
  return { expected, variance: ((n - b2) / (n - 1)) * squares + pairs - expected ** 2 }
}

function adjustedWhereDefined(p: (number | null)[]): (number | null)[] {
  const adjusted = benjaminiHochberg(p.filter((value) => value !== null))
  let next = 0
  return p.map((value) => (value === null ? null : adjusted[next++]!))
}
