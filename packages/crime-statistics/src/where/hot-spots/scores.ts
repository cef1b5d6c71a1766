import { normalTwoSidedP } from '../../distributions/normal.ts'
import { ascendingOrder } from './ascending-order.ts'

/** Scores of places that stand out from the rest, one value per place in each list. */
export interface HotSpotScores {
  /** standard scores: above 0 where the place and its neighbours have more than the rest */
  z: Float64Array
  /** two-sided p-values of the scores, each place for itself */
  p: Float64Array
  /** p-values adjusted for looking at all places, by Benjamini and Hochberg over all of them */
  adjustedP: Float64Array
  /**
   * 3, 2 and 1 for hot spots whose adjusted p is at or below 0.01, 0.05 and 0.1; −3, −2 and −1 for cold ones; 0 for
   * neither
   */
  category: Int8Array
}

/** p-values, adjusted p-values and categories of standard scores. */
export function scored(z: Float64Array): HotSpotScores {
  const n = z.length
  const distances = new Float64Array(n)
  for (let i = 0; i < n; i++) distances[i] = Math.abs(z[i]!)
  const order = ascendingOrder(distances)
  const p = new Float64Array(n)
  const adjustedP = new Float64Array(n)
  const category = new Int8Array(n)
  let distance = -1
  let tail = 1
  let least = 1
  for (let k = 0; k < n; k++) {
    const i = order[k]!
    if (distances[i] !== distance) {
      distance = distances[i]!
      tail = normalTwoSidedP(distance) // once for all places of the same score: counts repeat
      least = Math.min(least, tail * (n / (n - k)))
    }
    p[i] = tail
    adjustedP[i] = least
    const strength = least <= 0.01 ? 3 : least <= 0.05 ? 2 : least <= 0.1 ? 1 : 0
    category[i] = z[i]! < 0 ? -strength : strength
  }
  return { z, p, adjustedP, category }
}
