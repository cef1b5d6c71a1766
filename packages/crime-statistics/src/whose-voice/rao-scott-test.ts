import { requireSameLength } from '../check-inputs.ts'
import { incompleteBeta } from '../distributions/incomplete-beta.ts'
import { cholesky, solveCholesky } from '../models/cholesky.ts'
import { covariances, linearisation } from './linearised-variance.ts'
import { type Category, codedCategories, type WeightedSample } from './survey-sample.ts'
import { shareContributions } from './weighted-share.ts'

export interface RaoScottTest {
  /** Pearson's X² of the weighted table, divided by how much the design inflates it */
  f: number
  /** degrees of freedom above and below; fractional, as Satterthwaite's method gives them */
  degreesOfFreedom: [number, number]
  p: number
  /** Pearson's X² of the weighted table scaled to the number of respondents, before any correction */
  pearson: number
}

/**
 * Do answers differ between groups, in a weighted survey? Pearson's chi-squared test of a two-way table with the
 * second-order Rao–Scott correction: the usual test takes every weighted answer for one of a simple random sample, and
 * calls too much significant.
 *
 * @formula F = X²/tr Δ with Δ = (C′D⁻¹C/n)⁻¹ C′D⁻¹VD⁻¹C; d = (tr Δ)²/tr Δ²; p from F on d and d(n − 1)
 * @use to say whether, say, feeling unsafe goes with sex or ward
 * @avoid with cells of fewer than about five respondents, and for self-selected samples, where p has no meaning in the
 *   strict sense
 * @param sample weights, and how they were made
 * @param rows category of each respondent in one question
 * @param columns category of each respondent in the other
 * @returns F, its degrees of freedom and p; null where a question has one category only, or a table so thin that the
 *   correction cannot be computed
 * @throws RangeError if lengths differ
 * @see Rao JNK, Scott AJ (1984). On chi-squared tests for multiway contingency tables with cell proportions estimated from survey data. Annals of Statistics 12: 46–60. doi:10.1214/aos/1176346391
 * @example raoScottTest({ weights: [1, 1, 1, 1, 1, 1, 1, 1] }, [1, 1, 1, 0, 0, 0, 1, 0], 'ffffmmmm'.split('')) // { f: 1.75, p: 0.2275 }
 */
export function raoScottTest(
  sample: WeightedSample,
  rows: ArrayLike<Category>,
  columns: ArrayLike<Category>,
): RaoScottTest | null {
  const { weights, residuals } = linearisation(sample)
  const n = weights.length
  const row = codedCategories(rows, 'rows')
  const column = codedCategories(columns, 'columns')
  requireSameLength(row.codes.length, 'rows', n, 'weights', 'respondent')
  requireSameLength(column.codes.length, 'columns', n, 'weights', 'respondent')
  const [nr, nc] = [row.names.length, column.names.length]
  if (nr < 2 || nc < 2) return null
  const cells = Array.from({ length: nr * nc }, (_, cell) => {
    const inCell = Int8Array.from(row.codes, (code, i) => (code * nc + column.codes[i]! === cell ? 1 : 0))
    const { share, contributions } = shareContributions(weights, inCell)
    residuals(contributions)
    return { share, contributions }
  })
  const shares = cells.map(({ share }) => share)
  const inverse = shares.map((share) => (share > 0 ? 1 / share : 0))
  const covariance = covariances(cells.map(({ contributions }) => contributions))
  const contrasts = interactionContrasts(nr, nc)
  const quadratic = (inner: (a: number, b: number) => number) =>
    contrasts.map((u) =>
      contrasts.map((v) => sumOver(u, (x, a) => (x === 0 ? 0 : x * sumOver(v, (y, b) => y * inner(a, b))))),
    )
  const delta = solved(
    quadratic((a, b) => (a === b ? inverse[a]! / n : 0)),
    quadratic((a, b) => inverse[a]! * covariance[a]![b]! * inverse[b]!),
  )
  if (!delta) return null
  const trace = sumOver(delta, (line, i) => line[i]!)
  const traceOfSquare = sumOver(delta, (line, i) => sumOver(line, (x, j) => x * delta[j]![i]!))
  if (!(trace > 0 && traceOfSquare > 0)) return null
  const pearson = n * pearsonOfShares(shares, nr, nc)
  const f = pearson / trace
  const above = trace ** 2 / traceOfSquare
  const below = above * (n - 1)
  const spread = below + above * f
  const p = incompleteBeta(below / 2, above / 2, below / spread, (above * f) / spread)
  return { f, degreesOfFreedom: [above, below], p, pearson }
}

const sumOver = <T>(items: readonly T[], term: (item: T, place: number) => number) =>
  items.reduce((sum, item, place) => sum + term(item, place), 0)

/** Contrasts of the interaction: cell indicators less their row and column means, one for each cell beyond the first row and column. */
function interactionContrasts(nr: number, nc: number): number[][] {
  const contrasts: number[][] = []
  for (let i = 1; i < nr; i++)
    for (let j = 1; j < nc; j++)
      contrasts.push(
        Array.from({ length: nr * nc }, (_, cell) => {
          const inRow = Math.floor(cell / nc) === i ? 1 : 0
          const inColumn = cell % nc === j ? 1 : 0
          return inRow * inColumn - inRow / nc - inColumn / nr + 1 / (nr * nc)
        }),
      )
  return contrasts
}

/** A⁻¹B for symmetric positive-definite A; null where A has no inverse. */
function solved(a: number[][], b: number[][]): number[][] | null {
  const size = a.length
  const lower = cholesky(Float64Array.from(a.flat()), size)
  if (!lower) return null
  const columns = b.map((_, j) =>
    solveCholesky(
      lower,
      size,
      Float64Array.from(b, (line) => line[j]!),
    ),
  )
  return b.map((_, i) => columns.map((column) => column[i]!))
}

function pearsonOfShares(shares: readonly number[], nr: number, nc: number): number {
  const inRow = Array.from({ length: nr }, (_, i) => sumOver(shares.slice(i * nc, (i + 1) * nc), (share) => share))
  const inColumn = Array.from({ length: nc }, (_, j) => sumOver(shares, (share, cell) => (cell % nc === j ? share : 0)))
  return sumOver(shares, (share, cell) => {
    const expected = inRow[Math.floor(cell / nc)]! * inColumn[cell % nc]!
    return expected > 0 ? (share - expected) ** 2 / expected : 0
  })
}
