import type { DaysInOrder } from './days-in-order.ts'
import type { NearEvents } from './near-events.ts'
import type { ShuffledEvents } from './shuffled-events.ts'

/**
 * Adds up pairs by going through those near one another and looking up the time band of their days' difference, in all
 * permutations side by side. The work for few near pairs among events that are close in time.
 */
export function countByDistance(
  near: NearEvents,
  days: DaysInOrder,
  shuffled: ShuffledEvents,
  gaps: Float64Array,
  counts: Uint32Array,
): void {
  const { day, bands } = days
  const { permutations, places } = shuffled
  const n = day.length
  const cells = counts.length / permutations
  const longest = gaps.at(-1)!
  const bandOf = timeBands(gaps, n === 0 ? 0 : day[n - 1]! - day[0]!)
  const dayOf = Int32Array.from(places, (place) => day[place]!)
  for (let event = 0; event < n; event++) {
    const found = near.find(event)
    const own = event * permutations
    for (let k = 0; k < found; k++) {
      const other = near.event[k]! * permutations
      if (other <= own) continue
      let cell = near.band[k]! * bands
      for (let p = 0; p < permutations; p++, cell += cells) {
        const gap = Math.abs(dayOf[own + p]! - dayOf[other + p]!)
        if (gap <= longest) counts[cell + bandOf[gap]!]!++
      }
    }
  }
}

/** The time band of each difference of days, up to the longest. */
function timeBands(gaps: Float64Array, span: number): Uint8Array {
  const bands = new Uint8Array(Math.min(span, gaps.at(-1)!) + 1)
  let band = 0
  for (let gap = 0; gap < bands.length; gap++) {
    while (gap > gaps[band]!) band++
    bands[gap] = band
  }
  return bands
}
