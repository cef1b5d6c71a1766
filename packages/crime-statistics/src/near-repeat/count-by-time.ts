import type { DaysInOrder } from './days-in-order.ts'
import type { NearEvents } from './near-events.ts'
import type { ShuffledEvents } from './shuffled-events.ts'

/**
 * Adds up pairs by going along the order of days: after an event come those of its time bands, one stretch each, and a
 * table of the events near it says which distance band each is in. The table of one event serves all permutations.
 */
export function countByTime(
  near: NearEvents,
  days: DaysInOrder,
  shuffled: ShuffledEvents,
  distanceBands: number,
  counts: Uint32Array,
): void {
  const { rank, ends, bands } = days
  const { permutations, events, places } = shuffled
  const n = rank.length
  const cells = distanceBands * bands
  const bandOf = new Uint8Array(n) // 0 far away, else the distance band + 1
  for (let event = 0; event < n; event++) {
    const found = near.find(event)
    if (found === 0) continue
    for (let k = 0; k < found; k++) bandOf[near.event[k]!] = near.band[k]! + 1
    for (let p = 0; p < permutations; p++) {
      const place = places[event * permutations + p]!
      const first = p * n
      const reach = rank[place]! * bands
      let cell = p * cells - bands
      let at = first + place + 1
      for (let band = 0; band < bands; band++, cell++) {
        const end = first + ends[reach + band]!
        for (; at < end; at++) {
          const distance = bandOf[events[at]!]!
          if (distance !== 0) counts[cell + distance * bands]!++
        }
      }
    }
    for (let k = 0; k < found; k++) bandOf[near.event[k]!] = 0
  }
}
