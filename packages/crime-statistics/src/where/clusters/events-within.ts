import KDBush from 'kdbush'

/** Events within a distance of a place, itself included, counted up to `enough`. */
export type EventsWithin = (place: number, enough: number) => number

/**
 * Counts with a k-d tree whose branches are taken whole where they lie within `eps` and left where they lie beyond, so
 * that a place in the middle of a dense area is counted without looking at each event there.
 */
export function eventsWithin(x: Float64Array, y: Float64Array, events: Int32Array, eps: number): EventsWithin {
  const tree = new KDBush(x.length, 16)
  for (let i = 0; i < x.length; i++) tree.add(x[i]!, y[i]!)
  const { ids, coords, nodeSize } = tree.finish()
  const before = new Float64Array(x.length + 1) // events of the places that come earlier in the tree
  for (let k = 0; k < x.length; k++) before[k + 1] = before[k]! + events[ids[k]!]!
  const limit = eps * eps
  let [east, north, found, wanted] = [0, 0, 0, 0]
  const squared = (value: number) => value * value
  const nearest = (low: number, high: number, at: number) => squared(at < low ? low - at : at > high ? at - high : 0)
  const farthest = (low: number, high: number, at: number) => squared(Math.max(at - low, high - at))

  function look(first: number, last: number, x0: number, y0: number, x1: number, y1: number, axis: number): void {
    if (found >= wanted || nearest(x0, x1, east) + nearest(y0, y1, north) > limit) return
    if (farthest(x0, x1, east) + farthest(y0, y1, north) <= limit) {
      found += before[last + 1]! - before[first]!
      return
    }
    const middle = (first + last) >> 1
    const [from, to] = last - first <= nodeSize ? [first, last] : [middle, middle]
    for (let k = from; k <= to; k++)
      if ((coords[2 * k]! - east) ** 2 + (coords[2 * k + 1]! - north) ** 2 <= limit)
        found += before[k + 1]! - before[k]!
    if (last - first <= nodeSize) return
    const [mx, my] = [coords[2 * middle]!, coords[2 * middle + 1]!]
    look(first, middle - 1, x0, y0, axis === 0 ? mx : x1, axis === 0 ? y1 : my, 1 - axis)
    look(middle + 1, last, axis === 0 ? mx : x0, axis === 0 ? y0 : my, x1, y1, 1 - axis)
  }

  return (place, enough) => {
    ;[east, north, found, wanted] = [x[place]!, y[place]!, 0, enough]
    look(0, x.length - 1, -Infinity, -Infinity, Infinity, Infinity, 0)
    return found
  }
}
