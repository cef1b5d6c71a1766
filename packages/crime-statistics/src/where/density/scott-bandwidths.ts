import type { ExactPoints } from '../snapped/located-points.ts'
import { requireExactPoints } from '../snapped/require-exact-points.ts'

/**
 * Which bandwidths does Scott's rule of thumb give? Right for events spread like one normal hill, whatever its shape;
 * crime is rarely that, so that the map comes out too smooth. A quick upper bound.
 *
 * @formula standard deviation of the eastings (northings), divisor n − 1, times n^(−1/6)
 * @use as the upper end of the bandwidths to try; the mean of both as sigma of {@link gaussianKernel}
 * @avoid for clustered events as the last word: {@link bermanDiggleBandwidth}
 * @param points places of events, exact
 * @returns standard deviations along east and north, in metres; null with fewer than 2 events
 * @throws TypeError if points are snapped
 * @see Scott DW (1992). Multivariate Density Estimation: Theory, Practice, and Visualization. New York: Wiley, section 6.3.
 * @example scottBandwidths(exactPoints([0, 200, 400], [0, 0, 300])) // { x: 166.54, y: 144.22 }
 */
export function scottBandwidths(points: ExactPoints): { x: number; y: number } | null {
  requireExactPoints(points, 'scottBandwidths')
  const n = points.x.length
  if (n < 2) return null
  return { x: deviation(points.x) * n ** (-1 / 6), y: deviation(points.y) * n ** (-1 / 6) }
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + (value - values[0]!), 0) / values.length + values[0]!
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
