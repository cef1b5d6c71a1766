import { requireNotNegative, requireObject } from '../check-inputs.ts'
import { requireWeights } from './survey-sample.ts'

export interface WeightLimits {
  /** the largest weight allowed, in people; often 2.5 to 5 times the mean weight */
  upper: number
  /** the smallest weight allowed; 0 when left out */
  lower?: number
}

/**
 * Cap weights that would let a few respondents speak for very many. Once, and what was cut off is given to the others
 * in equal parts, so that the total stays. After it the margins are no longer met exactly, and a weight just below the
 * cap may now be above it: {@link trimAndRake} repeats both until they hold.
 *
 * @formula w′ = min(max(w, lower), upper); the others + Σ(w − w′) / number of others
 * @use when the largest weight is more than about five times the mean
 * @avoid as a cure for a sample that misses a whole group: trimming trades variance for bias
 * @param weights weight of each respondent, 0 or more
 * @param limits the largest weight, and the smallest where one is wanted
 * @returns new weights with the same total; those given are unchanged
 * @throws RangeError if upper is below lower, or everyone is beyond the limits so that nobody can take what is cut off
 * @see Lumley T (2010). Complex Surveys: A Guide to Analysis Using R. Hoboken: Wiley.
 * @example trimWeights([1, 1, 1, 5], { upper: 3.5 }) // [1.5, 1.5, 1.5, 3.5]
 */
export function trimWeights(weights: ArrayLike<number>, limits: WeightLimits): Float64Array<ArrayBuffer> {
  requireObject(limits, 'limits', '{ upper: 500 }')
  const { upper, lower = 0 } = limits
  const trimmed = requireWeights(weights)
  requireNotNegative(lower, 'lower')
  requireNotNegative(upper, 'upper')
  if (upper <= lower) throw new RangeError(`upper is ${upper} and lower is ${lower}: give upper above lower.`)
  let cutOff = 0
  const others: number[] = []
  for (let i = 0; i < trimmed.length; i++) {
    const weight = trimmed[i]!
    if (weight >= lower && weight <= upper) {
      others.push(i)
      continue
    }
    trimmed[i] = weight > upper ? upper : lower
    cutOff += weight - trimmed[i]!
  }
  if (others.length === 0)
    throw new RangeError('every weight is beyond the limits: give limits around the mean weight.')
  for (const i of others) trimmed[i]! += cutOff / others.length
  return trimmed
}
