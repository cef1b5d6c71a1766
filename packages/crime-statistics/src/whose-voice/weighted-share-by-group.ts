import { requireSameLength } from '../check-inputs.ts'
import { linearisation } from './linearised-variance.ts'
import { type Category, codedCategories, type WeightedSample } from './survey-sample.ts'
import { type Answer, checkedAnswers, shareOf } from './weighted-share.ts'
import { inOrder, type NamedShare } from './weighted-shares.ts'

/**
 * What share would say yes within each group – women, men; each ward – and how sure is each? The variance keeps the
 * whole sample in view (a group's size varies too), as a subgroup estimate should; a group cut out and weighted anew
 * would look surer than it is. Groups in alphabetical order; one without any answer is left out.
 *
 * @formula {@link weightedShare} with everyone outside the group contributing 0
 * @use for tables by age, sex or area beside the share of all
 * @avoid for groups of fewer than about 30: hide them, or show the interval first
 * @param sample weights, and how they were made
 * @param answers answer of each respondent; null where there is none
 * @param groups the group of each respondent
 * @returns one share for each group
 * @throws RangeError if lengths differ, or an answer is not 0 or 1
 * @see Lumley T (2010). Complex Surveys: A Guide to Analysis Using R. Hoboken: Wiley.
 * @example weightedShareByGroup({ weights: [1, 1, 2, 2] }, [1, 0, 1, 1], ['F', 'F', 'M', 'M']) // [{ name: 'F', share: 0.5 }, { name: 'M', share: 1 }]
 */
export function weightedShareByGroup(
  sample: WeightedSample,
  answers: ArrayLike<Answer>,
  groups: ArrayLike<Category>,
): NamedShare[] {
  const { weights, residuals } = linearisation(sample)
  const checked = checkedAnswers(answers, weights.length)
  const { codes, names } = codedCategories(groups, 'groups')
  requireSameLength(codes.length, 'groups', weights.length, 'weights', 'respondent')
  return inOrder(names).flatMap(({ name, place }) => {
    const within = checked.map((answer, i) => (codes[i] === place ? answer : -1))
    const anyone = within.some((answer, i) => answer >= 0 && weights[i]! > 0)
    return anyone ? [{ name, ...shareOf(weights, residuals, within) }] : []
  })
}
