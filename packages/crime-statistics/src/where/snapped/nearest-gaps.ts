import KDBush from 'kdbush'

/** Of every distinct place, the distance to the nearest other one; empty with fewer than 2 distinct places. */
export function nearestGaps(x: Float64Array, y: Float64Array): Float64Array {
  const distinct = new Map(Array.from(x, (east, i) => [`${east},${y[i]}`, i]))
  if (distinct.size < 2) return new Float64Array()
  const tree = new KDBush(distinct.size)
  for (const i of distinct.values()) tree.add(x[i]!, y[i]!)
  tree.finish()
  return Float64Array.from(distinct.values(), (i) => Math.sqrt(squaredGap(tree, x[i]!, y[i]!)))
}

/** Walks down the tree, nearer half first, and leaves out halves that lie further off than the nearest found so far. */
function squaredGap({ coords, nodeSize }: KDBush, x: number, y: number): number {
  let best = Infinity
  const look = (place: number) => {
    const gap = (coords[2 * place]! - x) ** 2 + (coords[2 * place + 1]! - y) ** 2
    if (gap > 0 && gap < best) best = gap // 0 is the place itself: the others are distinct
  }
  const search = (first: number, last: number, axis: 0 | 1) => {
    if (last - first <= nodeSize) {
      for (let place = first; place <= last; place++) look(place)
      return
    }
    const middle = (first + last) >> 1
    look(middle)
    const beyond = (axis === 0 ? x : y) - coords[2 * middle + axis]!
    const other = axis === 0 ? 1 : 0
    const lower = () => search(first, middle - 1, other)
    const upper = () => search(middle + 1, last, other)
    const [nearer, further] = beyond < 0 ? [lower, upper] : [upper, lower]
    nearer()
    if (beyond * beyond < best) further()
  }
  search(0, coords.length / 2 - 1, 0)
  return best
}
