import { normalTwoSidedP } from '../../distributions/normal.ts'

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

const DIGIT = 11
const BUCKETS = 1 << DIGIT

/**
 * Places in ascending order of values of 0 or more, equal ones in order of place. By digits of their bits, which are
 * ordered as the values are: a comparing sort of 40,000 scores takes longer than everything else together.
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  const n = values.length
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n)
  let order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  let next = new Uint32Array(n)
  const starts = new Uint32Array(BUCKETS)
  for (const half of LOW_WORD_FIRST)
    for (let shift = 0; shift < 32; shift += DIGIT) {
      starts.fill(0)
      for (let i = 0; i < n; i++) starts[(words[2 * i + half]! >>> shift) & (BUCKETS - 1)]!++
      if (starts[(words[half]! >>> shift) & (BUCKETS - 1)] === n) continue // the same digit everywhere
      let start = 0
      for (let digit = 0; digit < BUCKETS; digit++) {
        const count = starts[digit]!
        starts[digit] = start
        start += count
      }
      for (let k = 0; k < n; k++) {
        const i = order[k]!
        next[starts[(words[2 * i + half]! >>> shift) & (BUCKETS - 1)]!++] = i
      }
      ;[order, next] = [next, order]
    }
  return order
}

const LOW_WORD_FIRST = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0]
