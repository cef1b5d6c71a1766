import { countByDistance } from './count-by-distance.ts'
import { countByLanes } from './count-by-lanes.ts'
import { countByTime } from './count-by-time.ts'
import { type DaysInOrder, daysInOrder } from './days-in-order.ts'
import type { KnoxQuestion } from './knox-question.ts'
import { type NearEvents, nearEvents } from './near-events.ts'
import { type ShuffledEvents, shuffledEvents, unshuffledEvents } from './shuffled-events.ts'

/** Events × permutations held at a time, so that memory stays bounded: up to about 150 MB. */
const PLACES_HELD = 2e7
/** What one lookup costs beside one of a pair, as measured: along the order of days, and eight permutations at once. */
const COST = { time: 0.6, distance: 1, lanes: 0.12 }

/** How pairs are counted: all ways give the same tables. */
export type KnoxWay = keyof typeof COST

/** What a Knox test counts in: pairs by distance band and time band, for the days as they are and for shuffled ones. */
export interface KnoxCounter {
  pairsByDistance: Float64Array
  pairsByTime: Float64Array
  observed(): Uint32Array
  /** table after table, for permutations `from` up to but not including `to` */
  permuted(from: number, to: number): Uint32Array
}

export function knoxCounter({ points, day, distances, gaps, seed }: KnoxQuestion, asked?: KnoxWay): KnoxCounter {
  const near = nearEvents(points.x, points.y, distances)
  const days = daysInOrder(day, gaps)
  const pairsByDistance = countPairs(near, day.length, distances.length)
  const sum = (pairs: Float64Array) => pairs.reduce((total, some) => total + some, 0)
  const nearInTime = COST.time * sum(days.pairs)
  const nearInSpace = sum(pairsByDistance)
  const byPairs = nearInTime < COST.distance * nearInSpace ? 'time' : 'distance'
  const way = asked ?? (COST.lanes * nearInSpace < nearInTime ? 'lanes' : 'time')
  const count = (shuffled: ShuffledEvents, counts: Uint32Array) => {
    if (way === 'lanes' && countByLanes(near, days, shuffled, gaps, counts)) return
    if ((way === 'lanes' ? byPairs : way) === 'time') countByTime(near, days, shuffled, distances.length, counts)
    else countByDistance(near, days, shuffled, gaps, counts)
  }
  const cells = distances.length * gaps.length
  return {
    pairsByDistance,
    pairsByTime: days.pairs,
    observed() {
      const counts = new Uint32Array(cells)
      count(unshuffledEvents(days.order), counts)
      return counts
    },
    permuted: (from, to) => permutedCounts(count, days, seed, from, to, cells),
  }
}

function permutedCounts(
  count: (shuffled: ShuffledEvents, counts: Uint32Array) => void,
  days: DaysInOrder,
  seed: number,
  from: number,
  to: number,
  cells: number,
): Uint32Array {
  const counts = new Uint32Array((to - from) * cells)
  const held = Math.max(1, Math.floor(PLACES_HELD / Math.max(1, days.order.length)))
  for (let first = from; first < to; first += held) {
    const last = Math.min(to, first + held)
    count(shuffledEvents(days.order, seed, first, last), counts.subarray((first - from) * cells, (last - from) * cells))
  }
  return counts
}

function countPairs(near: NearEvents, n: number, bands: number): Float64Array {
  const twice = new Float64Array(bands)
  for (let event = 0; event < n; event++) {
    const found = near.find(event)
    for (let k = 0; k < found; k++) twice[near.band[k]!]!++
  }
  const most = 2 ** 33
  const crowded = twice.findIndex((pairs) => pairs >= most)
  if (crowded >= 0)
    throw new RangeError(
      `distance band ${crowded} holds ${twice[crowded]! / 2} pairs: give fewer events or shorter distances.`,
    )
  return twice.map((pairs) => pairs / 2)
}
