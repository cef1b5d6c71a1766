import {
  requireChoice,
  requireLevel,
  requireNotNegative,
  requireObject,
  requirePositive,
  requireProportion,
} from '../check-inputs.ts'
import { betaQuantile } from '../distributions/beta.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { tTwoSided } from '../distributions/student-t.ts'
import type { Interval } from '../interval.ts'
import type { WeightedShare } from './weighted-share.ts'

/**
 * `logit`: t limits on the log-odds, taken back. `beta`: Clopper–Pearson on the effective size. `likelihood`: shares
 * whose likelihood on the effective size is not too far below the best. `wald-t` and `wald-normal`: share ± t or z
 * standard errors, which may leave 0 to 1.
 */
export type ShareIntervalMethod = 'logit' | 'beta' | 'likelihood' | 'wald-t' | 'wald-normal'

const METHODS: readonly ShareIntervalMethod[] = ['logit', 'beta', 'likelihood', 'wald-t', 'wald-normal']

/**
 * Confidence interval of a weighted share: between which shares might the population's lie? The logit method, chosen
 * when none is named, stays within 0 to 1 and is good from about 30 effective respondents; beta is the cautious one for
 * shares near 0 or 1. Where everyone says the same (share 0 or 1) only beta is defined; the others are null.
 *
 * It speaks of chance in drawing a random sample, nothing else: for a self-selected sample there is no such interval in
 * the strict sense, and it shows at best how shaky the figure would be if those who answered were like the rest.
 *
 * @formula logit: logit p ± t·se/(p(1 − p));  beta: quantiles of Beta(mp, m(1 − p) + 1), Beta(mp + 1, m(1 − p)), m the
 *   effective size;  likelihood: 2m[p ln(p/π) + (1 − p) ln((1 − p)/(1 − π))] = t²·n/(n − 1);  wald: p ± t·se
 * @use beside every weighted share that is printed
 * @avoid wald near 0 or 1; any of them as the error of an open online poll
 * @param estimate the result of {@link weightedShare}
 * @param method how; logit when left out (R calls it logit or xlogit, wald-t mean)
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns lower and upper limits as proportions; null where the method has none because the share is 0 or 1 or does
 *   not vary
 * @throws RangeError if level is outside 0 to 1, or the estimate is none
 * @see Korn EL, Graubard BI (1998). Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Survey Methodology 24: 193–201.
 * @see Lumley T (2010). Complex Surveys: A Guide to Analysis Using R. Hoboken: Wiley.
 * @example weightedShareInterval(weightedShare({ weights: [100, 100, 300, 100] }, [1, 0, 1, 0])) // { lower: 0.039, upper: 0.99 }
 */
export function weightedShareInterval(
  estimate: WeightedShare,
  method: ShareIntervalMethod = 'logit',
  level = 0.95,
): Interval | null {
  requireLevel(level)
  requireObject(estimate, 'estimate', 'the answer of weightedShare')
  requireChoice(method, 'method', METHODS)
  const { share, standardError, effectiveSize, respondents, degreesOfFreedom } = estimate
  requireProportion(share, 'estimate.share')
  requireNotNegative(standardError, 'estimate.standardError')
  requirePositive(respondents, 'estimate.respondents')
  if (method !== 'wald-normal') requirePositive(degreesOfFreedom, 'estimate.degreesOfFreedom')
  if (effectiveSize !== null) requirePositive(effectiveSize, 'estimate.effectiveSize')
  const odds = share * (1 - share)
  const t = method === 'wald-normal' ? normalTwoSided(level) : tTwoSided(level, degreesOfFreedom)
  if (method === 'beta') return betaLimits(share, odds > 0 ? effectiveSize : respondents, (1 - level) / 2)
  if (!(odds > 0 && standardError > 0)) return null
  if (method === 'likelihood') {
    if (effectiveSize === null) return null
    const dispersion = respondents / (respondents - 1) // as R estimates it
    return likelihoodLimits(share, (dispersion * t ** 2) / (2 * effectiveSize))
  }
  if (method === 'logit') {
    const reach = Math.exp((t * standardError) / odds)
    return { lower: share / (share + (1 - share) * reach), upper: share / (share + (1 - share) / reach) }
  }
  return { lower: share - t * standardError, upper: share + t * standardError }
}

function betaLimits(share: number, size: number | null, tail: number): Interval | null {
  if (size === null) return null
  return {
    lower: share === 0 ? 0 : betaQuantile(tail, size * share, size * (1 - share) + 1),
    upper: share === 1 ? 1 : betaQuantile(1 - tail, size * share + 1, size * (1 - share)),
  }
}

/** The two shares whose log-likelihood is `drop` below the best, for one respondent; by bisection to the last digit. */
function likelihoodLimits(share: number, drop: number): Interval {
  const below = (x: number) => share * Math.log(share / x) + (1 - share) * Math.log((1 - share) / (1 - x)) > drop
  const edge = (within: number, beyond: number) => {
    let [inside, outside] = [within, beyond]
    for (let step = 0; step < 200; step++) {
      const middle = (inside + outside) / 2
      if (middle === inside || middle === outside) break
      if (below(middle)) outside = middle
      else inside = middle
    }
    return inside
  }
  return { lower: edge(share, 0), upper: edge(share, 1) }
}
