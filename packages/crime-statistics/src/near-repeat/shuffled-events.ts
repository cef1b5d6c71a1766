import { seededRandom } from '../random/seeded-random.ts'
import { shuffle } from '../random/shuffle.ts'

/** A few permutations side by side. */
export interface ShuffledEvents {
  permutations: number
  /** permutation after permutation: the event at each place in order of day */
  events: Uint16Array | Uint32Array
  /** event after event: its place in each permutation */
  places: Uint16Array | Uint32Array
}

/** Mixes the seed, so that neighbouring seeds do not share all but one of their permutations. */
const MIX = 0x9e3779b1

/** Permutations `from` up to but not including `to`: each has a source of chance of its own, however they are shared out. */
export function shuffledEvents(order: Uint32Array, seed: number, from: number, to: number): ShuffledEvents {
  const n = order.length
  const permutations = to - from
  const Places = n <= 65_536 ? Uint16Array : Uint32Array
  const events = new Places(n * permutations)
  for (let p = 0; p < permutations; p++) {
    const own = events.subarray(p * n, (p + 1) * n)
    own.set(order)
    shuffle(own, seededRandom((Math.imul(seed, MIX) + from + p) | 0))
  }
  return { permutations, events, places: placesOf(events, n, permutations) }
}

/** The permutation that leaves each event on its own day. */
export function unshuffledEvents(order: Uint32Array): ShuffledEvents {
  const events = order.length <= 65_536 ? Uint16Array.from(order) : order
  return { permutations: 1, events, places: placesOf(events, order.length, 1) }
}

function placesOf(events: Uint16Array | Uint32Array, n: number, permutations: number) {
  const places = n <= 65_536 ? new Uint16Array(events.length) : new Uint32Array(events.length)
  for (let p = 0; p < permutations; p++)
    for (let place = 0; place < n; place++) places[events[p * n + place]! * permutations + p] = place
  return places
}
