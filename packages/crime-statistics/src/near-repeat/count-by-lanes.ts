import type { DaysInOrder } from './days-in-order.ts'
import type { NearEvents } from './near-events.ts'
import type { ShuffledEvents } from './shuffled-events.ts'
import { simdCounter } from './simd-module.ts'

/** Permutations, and time bands, that are counted at once. */
const LANES = 8
/** Pairs of one distance band collected before they are counted: few enough for sums of 16 bits and for near memory. */
const HELD = 8192
const PAIRS_AT = 256
/** Days are kept in 16 bits. */
export const LONGEST_SPAN = 32_766

/** Counts as {@link countByDistance} does, eight permutations at once; false where the machine cannot. */
export function countByLanes(
  near: NearEvents,
  days: DaysInOrder,
  shuffled: ShuffledEvents,
  gaps: Float64Array,
  counts: Uint32Array,
): boolean {
  const { day, bands } = days
  const { permutations, places } = shuffled
  const n = day.length
  const groups = Math.ceil(permutations / LANES)
  const cells = counts.length / permutations
  const distances = cells / bands
  const daysAt = PAIRS_AT + distances * HELD * 8
  const simd = simdCounter(daysAt + groups * n * 16)
  if (!simd || n === 0 || day[n - 1]! - day[0]! > LONGEST_SPAN) return false
  const { count, memory } = simd
  const lanes = new Int16Array(memory.buffer)
  const pairs = new Int32Array(memory.buffer)
  for (const [slot, event] of near.order.entries())
    for (let p = 0; p < permutations; p++) {
      const group = Math.floor(p / LANES)
      lanes[daysAt / 2 + (group * n + slot) * LANES + (p % LANES)] = day[places[event * permutations + p]!]! - day[0]!
    }
  const held = new Uint32Array(distances)
  const flush = (distance: number) => {
    const from = PAIRS_AT + distance * HELD * 8
    for (let group = 0; group < groups; group++)
      for (let first = 0; first < bands; first += LANES) {
        const some = Math.min(LANES, bands - first)
        // a gap up to the limit is one below the limit + 1; unused lanes have a limit that nothing is below
        for (let k = 0; k < LANES; k++)
          lanes.fill(k < some ? Math.min(gaps[first + k]!, LONGEST_SPAN) + 1 : 0, k * LANES, (k + 1) * LANES)
        count(from, from + held[distance]! * 8, daysAt + group * n * 16)
        for (let lane = 0; lane < Math.min(LANES, permutations - group * LANES); lane++) {
          const cell = (group * LANES + lane) * cells + distance * bands + first
          for (let k = 0; k < some; k++) {
            const upTo = lanes[64 + k * LANES + lane]!
            counts[cell + k]! += upTo
            if (first + k + 1 < bands) counts[cell + k + 1]! -= upTo // bands hold what is above the limit before
          }
        }
      }
    held[distance] = 0
  }
  for (const [slot, event] of near.order.entries()) {
    const found = near.find(event)
    for (let k = 0; k < found; k++) {
      const other = near.slot[near.event[k]!]!
      if (other <= slot) continue
      const distance = near.band[k]!
      const at = PAIRS_AT / 4 + (distance * HELD + held[distance]!) * 2
      pairs[at] = slot * 16
      pairs[at + 1] = other * 16
      if (++held[distance]! === HELD) flush(distance)
    }
  }
  for (let distance = 0; distance < distances; distance++) if (held[distance]! > 0) flush(distance)
  return true
}
