import { requireChoice, requireList, requireObject, requireSameLength } from '../check-inputs.ts'
import { type CodedCategories, codedCategories, requireWeights, type WeightedSample } from './survey-sample.ts'

/** Sweeps over the margins that take out what raking has fixed: as many as R's survey package makes. */
const SWEEPS = 10

/**
 * Turns each respondent's contribution to an estimate into what is left of it once the weighting has fixed the margins:
 * the residual of a regression on the categories. Contributions are changed in place.
 */
export type Residuals = (contributions: Float64Array) => void

/** The checked weights of a sample and the residuals that go with how they were made. */
export function linearisation(sample: WeightedSample): { weights: Float64Array<ArrayBuffer>; residuals: Residuals } {
  requireObject(sample, 'sample', '{ weights: [100, 300] }')
  const weights = requireWeights(sample.weights)
  const { adjustment } = sample
  if (adjustment === undefined) return { weights, residuals: () => {} }
  requireObject(adjustment, 'adjustment', "{ kind: 'raked', margins: [ages] }")
  requireChoice(adjustment.kind, 'adjustment.kind', ['raked', 'post-stratified'])
  const coded = (categories: ArrayLike<string | number>, name: string) => {
    const checked = codedCategories(categories, name)
    requireSameLength(checked.codes.length, name, weights.length, 'weights', 'respondent')
    return checked
  }
  if (adjustment.kind === 'post-stratified') {
    const strata = coded(adjustment.strata, 'strata')
    const before = requireWeights(adjustment.startWeights, 'startWeights')
    requireSameLength(before.length, 'startWeights', weights.length, 'weights', 'respondent')
    return { weights, residuals: (contributions) => takeOutMeans(contributions, weights, before, strata) }
  }
  requireList(adjustment.margins, 'adjustment.margins')
  const margins = Array.from(adjustment.margins, (margin, m) => coded(margin, `margins[${m}]`))
  const equal = new Float64Array(weights.length).fill(1)
  return {
    weights,
    residuals: (contributions) => {
      for (let sweep = 0; sweep < SWEEPS; sweep++)
        for (const margin of margins) takeOutMeans(contributions, weights, equal, margin)
    },
  }
}

/** Takes the mean contribution per unit of weight out of each category; `counting` says how much a respondent counts. */
function takeOutMeans(
  contributions: Float64Array,
  weights: Float64Array,
  counting: Float64Array,
  { codes, names }: CodedCategories,
): void {
  const sums = new Float64Array(names.length)
  const counts = new Float64Array(names.length)
  for (let i = 0; i < codes.length; i++) {
    counts[codes[i]!]! += counting[i]!
    if (weights[i]! > 0) sums[codes[i]!]! += (contributions[i]! / weights[i]!) * counting[i]!
  }
  for (let i = 0; i < codes.length; i++)
    if (counts[codes[i]!]! > 0) contributions[i]! -= weights[i]! * (sums[codes[i]!]! / counts[codes[i]!]!)
}

/** Covariances of estimates from their residual contributions, respondents drawn independently: n/(n − 1) Σ xy about the means. */
export function covariances(contributions: readonly Float64Array[]): number[][] {
  const n = contributions[0]!.length
  const centred = contributions.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    return values.map((value) => value - mean)
  })
  return centred.map((a) =>
    centred.map((b) => {
      let sum = 0
      for (let i = 0; i < n; i++) sum += a[i]! * b[i]!
      return (n / (n - 1)) * sum
    }),
  )
}
