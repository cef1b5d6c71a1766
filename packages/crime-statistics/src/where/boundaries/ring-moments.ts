import type { Ring } from './boundary.ts'

/** Area and first moments of one part: the outer ring less its holes, whichever way the rings run. */
export function partMoments(rings: readonly Ring[], originX: number, originY: number) {
  const sum = { area: 0, x: 0, y: 0 }
  for (const [at, ring] of rings.entries()) {
    const { area, x, y } = ringMoments(ring, originX, originY)
    const sign = (area < 0 ? -1 : 1) * (at === 0 ? 1 : -1)
    sum.area += sign * area
    sum.x += sign * x
    sum.y += sign * y
  }
  return sum
}

/** Counted from an origin near by: products of National Grid metres would cost half the digits. */
function ringMoments({ x, y }: Ring, originX: number, originY: number) {
  let [area, momentX, momentY] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const j = i + 1 === x.length ? 0 : i + 1
    const [ax, ay, bx, by] = [x[i]! - originX, y[i]! - originY, x[j]! - originX, y[j]! - originY]
    const cross = ax * by - bx * ay
    area += cross / 2
    momentX += (cross * (ax + bx)) / 6
    momentY += (cross * (ay + by)) / 6
  }
  return { area, x: momentX, y: momentY }
}
