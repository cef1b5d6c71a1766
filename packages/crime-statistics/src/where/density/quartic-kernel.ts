import { requirePositive } from '../../check-inputs.ts'
import type { Kernel } from './kernel.ts'

/**
 * How far does one event reach on a density map, with the quartic kernel? Up to its radius and no further, most at the
 * event itself. This is the kernel of most crime-mapping software.
 *
 * Its bandwidth is the *radius*; that of the Gaussian kernel is the standard deviation. The two words name different
 * things: a quartic radius of 500 m smooths like a Gaussian of 177 m, and the Gaussian of 500 m smooths nearly three
 * times as much. `sigma` gives both in one measure.
 *
 * @formula 3/(π h²) · (1 − d²/h²)² for d < h, else 0; sigma = h/√8
 * @use with {@link densityAt}, {@link densitySurface} and {@link fastDensitySurface}
 * @avoid radii under a few cells of the map: the surface is then little else than the events themselves
 * @param radius distance in metres at which an event stops counting
 * @returns kernel for the density functions
 * @throws TypeError if radius is not a number; RangeError if it is not above 0
 * @see Silverman BW (1986). Density Estimation for Statistics and Data Analysis. London: Chapman and Hall, section 4.2.1, K2.
 * @example quarticKernel(500).sigma // 176.777
 * @example quarticKernel(500) // { shape: 'quartic', radius: 500 }
 */
export function quarticKernel(radius: number): Kernel {
  requirePositive(radius, 'radius')
  return { shape: 'quartic', radius, sigma: radius / Math.sqrt(8) }
}
