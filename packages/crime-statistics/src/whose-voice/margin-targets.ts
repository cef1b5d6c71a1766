import { requireList, requireObject, requirePositive, requireText } from '../check-inputs.ts'
import { type CodedCategories, codedCategories, type SurveyMargin } from './survey-sample.ts'

/** A margin ready to be met: the place of each respondent's category and the people in it. */
export interface CodedMargin extends CodedCategories {
  name: string
  targets: Float64Array
}

const AGREE = 1e-6

/** Refuses what is no characteristic of the population; its categories and targets are looked at later. */
export function requireMargin(margin: SurveyMargin, called: string): void {
  requireObject(margin, called, "{ name: 'sex', categories: ['F', 'M'], targets: { F: 510, M: 490 } }")
  requireText(margin.name, `${called}.name`)
  requireList(margin.categories, `categories of ${margin.name}`)
  requireObject(margin.targets, `targets of ${margin.name}`, '{ F: 510, M: 490 }')
}

/**
 * Checks that a margin can be met: everyone in the sample belongs to a category of the population, and every category
 * of the population has somebody to stand for it.
 */
export function codedMargin(margin: SurveyMargin, respondents: number): CodedMargin {
  const { name, categories, targets } = margin
  const coded = codedCategories(categories, `categories of ${name}`)
  if (coded.codes.length !== respondents)
    throw new RangeError(
      `${name} has ${coded.codes.length} categories and the sample ${respondents} respondents: give one for each.`,
    )
  for (const category of coded.names) {
    if (!Object.hasOwn(targets, category))
      throw new RangeError(
        `${name} "${category}" is in the sample but has no target: give its population, or leave those respondents out.`,
      )
    if (targets[category] === 0)
      throw new RangeError(
        `${name} "${category}" has respondents but a target of 0: give its population, or leave those respondents out.`,
      )
  }
  for (const [category, people] of Object.entries(targets)) {
    if (people === 0) continue // nobody lives there and nobody answered
    requirePositive(people, `target of ${name} "${category}"`)
    if (!coded.names.includes(category))
      throw new RangeError(
        `${name} "${category}" has a target of ${people} but no respondent: collapse it into a neighbouring category.`,
      )
  }
  return { ...coded, name, targets: Float64Array.from(coded.names, (category) => targets[category]!) }
}

/** All margins describe one population: their totals are the same to a millionth. */
export function requireOnePopulation(margins: readonly CodedMargin[]): number {
  const totals = margins.map(({ targets }) => targets.reduce((sum, people) => sum + people, 0))
  for (const [m, total] of totals.entries())
    if (Math.abs(total - totals[0]!) > AGREE * totals[0]!)
      throw new RangeError(
        `targets of ${margins[0]!.name} add up to ${totals[0]} and those of ${margins[m]!.name} to ${total}: ` +
          'give margins of the same population.',
      )
  return totals[0]!
}

/** Scales the weights so that one margin is met; returns how far its worst category was off before, as a proportion. */
export function meetMargin(weights: Float64Array, { codes, targets }: CodedMargin): number {
  const sums = new Float64Array(targets.length)
  for (let i = 0; i < weights.length; i++) sums[codes[i]!]! += weights[i]!
  let miss = 0
  for (let c = 0; c < sums.length; c++) {
    miss = Math.max(miss, Math.abs(sums[c]! / targets[c]! - 1))
    sums[c] = targets[c]! / sums[c]!
  }
  for (let i = 0; i < weights.length; i++) weights[i]! *= sums[codes[i]!]!
  return miss
}
