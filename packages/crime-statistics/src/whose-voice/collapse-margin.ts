import { requireNotNegative, requireText } from '../check-inputs.ts'
import { requireMargin } from './margin-targets.ts'
import { codedCategories, type SurveyMargin } from './survey-sample.ts'

/**
 * The same margin with one category merged into another: what to do with a category nobody answered from, or too few.
 *
 * @formula target(into) ← target(into) + target(from)
 * @use before {@link rakeWeights} when a category has a target but no respondent, or fewer than about ten
 * @avoid merging unlike neighbours only to make the sums work: say in the report what was merged
 * @param margin the characteristic, with the categories of the respondents and the population by category
 * @param from the category that goes
 * @param into the category that takes its respondents and its population
 * @returns a new margin; the one given is unchanged
 * @throws RangeError if from or into has no target, or they are the same
 * @example collapseMargin({ name: 'ward', categories: ['A', 'B'], targets: { A: 10, B: 20, C: 5 } }, 'C', 'B').targets // { A: 10, B: 25 }
 */
export function collapseMargin(margin: SurveyMargin, from: string, into: string): SurveyMargin {
  requireMargin(margin, 'margin')
  codedCategories(margin.categories, `categories of ${margin.name}`)
  for (const [category, people] of Object.entries(margin.targets))
    requireNotNegative(people, `target of ${margin.name} "${category}"`)
  requireText(from, 'from')
  requireText(into, 'into')
  for (const category of [from, into])
    if (!Object.hasOwn(margin.targets, category))
      throw new RangeError(`${margin.name} "${category}" has no target: give two of ${Object.keys(margin.targets)}.`)
  if (from === into) throw new RangeError(`from and into are both "${from}": give two different categories.`)
  const { [from]: moved, ...targets } = margin.targets
  return {
    name: margin.name,
    categories: Array.from(margin.categories, (category) => (String(category) === from ? into : category)),
    targets: { ...targets, [into]: targets[into]! + moved! },
  }
}
