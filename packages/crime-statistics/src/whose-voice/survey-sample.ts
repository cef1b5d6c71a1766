import { finiteNumbers, requireList, requireSameLength, shown } from '../check-inputs.ts'

/** A respondent's category: a name, or a number such as a code. */
export type Category = string | number

/** One characteristic of the population: what each respondent is, and how many people of each kind live in the area. */
export interface SurveyMargin {
  /** what the categories are of, such as 'age' */
  name: string
  /** the category of each respondent, in the order of the sample */
  categories: ArrayLike<Category>
  /** people in the population by category; every category of the sample is here and the other way round */
  targets: Readonly<Record<string, number>>
}

/**
 * Respondents with their weights, and how the weights were made: the variance of an estimate depends on it. Without
 * `adjustment` the weights are taken as fixed.
 */
export interface WeightedSample {
  /** people in the population each respondent stands for, 0 or more */
  weights: ArrayLike<number>
  adjustment?: WeightAdjustment
}

export type WeightAdjustment =
  | { kind: 'raked'; margins: readonly ArrayLike<Category>[] }
  | { kind: 'post-stratified'; strata: ArrayLike<Category>; startWeights: ArrayLike<number> }

/** Categories as places 0, 1, … in order of first appearance. */
export interface CodedCategories {
  codes: Int32Array
  names: string[]
}

export function codedCategories(categories: ArrayLike<Category>, name: string): CodedCategories {
  requireList(categories, name)
  const codes = new Int32Array(categories.length)
  const places = new Map<string, number>()
  for (let i = 0; i < codes.length; i++) {
    const category = categories[i]
    if (typeof category !== 'string' && !Number.isFinite(category))
      throw new TypeError(
        `${name}[${i}] is ${shown(category)}: give the category of every respondent, or leave them out.`,
      )
    const key = String(category)
    const place = places.get(key) ?? places.size
    places.set(key, place)
    codes[i] = place
  }
  return { codes, names: [...places.keys()] }
}

/** A copy of weights: finite, 0 or more, not all 0. */
export function requireWeights(weights: ArrayLike<number>, name = 'weights'): Float64Array<ArrayBuffer> {
  const copy = finiteNumbers(weights, name)
  let total = 0
  for (let i = 0; i < copy.length; i++) {
    if (copy[i]! < 0) throw new RangeError(`${name}[${i}] is ${copy[i]}: give a weight of 0 or more.`)
    total += copy[i]!
  }
  if (!(total > 0 && total < Infinity))
    throw new RangeError(`${name} add up to ${total}: give at least one respondent with a weight above 0.`)
  return copy
}

export function requireStartWeights(startWeights: ArrayLike<number> | undefined, respondents: number) {
  if (startWeights === undefined) return new Float64Array(respondents).fill(1)
  const copy = requireWeights(startWeights, 'startWeights')
  requireSameLength(copy.length, 'startWeights', respondents, 'the sample', 'respondent')
  const nobody = copy.indexOf(0)
  if (nobody >= 0) throw new RangeError(`startWeights[${nobody}] is 0: leave that respondent out of the sample.`)
  return copy
}
