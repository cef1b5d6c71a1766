import KDBush from 'kdbush'
import { finiteNumbers, requireSameLength } from '../../check-inputs.ts'
import type { ExactPoints } from '../snapped/located-points.ts'
import { requireExactPoints } from '../snapped/require-exact-points.ts'
import { type DensityUnit, type Kernel, peakOf, requireKernel, unitFactor } from './kernel.ts'

/**
 * How dense are events around given places? The sum of the kernels of all events at each place, exactly.
 *
 * Nothing is corrected at the edge of the area that events were recorded in (see {@link densitySurface}). An event at
 * the place itself counts too: measured at the events' own places, the density is never below one kernel's peak.
 *
 * @formula Σ over events of K(distance from the place to the event)
 * @use at the centres of a grid's cells, at schools or stations, or at events
 * @avoid for snapped points, which pile up at their anchors: refused; for a whole map {@link densitySurface} is quicker
 * @param points places of events, exact
 * @param x eastings of the places asked about, in metres
 * @param y northings of the places asked about, in metres
 * @param kernel {@link quarticKernel} of a radius or {@link gaussianKernel} of a standard deviation; with the Gaussian
 *   every event is compared with every place
 * @param unit 'per m²' or 'per km²'; per m² when left out
 * @returns density at each place
 * @throws TypeError if points are snapped or kernel is of another kind; RangeError if x and y differ in length or a value is not finite
 * @see Silverman BW (1986). Density Estimation for Statistics and Data Analysis. London: Chapman and Hall, section 4.2.
 * @example densityAt(exactPoints([0, 300], [0, 0]), [0], [0], quarticKernel(500), 'per km²')[0] // 5.3843
 */
export function densityAt(
  points: ExactPoints,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kernel: Kernel,
  unit: DensityUnit = 'per m²',
): Float64Array {
  requireExactPoints(points, 'densityAt')
  const eastings = finiteNumbers(x, 'x')
  const northings = finiteNumbers(y, 'y')
  requireSameLength(northings.length, 'y', eastings.length, 'x', 'place')
  requireKernel(kernel)
  const peak = unitFactor(unit) * peakOf(kernel)
  const sum = kernel.shape === 'quartic' ? quarticSums(points, kernel.radius) : gaussianSums(points, kernel.sigma)
  return Float64Array.from(eastings, (east, i) => peak * sum(east, northings[i]!))
}

type Sum = (east: number, north: number) => number

/** Looks only at the events within the radius. */
function quarticSums({ x, y }: ExactPoints, radius: number): Sum {
  if (x.length === 0) return () => 0
  const tree = new KDBush(x.length)
  for (let i = 0; i < x.length; i++) tree.add(x[i]!, y[i]!)
  tree.finish()
  const near = new Uint32Array(x.length)
  return (east, north) => {
    let sum = 0
    for (let k = tree.withinInto(east, north, radius, near) - 1; k >= 0; k--) {
      const i = near[k]!
      const u = (x[i]! - east) / radius
      const v = (y[i]! - north) / radius
      const height = 1 - u * u - v * v
      if (height > 0) sum += height * height
    }
    return sum
  }
}

function gaussianSums({ x, y }: ExactPoints, sigma: number): Sum {
  return (east, north) => {
    let sum = 0
    for (let i = 0; i < x.length; i++) {
      const u = (x[i]! - east) / sigma
      const v = (y[i]! - north) / sigma
      sum += Math.exp(-0.5 * (u * u + v * v))
    }
    return sum
  }
}
