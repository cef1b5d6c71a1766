import { requirePositive } from '../../check-inputs.ts'
import type { Kernel } from './kernel.ts'

/**
 * How far does one event reach on a density map, with the Gaussian kernel? Everywhere, though hardly beyond three
 * standard deviations. This is the kernel of most statistics software.
 *
 * Its bandwidth is the *standard deviation* along an axis; that of the quartic kernel is the radius: √8 ≈ 2.83 times as
 * much for the same smoothing. Ask which of the two a published "bandwidth" is before comparing maps.
 *
 * @formula 1/(2π σ²) · exp(−d²/(2σ²))
 * @use with {@link densityAt}, {@link densitySurface} and {@link fastDensitySurface}
 * @avoid where the map must be 0 away from events: {@link quarticKernel}
 * @param sigma standard deviation along one axis, in metres
 * @returns kernel for the density functions
 * @throws TypeError if sigma is not a number; RangeError if it is not above 0
 * @see Silverman BW (1986). Density Estimation for Statistics and Data Analysis. London: Chapman and Hall, section 4.2.1.
 * @example gaussianKernel(200) // { shape: 'gaussian', sigma: 200 }
 */
export function gaussianKernel(sigma: number): Kernel {
  requirePositive(sigma, 'sigma')
  return { shape: 'gaussian', radius: Infinity, sigma }
}
