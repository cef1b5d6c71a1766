/** A point of a flat map: metres east and north. */
export type FlatPoint = [number, number]

/**
 * The part of a convex polygon that lies on the left of the line from `a` to `b` (Sutherland and Hodgman's clip by one
 * edge). Rings are open: the first point is not repeated. Nothing left gives an empty ring.
 */
export function clipByLine(ring: readonly FlatPoint[], a: FlatPoint, b: FlatPoint): FlatPoint[] {
  const side = ([x, y]: FlatPoint) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
  return ring.flatMap((point, i) => {
    const before = ring.at(i - 1)!
    const [was, is] = [side(before), side(point)]
    const kept = is >= 0 ? [point] : []
    if (was >= 0 === is >= 0) return kept
    const t = was / (was - is)
    return [[before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])] as FlatPoint, ...kept]
  })
}

/** The part of a convex ring within about `radius` of a point: a polygon of 32 sides stands for the circle. */
export function clipByCircle(ring: readonly FlatPoint[], [x, y]: FlatPoint, radius: number): FlatPoint[] {
  const corner = (i: number): FlatPoint => {
    const angle = (2 * Math.PI * i) / 32
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }
  let left: FlatPoint[] = [...ring]
  for (let i = 0; i < 32 && left.length > 0; i++) left = clipByLine(left, corner(i), corner(i + 1))
  return left
}
