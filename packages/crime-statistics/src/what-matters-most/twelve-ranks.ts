/** The most candidates that {@link countRanks} takes. */
export const MOST_CANDIDATES = 12

/** The lowest bits of a key hold the candidate. */
export const CANDIDATE_BITS = 4

/**
 * Counts, over many draws, how often each candidate had each rank, and adds up the shares λ of the draws in which it came
 * first. A draw's twelve scores arrive as keys, score above candidate; a sorting network of 39 exchanges in 9 layers
 * (the fewest known for twelve) puts them in falling order without a branch. Where there are fewer candidates, the lists
 * left over hold −1, which sorts last.
 *
 * An exchange moves the shortfall of the first on the second, if there is any. Written out to keep the twelve keys in
 * variables: comparing all 66 pairs of scores in lists, four by four, took three times as long.
 *
 * @param keys twelve lists of `stride` keys, candidate by candidate
 * @param count draws in the lists
 * @param ranks sixteen counters for each rank, by candidate
 * @param firsts four sums for each candidate, of the first four shares of draws in which it came first
 * @param shares the draws' first four shares
 */
export function countRanks(
  keys: Int32Array,
  stride: number,
  count: number,
  ranks: Int32Array,
  firsts: Float64Array,
  shares: readonly Float64Array[],
): void {
  const [share0, share1, share2, share3] = shares as [Float64Array, Float64Array, Float64Array, Float64Array]
  for (let draw = 0; draw < count; draw++) {
    let a = keys[draw]!
    let b = keys[draw + 1 * stride]!
    let c = keys[draw + 2 * stride]!
    let d = keys[draw + 3 * stride]!
    let e = keys[draw + 4 * stride]!
    let f = keys[draw + 5 * stride]!
    let g = keys[draw + 6 * stride]!
    let h = keys[draw + 7 * stride]!
    let i = keys[draw + 8 * stride]!
    let j = keys[draw + 9 * stride]!
    let k = keys[draw + 10 * stride]!
    let l = keys[draw + 11 * stride]!
    let m = 0
    m = (a - i) | 0
    m &= m >> 31
    a = (a - m) | 0
    i = (i + m) | 0
    m = (b - h) | 0
    m &= m >> 31
    b = (b - m) | 0
    h = (h + m) | 0
    m = (c - g) | 0
    m &= m >> 31
    c = (c - m) | 0
    g = (g + m) | 0
    m = (d - l) | 0
    m &= m >> 31
    d = (d - m) | 0
    l = (l + m) | 0
    m = (e - k) | 0
    m &= m >> 31
    e = (e - m) | 0
    k = (k + m) | 0
    m = (f - j) | 0
    m &= m >> 31
    f = (f - m) | 0
    j = (j + m) | 0
    m = (a - b) | 0
    m &= m >> 31
    a = (a - m) | 0
    b = (b + m) | 0
    m = (c - f) | 0
    m &= m >> 31
    c = (c - m) | 0
    f = (f + m) | 0
    m = (d - e) | 0
    m &= m >> 31
    d = (d - m) | 0
    e = (e + m) | 0
    m = (g - j) | 0
    m &= m >> 31
    g = (g - m) | 0
    j = (j + m) | 0
    m = (h - i) | 0
    m &= m >> 31
    h = (h - m) | 0
    i = (i + m) | 0
    m = (k - l) | 0
    m &= m >> 31
    k = (k - m) | 0
    l = (l + m) | 0
    m = (a - c) | 0
    m &= m >> 31
    a = (a - m) | 0
    c = (c + m) | 0
    m = (b - g) | 0
    m &= m >> 31
    b = (b - m) | 0
    g = (g + m) | 0
    m = (f - k) | 0
    m &= m >> 31
    f = (f - m) | 0
    k = (k + m) | 0
    m = (j - l) | 0
    m &= m >> 31
    j = (j - m) | 0
    l = (l + m) | 0
    m = (a - d) | 0
    m &= m >> 31
    a = (a - m) | 0
    d = (d + m) | 0
    m = (b - c) | 0
    m &= m >> 31
    b = (b - m) | 0
    c = (c + m) | 0
    m = (e - g) | 0
    m &= m >> 31
    e = (e - m) | 0
    g = (g + m) | 0
    m = (f - h) | 0
    m &= m >> 31
    f = (f - m) | 0
    h = (h + m) | 0
    m = (i - l) | 0
    m &= m >> 31
    i = (i - m) | 0
    l = (l + m) | 0
    m = (j - k) | 0
    m &= m >> 31
    j = (j - m) | 0
    k = (k + m) | 0
    m = (b - e) | 0
    m &= m >> 31
    b = (b - m) | 0
    e = (e + m) | 0
    m = (d - f) | 0
    m &= m >> 31
    d = (d - m) | 0
    f = (f + m) | 0
    m = (g - i) | 0
    m &= m >> 31
    g = (g - m) | 0
    i = (i + m) | 0
    m = (h - k) | 0
    m &= m >> 31
    h = (h - m) | 0
    k = (k + m) | 0
    m = (b - d) | 0
    m &= m >> 31
    b = (b - m) | 0
    d = (d + m) | 0
    m = (c - f) | 0
    m &= m >> 31
    c = (c - m) | 0
    f = (f + m) | 0
    m = (g - j) | 0
    m &= m >> 31
    g = (g - m) | 0
    j = (j + m) | 0
    m = (i - k) | 0
    m &= m >> 31
    i = (i - m) | 0
    k = (k + m) | 0
    m = (c - d) | 0
    m &= m >> 31
    c = (c - m) | 0
    d = (d + m) | 0
    m = (e - f) | 0
    m &= m >> 31
    e = (e - m) | 0
    f = (f + m) | 0
    m = (g - h) | 0
    m &= m >> 31
    g = (g - m) | 0
    h = (h + m) | 0
    m = (i - j) | 0
    m &= m >> 31
    i = (i - m) | 0
    j = (j + m) | 0
    m = (e - g) | 0
    m &= m >> 31
    e = (e - m) | 0
    g = (g + m) | 0
    m = (f - h) | 0
    m &= m >> 31
    f = (f - m) | 0
    h = (h + m) | 0
    m = (d - e) | 0
    m &= m >> 31
    d = (d - m) | 0
    e = (e + m) | 0
    m = (f - g) | 0
    m &= m >> 31
    f = (f - m) | 0
    g = (g + m) | 0
    m = (h - i) | 0
    m &= m >> 31
    h = (h - m) | 0
    i = (i + m) | 0
    ranks[a & 15]!++
    ranks[16 + (b & 15)]!++
    ranks[32 + (c & 15)]!++
    ranks[48 + (d & 15)]!++
    ranks[64 + (e & 15)]!++
    ranks[80 + (f & 15)]!++
    ranks[96 + (g & 15)]!++
    ranks[112 + (h & 15)]!++
    ranks[128 + (i & 15)]!++
    ranks[144 + (j & 15)]!++
    ranks[160 + (k & 15)]!++
    ranks[176 + (l & 15)]!++
    const first = (a & 15) * 4
    firsts[first]! += share0[draw]!
    firsts[first + 1]! += share1[draw]!
    firsts[first + 2]! += share2[draw]!
    firsts[first + 3]! += share3[draw]!
  }
}
