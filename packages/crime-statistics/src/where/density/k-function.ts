import KDBush from 'kdbush'
import { isotropicWeight, translationWeight } from './edge-weights.ts'
import type { ObservationBox } from './observation-box.ts'

/** How pairs near the edge of the box make up for neighbours unseen; the better ones cost more. */
export type EdgeCorrection = 'isotropic' | 'translation' | 'border' | 'none'

/** As spatstat chooses: the better the correction, the fewer events it is affordable for. */
export const correctionFor = (events: number): EdgeCorrection =>
  events < 1000 ? 'isotropic' : events < 3000 ? 'translation' : events < 100_000 ? 'border' : 'none'

/**
 * Ripley's K at `steps` distances from 0 to `furthest`: the area that would hold, at the mean density, as many events as
 * lie within each distance of an event.
 */
export function kFunction(
  x: Float64Array,
  y: Float64Array,
  box: ObservationBox,
  furthest: number,
  steps: number,
): Float64Array {
  const n = x.length
  const correction = correctionFor(n)
  const step = furthest / (steps - 1)
  const weights = new Float64Array(steps + 1)
  const within = new Float64Array(steps + 1) // border: events that are at least so far from the edge
  const tree = new KDBush(n)
  for (let i = 0; i < n; i++) tree.add(x[i]!, y[i]!)
  tree.finish()
  const near = new Uint32Array(n)
  for (let i = 0; i < n; i++) {
    const [px, py] = [x[i]!, y[i]!]
    const toEdge = Math.min(px - box.west, box.east - px, py - box.south, box.north - py)
    const last = Math.min(steps - 1, Math.floor(toEdge / step)) // border: an event counts for distances up to the edge
    within[0]!++
    within[last + 1]!--
    const found = tree.withinInto(px, py, furthest, near)
    for (let k = 0; k < found; k++) {
      const j = near[k]!
      if (j === i) continue
      const [dx, dy] = [x[j]! - px, y[j]! - py]
      const distance = Math.sqrt(dx * dx + dy * dy)
      const from = Math.ceil(distance / step)
      if (correction === 'border') {
        if (from > last) continue
        weights[from]!++
        weights[last + 1]!--
      } else if (from < steps) {
        if (correction === 'isotropic') weights[from]! += isotropicWeight(px, py, distance, box)
        else weights[from]! += correction === 'translation' ? translationWeight(dx, dy, box) : 1
      }
    }
  }
  const area = (box.east - box.west) * (box.north - box.south)
  let [sum, inside] = [0, 0]
  return Float64Array.from({ length: steps }, (_, k) => {
    sum += weights[k]!
    inside += within[k]!
    return correction === 'border' ? (area * sum) / (n * inside) : (area * sum) / (n * (n - 1))
  })
}
