import { type CountFit, type Design, fitCounts } from './fit-counts.ts'
import { negativeBinomialLogLikelihood } from './likelihoods.ts'
import { type Theta, thetaOf } from './theta.ts'

export interface NegativeBinomialFit extends Theta {
  fit: CountFit
  logLikelihood: number
}

/**
 * Log-linear model of counts with variance μ + μ²/θ and θ by maximum likelihood, as R's MASS::glm.nb fits it: effects
 * for given θ and θ for given effects by turns, until both stay. Null where the likelihood has no finite θ (the counts
 * vary no more than Poisson ones round the fitted means) or effects cannot be told apart.
 *
 * @see Venables WN, Ripley BD (2002). Modern Applied Statistics with S, 4th edition. New York: Springer, section 7.4.
 */
export function fitNegativeBinomial(
  design: Design,
  counts: Float64Array,
  offset?: Float64Array,
): NegativeBinomialFit | null {
  const options = offset ? { offset } : {}
  let fit = fitCounts(design, counts, options)
  let found = fit && thetaOf(counts, fit.fitted)
  for (let turn = 0; turn < 200 && fit && found; turn++) {
    fit = fitCounts(design, counts, { ...options, theta: found.theta })
    const next: Theta | null = fit && thetaOf(counts, fit.fitted, found.theta)
    const settled = next && Math.abs(next.theta / found.theta - 1) < 1e-11
    found = next
    if (settled) break
  }
  if (!fit || !found) return null
  return { ...found, fit, logLikelihood: negativeBinomialLogLikelihood(counts, fit.fitted, found.theta) }
}
