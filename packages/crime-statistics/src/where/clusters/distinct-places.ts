import { ascendingOrder } from '../hot-spots/ascending-order.ts'

/** Events gathered by place, so that a thousand at one anchor point are one place and not a million pairs. */
export interface DistinctPlaces {
  x: Float64Array
  y: Float64Array
  /** place of each event */
  placeOf: Int32Array
  /** events at each place */
  events: Int32Array
}

/** Places in order of the first event at each. */
export function distinctPlaces(x: Float64Array, y: Float64Array): DistinctPlaces {
  const n = x.length
  const order = orderByPlace(x, y)
  const firstOf = new Int32Array(n)
  for (let k = 0; k < n; k++) {
    const i = order[k]!
    const before = order[k - 1]
    firstOf[i] = before !== undefined && x[before] === x[i] && y[before] === y[i] ? firstOf[before]! : i
  }
  const placeOf = new Int32Array(n)
  const firsts: number[] = []
  for (let i = 0; i < n; i++) {
    if (firstOf[i] === i) firsts.push(i)
    placeOf[i] = firstOf[i] === i ? firsts.length - 1 : placeOf[firstOf[i]!]!
  }
  const events = new Int32Array(firsts.length)
  for (const place of placeOf) events[place]!++
  return {
    x: Float64Array.from(firsts, (i) => x[i]!),
    y: Float64Array.from(firsts, (i) => y[i]!),
    placeOf,
    events,
  }
}

/** Events of one place one after the other, the first first: in order of x, and then by y where some are level. */
function orderByPlace(x: Float64Array, y: Float64Array): Uint32Array {
  const west = x.reduce((least, value) => Math.min(least, value), Infinity)
  const across = x.map((value) => value - west)
  const order = ascendingOrder(across)
  for (let first = 0; first < order.length; ) {
    let end = first + 1
    while (end < order.length && across[order[end]!] === across[order[first]!]) end++
    if (end - first > 1) order.subarray(first, end).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]! || a - b)
    first = end
  }
  return order
}
