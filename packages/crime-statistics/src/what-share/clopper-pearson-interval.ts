import { requireLevel } from '../check-inputs.ts'
import { betaQuantile } from '../distributions/beta.ts'
import type { Interval } from '../interval.ts'
import { requireShare } from './check-share.ts'

/**
 * Between which limits does a share lie, never claiming too much? The exact (Clopper–Pearson) confidence interval: the
 * limits at which a result this high, or this low, has probability (1 − level)/2. Never too narrow; wider than {@link
 * wilsonInterval}, which is the usual choice for display.
 *
 * @formula lower B(α/2; part, whole − part + 1), upper B(1 − α/2; part + 1, whole − part), quantiles of the beta distribution with α = 1 − level
 * @use where the interval must never claim too much
 * @avoid for display: wilsonInterval is narrower and right on average
 *
 * @param part how many have the property: a whole number, 0 or more
 * @param whole how many were asked: a whole number, 1 or more
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns lower and upper limits as proportions
 * @throws RangeError if a count is not whole, part is above whole, whole is 0, or level is outside 0 to 1
 * @see Clopper CJ, Pearson ES (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26: 404–413. doi:10.1093/biomet/26.4.404
 * @example clopperPearsonInterval(92, 136) // { lower: 0.591, upper: 0.7541 }
 */
export function clopperPearsonInterval(part: number, whole: number, level = 0.95): Interval {
  requireShare(part, whole)
  requireLevel(level)
  const tail = (1 - level) / 2
  return {
    lower: part === 0 ? 0 : betaQuantile(tail, part, whole - part + 1),
    upper: part === whole ? 1 : betaQuantile(tail, part + 1, whole - part, 'upper'),
  }
}
