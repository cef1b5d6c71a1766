import { codedMargin, meetMargin, requireMargin } from './margin-targets.ts'
import { requireStartWeights, type SurveyMargin, type WeightedSample } from './survey-sample.ts'

export interface PostStratifiedSample extends WeightedSample {
  weights: Float64Array<ArrayBuffer>
  adjustment: {
    kind: 'post-stratified'
    strata: ArrayLike<string | number>
    startWeights: Float64Array<ArrayBuffer>
  }
}

/**
 * How many people does each respondent stand for, when the population of every group is known? Each group's weights
 * are scaled to its population. For several characteristics at once give the cross-groups ('F 16–24', 'F 25–44', …) as
 * categories, or rake.
 *
 * @formula w ← w · target(stratum) / Σ w(stratum)
 * @use with one cross-classification of the population, about ten or more respondents in each group
 * @avoid with many thin groups: weights get large; rake to the margins instead ({@link rakeWeights})
 * @param strata the group of every respondent, and the population by group
 * @param startWeights weights before, such as 1/chance of being asked; 1 each when left out
 * @returns weights that add up to the population, ready for {@link weightedShare}
 * @throws RangeError if a group has a target but no respondent, or respondents but no target
 * @see Holt D, Smith TMF (1979). Post stratification. Journal of the Royal Statistical Society A 142: 33–46. doi:10.2307/2344652
 * @example postStratifiedWeights({ name: 'sex', categories: ['F', 'F', 'M'], targets: { F: 50, M: 50 } }).weights // [25, 25, 50]
 */
export function postStratifiedWeights(strata: SurveyMargin, startWeights?: ArrayLike<number>): PostStratifiedSample {
  requireMargin(strata, 'strata')
  const respondents = strata.categories.length
  if (respondents === 0) throw new RangeError('the sample is empty: there is nobody to weight.')
  const coded = codedMargin(strata, respondents)
  const before = requireStartWeights(startWeights, respondents)
  const weights = Float64Array.from(before)
  meetMargin(weights, coded)
  return {
    weights,
    adjustment: { kind: 'post-stratified', strata: strata.categories, startWeights: before },
  }
}
