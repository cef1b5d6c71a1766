import { requireChoice, requirePositive } from '../../check-inputs.ts'

/** How one event spreads over the map: {@link quarticKernel} or {@link gaussianKernel} makes it. */
export interface Kernel {
  readonly shape: 'quartic' | 'gaussian'
  /** quartic: distance in metres from which an event counts for nothing; Gaussian: Infinity, it never does */
  readonly radius: number
  /** standard deviation along one axis, metres: what to compare kernels of different shapes by */
  readonly sigma: number
}

/** What a density is counted per. */
export type DensityUnit = 'per m²' | 'per km²'

export function requireKernel(kernel: Kernel): void {
  const { shape, radius, sigma } = (kernel ?? {}) as Kernel
  if (shape !== 'quartic' && shape !== 'gaussian')
    throw new TypeError('kernel is none: make it with quarticKernel(radius) or gaussianKernel(sigma).')
  if (shape === 'quartic') requireMetres(radius, 'kernel.radius')
  requireMetres(sigma, 'kernel.sigma')
}

/** Beyond these a square has no number, or a map no meaning. */
const [SMALLEST, LARGEST] = [1e-9, 1e9]

function requireMetres(value: number, name: string): void {
  requirePositive(value, name)
  if (value < SMALLEST || value > LARGEST)
    throw new RangeError(`${name} is ${value}: give ${SMALLEST} to ${LARGEST} metres.`)
}

/** The kernel's height at the event itself, per square metre: its volume is 1. */
export const peakOf = ({ shape, radius, sigma }: Kernel) =>
  shape === 'quartic' ? 3 / (Math.PI * radius * radius) : 1 / (2 * Math.PI * sigma * sigma)

export function unitFactor(unit: DensityUnit): number {
  requireChoice(unit, 'unit', ['per m²', 'per km²'])
  return unit === 'per m²' ? 1 : 1e6
}
