import { cholesky } from './cholesky.ts'
import type { CountFit } from './fit-counts.ts'

/** A month of a model: where it stands in time, its explanatory values and its count. */
export interface RowInTime {
  /** which series or area; rows of one follow each other in order of time */
  series: number
  /** place of the month in its series */
  place: number
  values: readonly number[]
  count: number
}

/** A Poisson fit with the months that it was made from. */
export interface FitInTime {
  fit: CountFit
  rows: readonly RowInTime[]
  columns: number
}

/** Beyond this the correlation of neighbouring months is not taken: a few dozen months cannot tell it from a trend. */
const MOST_CORRELATION = 0.8

/** Step of the correlation over which the variance's slope is taken. */
const STEP = 1e-3

/** The correlation of levels is read from counts, which chance dilutes; it is taken as diluted by no more than this. */
const MOST_DILUTED = 5

/** However little is known of the correlation: with fewer degrees of freedom limits say nothing at all. */
const LEAST_FREEDOM = 2

export interface Widening {
  /** what the variance of the effect by chance alone is multiplied by, 1 or more */
  times: number
  /** degrees of freedom with which the variance is then known, for Student's t */
  degreesOfFreedom: number
}

/**
 * How far the interval of an effect is widened where months vary round a level that wanders: high months come in runs, and
 * runs hold less evidence than as many separate months. Counts are Poisson round that level (Zeger 1988), so that Pearson
 * residuals of one series have the covariance I + τR: chance, and τ of the dispersion beyond it, shared by months k apart
 * to the degree ρ^k. Series are independent of each other.
 *
 * τ and ρ, neither below 0, are those at which the squares of the residuals and the products of neighbours are what the
 * model expects **after** the effects have been fitted, which takes some of the correlation out of them. What is not known
 * of τ and ρ goes into the degrees of freedom (Satterthwaite), from the slope of the variance in ρ.
 *
 * @see Zeger SL (1988). A regression model for time series of counts. Biometrika 75: 621–629. doi:10.1093/biomet/75.4.621
 * @see Satterthwaite FE (1946). An approximate distribution of estimates of variance components. Biometrics Bulletin 2: 110–114. doi:10.2307/3002019
 */
export function wideningInRuns(model: FitInTime, weights: ReadonlyMap<number, number>): Widening {
  const { rows } = model
  const { degreesOfFreedom } = model.fit
  const { beyond, correlation } = wanderingOf(model)
  const pulls = pullsOf(model, weights)
  const byChance = product(pulls, pulls)
  const inRuns = (rho: number) => product(pulls, timesCorrelation(rows, pulls, 1, rho)) / byChance
  const times = 1 + beyond * inRuns(correlation)
  // what is new in each month and ρ are known independently of each other; the level varies 1/(1 − ρ²) times what is new
  const log = (rho: number) => Math.log(inRuns(rho) / (1 - rho * rho))
  const below = Math.max(0, correlation - STEP)
  const slope = (log(correlation + STEP) - log(below)) / (correlation + STEP - below)
  const diluted = beyond > 0 ? Math.min(MOST_DILUTED, (1 + beyond) / beyond) : 0
  const unknown = (1 - 1 / times) * slope * diluted
  return {
    times,
    degreesOfFreedom: Math.max(
      LEAST_FREEDOM,
      (2 * degreesOfFreedom) / (2 + unknown * unknown * (1 - correlation * correlation)),
    ),
  }
}

const areNeighbours = (before: RowInTime, row: RowInTime) =>
  row.series === before.series && row.place - before.place === 1

/** The dispersion beyond chance and the correlation of neighbouring levels that the residuals speak for. */
function wanderingOf(model: FitInTime) {
  const { fit, rows } = model
  const residuals = pearsonResiduals(
    rows.map(({ count }) => count),
    fit.fitted,
  )
  const beyondChance = product(residuals, residuals) - fit.degreesOfFreedom
  if (!(beyondChance > 0)) return { beyond: 0, correlation: 0 }
  const expected = new ExpectedMoments(model)
  let neighbours = -expected.of(0).products
  for (let i = 1; i < rows.length; i++)
    if (areNeighbours(rows[i - 1]!, rows[i]!)) neighbours += residuals[i]! * residuals[i - 1]!
  /** above 0 where neighbours are more alike than this correlation would have them */
  const excess = (rho: number) => {
    const { squares, products } = expected.of(rho)
    return neighbours - (beyondChance / squares) * products
  }
  let [low, high] = [0, MOST_CORRELATION]
  if (excess(low) <= 0) high = low
  else if (excess(high) >= 0) low = high
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return { beyond: beyondChance / expected.of(low).squares, correlation: low }
}

