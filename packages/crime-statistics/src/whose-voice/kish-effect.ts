import { requireWeights } from './survey-sample.ts'

export interface KishEffect {
  /** how many times the variance of a share grows through unequal weights: 1 plus their squared variation */
  designEffect: number
  /** size of an equally weighted sample that says as much */
  effectiveSize: number
}

/**
 * How much do unequal weights cost? Kish's approximate design effect and effective sample size: 600 respondents with
 * an effect of 1.6 say about as much as 375 of equal weight. It knows the weights only: where they go with the answers,
 * as after raking, the design effect of {@link weightedShare} is the one for that question.
 *
 * @formula designEffect = n Σw² / (Σw)²;  effectiveSize = (Σw)² / Σw²
 * @use as one figure for a whole survey, before looking at any question
 * @avoid as the precision of a self-selected sample, which no effective size describes
 * @param weights weight of each respondent, 0 or more
 * @returns design effect and effective size
 * @throws RangeError if a weight is below 0 or not finite, or all are 0
 * @see Kish L (1965). Survey Sampling. New York: Wiley, section 11.7.
 * @see Kish L (1992). Weighting for unequal Pi. Journal of Official Statistics 8: 183–200.
 * @example kishEffect([1, 1, 2, 4]) // { designEffect: 1.375, effectiveSize: 2.909 }
 */
export function kishEffect(weights: ArrayLike<number>): KishEffect {
  const checked = requireWeights(weights)
  const largest = checked.reduce((most, weight) => Math.max(most, weight), 0)
  let sum = 0
  let squares = 0
  for (const weight of checked) {
    sum += weight / largest
    squares += (weight / largest) ** 2
  }
  const effectiveSize = (sum * sum) / squares
  return { designEffect: checked.length / effectiveSize, effectiveSize }
}
