import { requireLevel, requireList, requireObject, wholeCounts } from '../check-inputs.ts'
import { tTwoSided } from '../distributions/student-t.ts'
import { type AgreementWeights, agreementTable } from './agreement-weights.ts'
import type { Kappa } from './cohens-kappa.ts'

export interface FleissOptions {
  /** how much near misses count; `none` when left out */
  weights?: AgreementWeights
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface FleissKappa extends Kappa {
  raters: number
}

/**
 * Do several raters agree by more than chance? Fleiss' kappa for any number of raters, not necessarily the same ones for
 * every case. Weights let near misses on a scale count, as in {@link cohensKappa}.
 *
 * The interval is a jackknife over cases with Student's t: it says how kappa would vary with other cases, for the same
 * kind of raters. With fewer than ten cases it is rough.
 *
 * @formula κ = (pₐ − pₑ)/(1 − pₑ); pₐ = mean over cases of Σₖ rᵢₖ(Σₗ wₖₗrᵢₗ − 1)/(r(r − 1)); pₑ = Σ wₖₗπₖπₗ, where rᵢₖ raters
 *   of r put case i into category k and πₖ is the share of all ratings in k
 * @use for three or more partners scoring the same candidates, before their scores are put together
 * @avoid where nearly all ratings are of one category: print the agreement seen beside it
 * @param counts a row for each case: how many raters put it into each category, in the order of the scale
 * @param options weights and level
 * @returns kappa with its interval, the agreement seen and expected; kappa is null where only one category was used, the
 *   interval with one case
 * @throws TypeError or RangeError if there is no case, rows differ in length or in their number of raters, there are fewer
 *   than two raters, or a count is not whole
 * @see Fleiss JL (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76: 378–382. doi:10.1037/h0031619
 * @see Gwet KL (2014). Handbook of Inter-Rater Reliability, 4th edition. Gaithersburg: Advanced Analytics, chapters 2 and 3.
 * @example fleissKappa([[3, 0], [0, 3], [2, 1], [0, 3]]).kappa // 0.6571
 */
export function fleissKappa(counts: readonly ArrayLike<number>[], options: FleissOptions = {}): FleissKappa {
  requireObject(options, 'options', "{ weights: 'linear' }")
  const { weights = 'none', level = 0.95 } = options
  requireLevel(level)
  const { rows, raters } = ratingRows(counts)
  const agreement = agreementTable(rows[0]!.length, weights)
  const seen = rows.map((row) => agreementWithin(row, agreement, raters))
  const all = totals(rows)
  const n = rows.length
  const observed = seen.reduce((sum, value) => sum + value / n, 0)
  const expected = expectedOf(all, n * raters, agreement)
  const kappa = kappaOf(observed, expected)
  const without = rows.map((row, i) =>
    n < 2
      ? null
      : kappaOf(
          (observed * n - seen[i]!) / (n - 1),
          expectedOf(
            all.map((total, k) => total - row[k]!),
            (n - 1) * raters,
            agreement,
          ),
        ),
  )
  const standardError = kappa === null ? null : jackknifeError(without)
  const margin = standardError === null ? 0 : tTwoSided(level, n - 1) * standardError
  return {
    kappa,
    observed,
    expected,
    standardError,
    interval:
      kappa === null || standardError === null
        ? null
        : { lower: Math.max(-1, kappa - margin), upper: Math.min(1, kappa + margin) },
    level,
    raters,
  }
}

function ratingRows(counts: readonly ArrayLike<number>[]) {
  requireList(counts, 'counts')
  if (counts.length === 0) throw new RangeError('counts has no case: give a row for each.')
  const rows = Array.from(counts, (row, i) => wholeCounts(row, `counts[${i}]`))
  const sum = (row: Float64Array) => row.reduce((total, count) => total + count, 0)
  const raters = sum(rows[0]!)
  if (raters < 2) throw new RangeError(`counts[0] has ${raters} raters: give two or more for each case.`)
  for (const [i, row] of rows.entries()) {
    if (row.length !== rows[0]!.length)
      throw new RangeError(
        `counts[${i}] has ${row.length} categories and counts[0] has ${rows[0]!.length}: give the same for each case.`,
      )
    if (sum(row) !== raters)
      throw new RangeError(
        `counts[${i}] has ${sum(row)} raters and counts[0] has ${raters}: give as many for each case.`,
      )
  }
  return { rows, raters }
}

const totals = (rows: readonly Float64Array[]) =>
  Array.from(rows[0]!, (_, k) => rows.reduce((sum, row) => sum + row[k]!, 0))

function agreementWithin(row: Float64Array, agreement: number[][], raters: number): number {
  let sum = 0
  for (const [k, count] of row.entries()) {
    const agreeing = agreement[k]!.reduce((total, weight, l) => total + weight * row[l]!, 0)
    sum += count * (agreeing - 1)
  }
  return sum / (raters * (raters - 1))
}

function expectedOf(all: readonly number[], ratings: number, agreement: number[][]): number {
  let sum = 0
  for (const [k, a] of all.entries())
    for (const [l, b] of all.entries()) sum += agreement[k]![l]! * (a / ratings) * (b / ratings)
  return sum
}

const kappaOf = (observed: number, expected: number) =>
  1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected)

/** Null where leaving out a case leaves no kappa. */
function jackknifeError(without: readonly (number | null)[]): number | null {
  const values = without.filter((value) => value !== null)
  const n = without.length
  if (values.length < n || n < 2) return null
  const mean = values.reduce((sum, value) => sum + value / n, 0)
  return Math.sqrt(((n - 1) / n) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0))
}