/** What a unit of wandering level leaves in the residuals: Σ e² and Σ e(t)e(t − 1), whatever its correlation. */
class ExpectedMoments {
  readonly #rows: readonly RowInTime[]
  readonly #columns: number
  /** orthonormal columns that span the weighted design */
  readonly #basis: Float64Array
  readonly #neighbours: Float64Array

  constructor({ fit, rows, columns }: FitInTime) {
    this.#rows = rows
    this.#columns = columns
    this.#basis = basisOf(rows, columns, fit.fitted)
    this.#neighbours = this.#productsOfNeighbours()
  }

  of(rho: number) {
    const shared = timesCorrelation(this.#rows, this.#basis, this.#columns, rho)
    let pairs = 0
    for (let i = 1; i < this.#rows.length; i++) if (areNeighbours(this.#rows[i - 1]!, this.#rows[i]!)) pairs++
    return {
      squares: this.#rows.length - product(this.#basis, shared),
      products: pairs * rho + product(this.#neighbours, shared),
    }
  }

  /** With A the mean of a month's neighbours and H = QQᵀ: HAQ − 2AQ. */
  #productsOfNeighbours(): Float64Array {
    const [q, p, n] = [this.#basis, this.#columns, this.#rows.length]
    const beside = new Float64Array(n * p)
    for (let i = 1; i < n; i++)
      if (areNeighbours(this.#rows[i - 1]!, this.#rows[i]!))
        for (let j = 0; j < p; j++) {
          beside[i * p + j]! += q[(i - 1) * p + j]! / 2
          beside[(i - 1) * p + j]! += q[i * p + j]! / 2
        }
    const inner = new Float64Array(p * p)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < p; j++) {
        const value = q[i * p + j]!
        if (value !== 0) for (let k = 0; k < p; k++) inner[j * p + k]! += value * beside[i * p + k]!
      }
    const found = beside.map((value) => -2 * value)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < p; j++) {
        const value = q[i * p + j]!
        if (value !== 0) for (let k = 0; k < p; k++) found[i * p + k]! += value * inner[j * p + k]!
      }
    return found
  }
}

/** √μ·x of each row in the coordinates of the design's own space. */
function basisOf(rows: readonly RowInTime[], columns: number, fitted: Float64Array): Float64Array {
  const cross = new Float64Array(columns * columns)
  for (const [row, { values }] of rows.entries())
    for (let i = 0; i < columns; i++) {
      const weighted = fitted[row]! * values[i]!
      if (weighted !== 0) for (let j = 0; j < columns; j++) cross[i * columns + j]! += weighted * values[j]!
    }
  const lower = cholesky(cross, columns)
  if (!lower) throw new RangeError('counts leave effects that cannot be told apart: give more months.')
  const basis = new Float64Array(rows.length * columns)
  for (const [row, { values }] of rows.entries())
    for (let i = 0; i < columns; i++) {
      let value = Math.sqrt(fitted[row]!) * values[i]!
      for (let k = 0; k < i; k++) value -= lower[i * columns + k]! * basis[row * columns + k]!
      basis[row * columns + i] = value / lower[i * columns + i]!
    }
  return basis
}

/** By how much an effect moves with each month's Pearson residual. */
function pullsOf({ fit, rows, columns }: FitInTime, weights: ReadonlyMap<number, number>) {
  const across = new Float64Array(columns)
  for (const [column, weight] of weights)
    for (let i = 0; i < columns; i++) across[i]! += weight * fit.covariance[i * columns + column]!
  return Float64Array.from(
    rows,
    ({ values }, row) => Math.sqrt(fit.fitted[row]!) * across.reduce((sum, value, i) => sum + value * values[i]!, 0),
  )
}

/** R times the columns of a table, R being ρ^(months apart) within a series; by running sums there and back. */
function timesCorrelation(rows: readonly RowInTime[], table: Float64Array, columns: number, rho: number): Float64Array {
  const shared = new Float64Array(table.length)
  const carried = new Float64Array(columns)
  const link = (i: number, j: number) =>
    rows[i]?.series === rows[j]!.series ? rho ** Math.abs(rows[i]!.place - rows[j]!.place) : 0
  for (let i = 0; i < rows.length; i++) {
    const kept = link(i - 1, i)
    for (let j = 0; j < columns; j++)
      shared[i * columns + j] = carried[j] = carried[j]! * kept + table[i * columns + j]!
  }
  carried.fill(0)
  for (let i = rows.length - 1; i >= 0; i--) {
    const kept = link(i + 1, i)
    for (let j = 0; j < columns; j++) {
      const beyond = carried[j]! * kept
      shared[i * columns + j]! += beyond
      carried[j] = beyond + table[i * columns + j]!
    }
  }
  return shared
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Pearson residuals (y − μ)/√μ. */
export const pearsonResiduals = (counts: ArrayLike<number>, fitted: ArrayLike<number>) =>
  Float64Array.from(fitted, (mean, i) => (counts[i]! - mean) / Math.sqrt(mean))
