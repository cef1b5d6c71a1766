import { lagOf, type Neighbours, placesOf } from '../neighbours/neighbours.ts'

/** Sums of weights that the moments of Moran's I and Geary's C stand on. */
export interface WeightSums {
  /** Σ w_ij */
  s0: number
  /** ½ Σ (w_ij + w_ji)² */
  s1: number
  /** Σ (w_i· + w_·i)² */
  s2: number
}

export function weightSums(neighbours: Neighbours): WeightSums {
  const { start, index, weight } = neighbours
  const places = placesOf(neighbours)
  const from = new Float64Array(places)
  const to = new Float64Array(places)
  let s0 = 0
  let s1 = 0
  for (let i = 0; i < places; i++)
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const w = weight ? weight[k]! : 1
      const j = index[k]!
      s0 += w
      s1 += w * w + w * weightBack(neighbours, j, i)
      from[i]! += w
      to[j]! += w
    }
  let s2 = 0
  for (let i = 0; i < places; i++) s2 += (from[i]! + to[i]!) ** 2
  return { s0, s1, s2 }
}

/** w_ji, 0 where i is no neighbour of j: by halving, since neighbours are in ascending order. */
function weightBack({ start, index, weight }: Neighbours, j: number, i: number): number {
  let low = start[j]!
  let high = start[j + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (index[middle]! < i) low = middle + 1
    else high = middle
  }
  return low < start[j + 1]! && index[low] === i ? (weight ? weight[low]! : 1) : 0
}

/** Σ_i d_i Σ_j w_ij d_j */
export function crossProducts(neighbours: Neighbours, deviations: Float64Array): number {
  let sum = 0
  for (let i = 0; i < deviations.length; i++) sum += deviations[i]! * lagOf(neighbours, deviations, i)
  return sum
}
