/** Which past months say what is usual, and the season each belongs to; arrays of one place a reference month. */
export interface ReferenceMonths {
  /** places in the series, oldest first */
  places: Int32Array<ArrayBuffer>
  counts: Float64Array<ArrayBuffer>
  /** season of each, 0 the one of the month judged */
  seasons: Int32Array<ArrayBuffer>
  /** logarithm of each month's population, 0 where none is given */
  offsets: Float64Array<ArrayBuffer>
}

export interface ReferenceRule {
  years: number
  halfWindow: number
  seasons: number
  leaveOut: number
  period: number
}

/**
 * The seasons of the cycle that ends with a month: `seasons[d]` is the season d months before it, 0 for its own window
 * on either side. The months between two windows are shared among the other seasons, oldest first, longer ones first.
 */
export function seasonsOfCycle({ halfWindow, seasons, period }: ReferenceRule): Int32Array {
  const cycle = new Int32Array(period).fill(-1)
  for (let d = 0; d <= halfWindow; d++) cycle[d] = cycle[(period - d) % period] = 0
  const between = period - 2 * halfWindow - 1
  if (seasons === 1) return cycle
  const length = Math.floor(between / (seasons - 1))
  const longer = between % (seasons - 1)
  let before = period - halfWindow - 1
  for (let season = 1; season < seasons; season++)
    for (let month = 0; month < length + (season <= longer ? 1 : 0); month++) cycle[before--] = season
  return cycle
}

/** The reference months of a month: from the oldest window on, without the most recent ones and those that are missing. */
export function referenceMonths(
  counts: Float64Array,
  month: number,
  rule: ReferenceRule,
  cycle: Int32Array,
  logPopulation: Float64Array | null,
): ReferenceMonths {
  const first = Math.max(0, month - rule.years * rule.period - rule.halfWindow)
  const end = month - rule.leaveOut
  const size = Math.max(0, end - first)
  const places = new Int32Array(size)
  const used = new Float64Array(size)
  const seasons = new Int32Array(size)
  const offsets = new Float64Array(size)
  let n = 0
  for (let at = first; at < end; at++) {
    const season = cycle[(month - at) % rule.period]!
    if (season < 0 || Number.isNaN(counts[at]!)) continue
    places[n] = at
    used[n] = counts[at]!
    seasons[n] = season
    if (logPopulation) offsets[n] = logPopulation[at]!
    n++
  }
  return {
    places: places.slice(0, n),
    counts: used.slice(0, n),
    seasons: seasons.slice(0, n),
    offsets: offsets.slice(0, n),
  }
}
