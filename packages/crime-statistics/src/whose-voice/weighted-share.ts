import { requireList, requireSameLength, shown } from '../check-inputs.ts'
import { covariances, linearisation, type Residuals } from './linearised-variance.ts'
import type { WeightedSample } from './survey-sample.ts'

export interface WeightedShare {
  /** share of the population that has the property, as a proportion */
  share: number
  /** linearised (Taylor) standard error */
  standardError: number
  /**
   * variance over that of a simple random sample of as many from the same population, without replacement; null where
   * that is 0 or the weights do not add up to more people than answered
   */
  designEffect: number | null
  /** share(1 − share)/variance: size of a simple random sample that says as much; null where share is 0 or 1 or does not vary */
  effectiveSize: number | null
  /** respondents behind the share: those asked, with an answer and a weight above 0 */
  respondents: number
  /** respondents of the whole sample less 1, for Student's t */
  degreesOfFreedom: number
}

/** An answer: 1 or true for yes, 0 or false for no, null where there is none. */
export type Answer = boolean | 0 | 1 | null | number

/**
 * What share of the population would say yes, and how sure is that? The weighted share with its linearised standard
 * error, for weights that are fixed, post-stratified or raked: the last two are more precise than fixed ones, because
 * the margins no longer vary from sample to sample, and the variance is that of the residuals from the categories – as
 * R's survey package computes it. Respondents without an answer are treated as a subgroup not asked about.
 *
 * The error is that of a random sample in which people were drawn independently of one another. Answers of people who
 * chose to answer have no sampling error in the strict sense: say so beside the figure.
 *
 * @formula p = Σwy/Σw;  x = w(y − p)/Σw, less its regression on the margins;  variance = n/(n − 1) Σ(x − mean x)²
 * @use for every share of a weighted survey; give the result to {@link weightedShareInterval}
 * @avoid with clusters (several people a household) or strata in the design, which this does not know
 * @param sample weights, and how they were made
 * @param answers answer of each respondent; null where there is none
 * @returns share, standard error, design effect and effective size
 * @throws RangeError if there are fewer than 2 respondents, nobody has answered, or an answer is not 0 or 1
 * @see Lumley T (2004). Analysis of complex survey samples. Journal of Statistical Software 9(8). doi:10.18637/jss.v009.i08
 * @see Deville J-C, Särndal C-E (1992). Calibration estimators in survey sampling. JASA 87: 376–382. doi:10.1080/01621459.1992.10475217
 * @example weightedShare({ weights: [100, 100, 300, 100] }, [1, 0, 1, 0]) // { share: 0.6667, standardError: 0.2722 }
 */
export function weightedShare(sample: WeightedSample, answers: ArrayLike<Answer>): WeightedShare {
  const { weights, residuals } = linearisation(sample)
  return shareOf(weights, residuals, checkedAnswers(answers, weights.length))
}

/** Answers as 1, 0 and −1 for none. */
export function checkedAnswers(answers: ArrayLike<Answer>, respondents: number): Int8Array {
  requireList(answers, 'answers')
  requireSameLength(answers.length, 'answers', respondents, 'weights', 'respondent')
  if (respondents < 2) throw new RangeError(`the sample has ${respondents} respondent: give 2 or more.`)
  return Int8Array.from(answers, (answer, i) => {
    if (answer === null) return -1
    if (answer === true || answer === 1) return 1
    if (answer === false || answer === 0) return 0
    throw new RangeError(`answers[${i}] is ${shown(answer)}: give 1 or 0, true or false, or null where there is none.`)
  })
}

/** The share among those with an answer; all others count as outside the group. */
export function shareOf(weights: Float64Array, residuals: Residuals, answers: Int8Array): WeightedShare {
  const { share, people, respondents, contributions } = shareContributions(weights, answers)
  residuals(contributions)
  const variance = covariances([contributions])[0]![0]!
  const finite = (people - respondents) / (people * respondents)
  const random = respondents > 1 ? ((share * (1 - share) * respondents) / (respondents - 1)) * finite : 0
  return {
    share,
    standardError: Math.sqrt(variance),
    designEffect: random > 0 ? variance / random : null,
    effectiveSize: variance > 0 && share > 0 && share < 1 ? (share * (1 - share)) / variance : null,
    respondents,
    degreesOfFreedom: weights.length - 1,
  }
}

/** Weighted share of yes, and what each respondent adds to it, before the weighting's residuals are taken. */
export function shareContributions(weights: Float64Array, answers: Int8Array) {
  let people = 0
  let yes = 0
  let respondents = 0
  for (let i = 0; i < weights.length; i++) {
    if (answers[i]! < 0 || weights[i] === 0) continue
    people += weights[i]!
    if (answers[i] === 1) yes += weights[i]!
    respondents++
  }
  if (respondents === 0) throw new RangeError('nobody has answered: there is no share to estimate.')
  const share = yes / people
  const contributions = weights.map((weight, i) => (answers[i]! < 0 ? 0 : (weight * (answers[i]! - share)) / people))
  return { share, people, respondents, contributions }
}
