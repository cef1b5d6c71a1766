import type { ExactPoints } from '../snapped/located-points.ts'
import { requireExactPoints } from '../snapped/require-exact-points.ts'
import { kFunction } from './k-function.ts'
import { type ObservationBox, requireBoxAround } from './observation-box.ts'

/** Distances at which the K function is measured. */
const STEPS = 512

/**
 * Which bandwidth fits events that cluster? The standard deviation that makes the mean squared error of the density least
 * when the events come from a Cox process (Berman and Diggle). It is much shorter than {@link scottBandwidths} where
 * events crowd into a few streets, and shows more of them.
 *
 * Follows spatstat's bw.diggle: the K function at 512 distances up to a quarter of the shorter side or the radius that holds
 * 1,000 events on average, whichever is less; its edge correction is isotropic below 1,000 events, by translation below
 * 3,000, by border below 100,000. The answer is one of 255 values, a step of the distances over 2.
 *
 * @formula sigma = h/2 for the h with the least (1/λ − 2 K(h))/(π h²) + J(h)/(π h²)², J(h) = ∫ overlap of two discs of radius h so far apart dK / 2π; at the lower end of each step
 * @use as sigma for {@link gaussianKernel}, or √8 times it as radius for {@link quarticKernel}, to begin from
 * @avoid as the last word: many events at one address drive it towards 0; where it is a step above 0, look at the map and choose yourself
 * @param points places of events, exact
 * @param box rectangle in which the events were recorded, metres
 * @returns standard deviation along an axis in metres; null with fewer than 2 events
 * @throws TypeError if points are snapped; RangeError if the box is empty or an event lies outside it
 * @see Berman M, Diggle P (1989). Estimating weighted integrals of the second-order intensity of a spatial point process. Journal of the Royal Statistical Society B 51: 81–92. doi:10.1111/j.2517-6161.1989.tb01750.x
 * @see Baddeley A, Rubak E, Turner R (2015). Spatial Point Patterns: Methodology and Applications with R. Boca Raton: CRC Press, section 6.5.
 * @example bermanDiggleBandwidth(exactPoints([3], [4]), { west: 0, south: 0, east: 9, north: 9 }) // null
 */
export function bermanDiggleBandwidth(points: ExactPoints, box: ObservationBox): number | null {
  requireExactPoints(points, 'bermanDiggleBandwidth')
  requireBoxAround(points, box)
  const n = points.x.length
  if (n < 2) return null
  const [wide, high] = [box.east - box.west, box.north - box.south]
  const density = n / (wide * high)
  const furthest = Math.min(Math.min(wide, high) / 4, Math.sqrt(1000 / (Math.PI * density)))
  const k = kFunction(points.x, points.y, box, furthest, STEPS)
  const step = furthest / (STEPS - 1)
  let [least, best] = [Infinity, 0]
  for (let at = 1; at * step <= furthest / 2; at++) {
    const disc = Math.PI * (at * step) ** 2
    const error = (1 / density - 2 * k[at]!) / disc + overlapIntegral(k, at, step) / disc ** 2
    if (error < least) [least, best] = [error, at]
  }
  return (best * step) / 2
}

/** Overlap of two discs of radius `at`, summed over the increases of K; each counts as at the lower end of its step, as in spatstat. */
function overlapIntegral(k: Float64Array, at: number, step: number): number {
  let sum = 0
  for (let j = 0; j < Math.min(2 * at, k.length - 1); j++) {
    const apart = j / (2 * at)
    sum += (k[j + 1]! - k[j]!) * (Math.acos(apart) - apart * Math.sqrt(1 - apart * apart))
  }
  return 2 * (at * step) ** 2 * sum
}
