/** Days in rising order, and for each of them how far its time bands reach along that order. */
export interface DaysInOrder {
  /** events in order of day; permutations put others in these places */
  order: Uint32Array
  /** days, rising */
  day: Int32Array
  /** which distinct day a place holds */
  rank: Uint32Array
  /** for each distinct day and time band, the first place beyond the band */
  ends: Uint32Array
  bands: number
  /** pairs of places in each time band, over all pairs */
  pairs: Float64Array
}

export function daysInOrder(days: Int32Array, gaps: Float64Array): DaysInOrder {
  const n = days.length
  const order = Uint32Array.from(days, (_, event) => event).sort((a, b) => days[a]! - days[b]! || a - b)
  const day = Int32Array.from(order, (event) => days[event]!)
  const rank = new Uint32Array(n)
  for (let k = 1; k < n; k++) rank[k] = rank[k - 1]! + (day[k] === day[k - 1] ? 0 : 1)
  const bands = gaps.length
  const ends = new Uint32Array(n === 0 ? 0 : (rank[n - 1]! + 1) * bands)
  const pairs = new Float64Array(bands)
  const reach = new Uint32Array(bands)
  for (let k = 0; k < n; k++) {
    let from = k + 1
    for (let band = 0; band < bands; band++) {
      while (reach[band]! < n && day[reach[band]!]! - day[k]! <= gaps[band]!) reach[band]!++
      ends[rank[k]! * bands + band] = reach[band]!
      pairs[band]! += reach[band]! - from
      from = reach[band]!
    }
  }
  return { order, day, rank, ends, bands, pairs }
}
