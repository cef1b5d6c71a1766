import type { SeasonalFit } from './seasonal-fit.ts'

/**
 * Weights that let past outbreaks count less: 1 / s² for a month whose standardised Anscombe residual s is above the
 * threshold, 1 for the others, all times a factor that makes their mean 1.
 *
 * @see Farrington CP et al. (1996). A statistical algorithm for the early detection of outbreaks of infectious disease. JRSS A 159: 547–563. doi:10.2307/2983331
 */
export function outbreakWeights(
  counts: Float64Array,
  { fitted, leverage }: SeasonalFit,
  dispersion: number,
  threshold: number,
): Float64Array<ArrayBuffer> {
  const weights = new Float64Array(counts.length).fill(1)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    const mean = fitted[i]!
    const free = 1 - leverage[i]!
    const residual = 1.5 * (counts[i]! ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean))
    // a month that alone decides its fitted value has no residual of its own
    const s = free > 1e-14 ? residual / Math.sqrt(dispersion * free) : 0
    if (s > threshold) weights[i] = s ** -2
    sum += weights[i]!
  }
  const factor = weights.length / sum
  return weights.map((weight) => weight * factor)
}
