import { requireLevel, requireList, requireObject, requireSameLength, shown } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { type AgreementWeights, agreementTable } from './agreement-weights.ts'

export interface KappaOptions<Category> {
  /** how much near misses count; `none` when left out */
  weights?: AgreementWeights
  /** every category, in the order of the scale; those that occur, in falling or rising order, when left out */
  categories?: readonly Category[]
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface Kappa {
  /** 1 where raters always agree, 0 where they agree as often as by chance; null where only one category was used */
  kappa: number | null
  /** agreement seen, 0 to 1 */
  observed: number
  /** agreement to be expected by chance from how often each category was used */
  expected: number
  standardError: number | null
  interval: Interval | null
  /** confidence level of the limits, as a proportion */
  level: number
}

/**
 * Do two raters agree by more than chance? Cohen's kappa sets the agreement seen against what two raters would reach who
 * used each category as often but paid no heed to the cases. On a scale, weights let near misses count: with `quadratic`
 * weights one step off costs little.
 *
 * @formula κ = (pₒ − pₑ)/(1 − pₑ), pₒ = Σ wᵢⱼpᵢⱼ, pₑ = Σ wᵢⱼpᵢ₊p₊ⱼ; weights 1 − |i − j|/(q − 1), or its square form
 *   1 − (i − j)²/(q − 1)²
 * @use for two scorers of the same cases, before their scores are put together
 * @avoid for more than two ({@link fleissKappa}), for scores on a long scale ({@link intraclassCorrelation}), and where
 *   nearly all cases are of one category: kappa is low there however well raters agree; print the agreement seen beside it
 * @param first categories given by one rater, case by case
 * @param second categories given by the other, in the same order
 * @param options weights, categories in the order of the scale, level
 * @returns kappa with its large-sample interval, the agreement seen and expected
 * @throws TypeError or RangeError if the lists differ in length or are empty, a category is not among those given, or an
 *   option is out of range
 * @see Cohen J (1968). Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit. Psychological Bulletin 70: 213–220. doi:10.1037/h0026256
 * @see Fleiss JL, Cohen J, Everitt BS (1969). Large sample standard errors of kappa and weighted kappa. Psychological Bulletin 72: 323–327. doi:10.1037/h0028106
 * @example cohensKappa([1, 1, 2, 2, 3, 3, 3, 1], [1, 1, 2, 3, 3, 3, 3, 2]).kappa // 0.619
 * @example cohensKappa([1, 1, 2, 2, 3, 3, 3, 1], [1, 1, 2, 3, 3, 3, 3, 2], { weights: 'quadratic' }).kappa // 0.8333
 */
export function cohensKappa<Category extends string | number>(
  first: readonly Category[],
  second: readonly Category[],
  options: KappaOptions<Category> = {},
): Kappa {
  requireObject(options, 'options', "{ weights: 'linear' }")
  const { weights = 'none', categories, level = 0.95 } = options
  requireList(first, 'first')
  requireList(second, 'second')
  requireSameLength(second.length, 'second', first.length, 'first', 'case')
  if (first.length === 0) throw new RangeError('first has no case: give the categories of one or more.')
  requireLevel(level)
  requireCategories(first, 'first')
  requireCategories(second, 'second')
  if (categories !== undefined) requireCategories(categories, 'categories')
  const places = placesOf([...first, ...second], categories)
  const q = places.size
  const n = first.length
  const agreement = agreementTable(q, weights)
  const shares = Array.from({ length: q }, () => new Array<number>(q).fill(0))
  for (const [i, category] of first.entries())
    shares[placeOf(places, category, `first[${i}]`)]![placeOf(places, second[i]!, `second[${i}]`)]! += 1 / n
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0))
  const columns = shares.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0))
  const over = (cell: (i: number, j: number) => number) => {
    let sum = 0
    for (let i = 0; i < q; i++) for (let j = 0; j < q; j++) sum += cell(i, j)
    return sum
  }
  const observed = over((i, j) => agreement[i]![j]! * shares[i]![j]!)
  const expected = over((i, j) => agreement[i]![j]! * rows[i]! * columns[j]!)
  if (1 - expected < 1e-12) return { kappa: null, observed, expected, standardError: null, interval: null, level }
  const kappa = (observed - expected) / (1 - expected)
  const meanOfRow = agreement.map((row) => row.reduce((sum, weight, j) => sum + weight * columns[j]!, 0))
  const meanOfColumn = agreement.map((_, j) => agreement.reduce((sum, row, i) => sum + row[j]! * rows[i]!, 0))
  const spread = over(
    (i, j) => shares[i]![j]! * (agreement[i]![j]! - (meanOfRow[i]! + meanOfColumn[j]!) * (1 - kappa)) ** 2,
  )
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2)
  const standardError = Math.sqrt(Math.max(0, variance))
  const margin = normalTwoSided(level) * standardError
  const interval = { lower: Math.max(-1, kappa - margin), upper: Math.min(1, kappa + margin) }
  return { kappa, observed, expected, standardError, interval, level }
}

function requireCategories(categories: readonly (string | number)[], name: string): void {
  requireList(categories, name)
  for (let i = 0; i < categories.length; i++) {
    const category: unknown = categories[i]
    if (typeof category === 'string' || Number.isFinite(category)) continue
    throw new TypeError(`${name}[${i}] is ${shown(category)}: give the category of every case, a name or a number.`)
  }
}

function placesOf<Category extends string | number>(
  used: readonly Category[],
  given: readonly Category[] | undefined,
): Map<Category, number> {
  const all = given ?? [...new Set(used)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const places = new Map(all.map((category, place) => [category, place]))
  if (places.size !== all.length) throw new RangeError('categories names one twice: give each once.')
  return places
}

function placeOf<Category>(places: ReadonlyMap<Category, number>, category: Category, name: string): number {
  const place = places.get(category)
  if (place === undefined) throw new RangeError(`${name} is ${category}, which is not among the categories given.`)
  return place
}
