import { requireSameLength } from '../check-inputs.ts'
import { linearisation } from './linearised-variance.ts'
import { type Category, codedCategories, type WeightedSample } from './survey-sample.ts'
import { checkedAnswers, shareOf, type WeightedShare } from './weighted-share.ts'

/** Shares of a group or an answer, by its name. */
export interface NamedShare extends WeightedShare {
  name: string
}

/**
 * What share of the population names each answer of a list, and how sure is each? One weighted share a category, in
 * alphabetical order of the categories; they add up to 1.
 *
 * @formula for each category: {@link weightedShare} of choosing it
 * @use for questions with one choice out of several, such as the main issue
 * @avoid reading which is first off separate intervals: compare the first two directly
 * @param sample weights, and how they were made
 * @param choices the category each respondent chose
 * @returns one share for each category that was chosen by anyone
 * @throws RangeError if lengths differ or there are fewer than 2 respondents
 * @see Lumley T (2004). Analysis of complex survey samples. Journal of Statistical Software 9(8). doi:10.18637/jss.v009.i08
 * @example weightedShares({ weights: [100, 100, 200] }, ['ASB', 'Theft', 'ASB']) // [{ name: 'ASB', share: 0.75 }, { name: 'Theft', share: 0.25 }]
 */
export function weightedShares(sample: WeightedSample, choices: ArrayLike<Category>): NamedShare[] {
  const { weights, residuals } = linearisation(sample)
  const { codes, names } = codedCategories(choices, 'choices')
  requireSameLength(codes.length, 'choices', weights.length, 'weights', 'respondent')
  return inOrder(names).map(({ name, place }) => {
    const chose = checkedAnswers(
      Array.from(codes, (code) => code === place),
      weights.length,
    )
    return { name, ...shareOf(weights, residuals, chose) }
  })
}

/** Names in alphabetical order by code unit, the same on every machine, with their places. */
export const inOrder = (names: readonly string[]) =>
  names.map((name, place) => ({ name, place })).sort((a, b) => (a.name < b.name ? -1 : 1))
