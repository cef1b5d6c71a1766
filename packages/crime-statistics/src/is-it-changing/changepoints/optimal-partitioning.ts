export interface Partition {
  /** number of months before each change */
  changes: number[]
  /** smallest sum of the stretches' costs and the penalty of every change */
  objective: number
}

/** A change must be better than an earlier one by this much to be taken instead: equal arrangements keep the earliest. */
const BETTER = 1e-12
/** How clearly an earlier change must have lost before it is never looked at again. */
const LOST = 1e-6

/**
 * The cheapest division of n months into stretches of at least `minimumLength`, exactly: optimal partitioning, with the
 * pruning of PELT. `cost(from, to)` of a stretch must not grow when it is divided. Months without a change are looked at
 * pairwise, which is quadratic: a second or so for 10,000.
 *
 * @see Jackson B et al. (2005). An algorithm for optimal partitioning of data on an interval. IEEE Signal Processing Letters 12: 105–108. doi:10.1109/LSP.2001.838216
 * @see Killick R, Fearnhead P, Eckley IA (2012). Optimal detection of changepoints with a linear computational cost. JASA 107: 1590–1598. doi:10.1080/01621459.2012.737745
 */
export function optimalPartition(
  n: number,
  cost: (from: number, to: number) => number,
  penalty: number,
  minimumLength: number,
): Partition {
  const best = new Float64Array(n + 1).fill(Infinity)
  best[0] = -penalty
  const before = new Int32Array(n + 1)
  // last changes still in the running, in order of time, and from when each is out of it
  const candidates: number[] = []
  const outFrom = new Float64Array(n + 1).fill(Infinity)
  for (let to = minimumLength; to <= n; to++) {
    const newest = to - minimumLength
    if (best[newest]! < Infinity) candidates.push(newest)
    let kept = 0
    let least = Infinity
    for (const from of candidates) {
      if (outFrom[from]! <= to) continue
      candidates[kept++] = from
      const total = best[from]! + cost(from, to) + penalty
      if (total < least - BETTER) {
        least = total
        before[to] = from
      }
    }
    candidates.length = kept
    best[to] = least
    // a change at `to` itself can follow from now on, but only for stretches long enough
    for (const from of candidates)
      if (outFrom[from] === Infinity && best[from]! + cost(from, to) > least + LOST * (1 + Math.abs(least)))
        outFrom[from] = to + minimumLength
  }
  const changes = []
  for (let at = before[n]!; at > 0; at = before[at]!) changes.push(at)
  return { changes: changes.reverse(), objective: best[n]! }
}
