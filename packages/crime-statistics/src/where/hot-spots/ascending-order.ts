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
