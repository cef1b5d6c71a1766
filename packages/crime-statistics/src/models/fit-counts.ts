import { cholesky, invertCholesky, solveCholesky } from './cholesky.ts'

/** A table of explanatory values: one row an observation, row by row. */
export interface Design {
  rows: number
  columns: number
  values: Float64Array
}

export interface FitOptions {
  /** logarithm of each observation's exposure: days, residents */
  offset?: Float64Array
  /** how much each observation counts; 1 when left out */
  weights?: Float64Array
  /** negative-binomial size θ, known: variance μ + μ²/θ; without it Poisson, variance μ */
  theta?: number
  /**
   * relative change of the deviance at which the steps stop. Left out, they go on until the effects stay within 1e-9 of
   * their standard errors. R's `glm` stops at 1e-8, which leaves its standard errors up to 1e-5 off
   */
  settled?: number
}

export interface CountFit {
  /** effects on the logarithm of the expected count, in the order of the columns */
  coefficients: Float64Array<ArrayBuffer>
  /** (XᵀWX)⁻¹ row by row: covariance of the coefficients, before it is multiplied by a dispersion */
  covariance: Float64Array<ArrayBuffer>
  /** expected count of each observation */
  fitted: Float64Array<ArrayBuffer>
  /** Σ w(y − μ)² / variance(μ); divided by degreesOfFreedom it estimates the dispersion φ */
  pearson: number
  deviance: number
  /** observations of a weight above 0, less columns */
  degreesOfFreedom: number
  /** whether deviance or effects settled within the iterations allowed */
  converged: boolean
}

/** A negative binomial with hardly more months than effects takes some hundred. */
const ITERATIONS = 500

/** Iterations after which effects that only rounding still moves, as with counts of 10^12, are taken as they are. */
const PATIENCE = 60
const SETTLED = 1e-12

/** The last step in standard errors, squared, at which effects count as settled. */
const STILL = 1e-18

/** The same for effects that only rounding moves. */
const ROUNDING = 1e-12

/**
 * Log-linear model of counts by iteratively reweighted least squares, as R's `glm` fits it: Poisson, or negative
 * binomial of known size. Expects checked input.
 *
 * @returns the fit; null where a column is a sum of others, so that effects cannot be told apart
 * @see McCullagh P, Nelder JA (1989). Generalized Linear Models, 2nd edition. London: Chapman & Hall, section 2.5.
 */
export function fitCounts(design: Design, counts: Float64Array, options: FitOptions = {}): CountFit | null {
  const { rows, columns } = design
  const fitted = counts.map((count) => count + 0.1)
  const fit = {
    design,
    counts,
    offset: options.offset ?? new Float64Array(rows),
    weights: options.weights ?? new Float64Array(rows).fill(1),
    inverseTheta: options.theta === undefined ? 0 : 1 / options.theta,
  }
  let deviance = Infinity
  let coefficients: Float64Array<ArrayBuffer> = new Float64Array(columns)
  let lower: Float64Array | null = null
  let converged = false
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const step = normalEquations(fit, fitted)
    lower = cholesky(step.cross, columns)
    if (!lower) return null
    const previous = coefficients
    coefficients = solveCholesky(lower, columns, step.response)
    predict(fit, coefficients, fitted)
    const next = devianceOf(fit, fitted)
    const change = Math.abs(next - deviance) / (Math.abs(next) + 0.1)
    deviance = next
    converged = change < (options.settled ?? SETTLED)
    if (converged && options.settled !== undefined) break
    const moved = squaredStep(step.cross, coefficients, previous)
    if (converged && moved < STILL) break
    converged ||= moved < ROUNDING
    if (converged && iteration >= PATIENCE) break
  }
  const { pearson, used } = pearsonOf(fit, fitted)
  return {
    coefficients,
    covariance: invertCholesky(lower!, columns),
    fitted,
    pearson,
    deviance,
    degreesOfFreedom: used - columns,
    converged,
  }
}

interface Fitting {
  design: Design
  counts: Float64Array
  offset: Float64Array
  weights: Float64Array
  inverseTheta: number
}

/** XᵀWX and XᵀWz of one step, where z is the working response. */
function normalEquations({ design, counts, offset, weights, inverseTheta }: Fitting, fitted: Float64Array) {
  const { rows, columns, values } = design
  const cross = new Float64Array(columns * columns)
  const response = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    const mean = fitted[row]!
    const weight = (weights[row]! * mean) / (1 + mean * inverseTheta)
    if (weight === 0) continue
    const working = Math.log(mean) - offset[row]! + (counts[row]! - mean) / mean
    const start = row * columns
    for (let i = 0; i < columns; i++) {
      const value = values[start + i]!
      if (value === 0) continue
      const weighted = weight * value
      response[i]! += weighted * working
      for (let j = 0; j <= i; j++) cross[i * columns + j]! += weighted * values[start + j]!
    }
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) cross[j * columns + i] = cross[i * columns + j]!
  return { cross, response }
}

/** How far the effects moved, in standard errors, squared. */
function squaredStep(cross: Float64Array, now: Float64Array, before: Float64Array): number {
  const n = now.length
  let sum = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) sum += (now[i]! - before[i]!) * cross[i * n + j]! * (now[j]! - before[j]!)
  return sum
}

function predict({ design, offset }: Fitting, coefficients: Float64Array, fitted: Float64Array) {
  const { rows, columns, values } = design
  for (let row = 0; row < rows; row++) {
    let predictor = offset[row]!
    for (let i = 0; i < columns; i++) predictor += values[row * columns + i]! * coefficients[i]!
    fitted[row] = Math.max(Math.exp(predictor), Number.EPSILON)
  }
}

function devianceOf({ counts, weights, inverseTheta }: Fitting, fitted: Float64Array): number {
  let sum = 0
  for (let row = 0; row < counts.length; row++) {
    const y = counts[row]!
    const mean = fitted[row]!
    const ratio = y === 0 ? 0 : y * Math.log(y / mean)
    if (inverseTheta === 0) sum += 2 * weights[row]! * (ratio - (y - mean))
    else {
      const theta = 1 / inverseTheta
      sum += 2 * weights[row]! * (ratio - (y + theta) * Math.log((y + theta) / (mean + theta)))
    }
  }
  return sum
}

function pearsonOf({ counts, weights, inverseTheta }: Fitting, fitted: Float64Array) {
  let pearson = 0
  let used = 0
  for (let row = 0; row < counts.length; row++) {
    const mean = fitted[row]!
    if (weights[row]! > 0) used++
    pearson += (weights[row]! * (counts[row]! - mean) ** 2) / (mean + mean * mean * inverseTheta)
  }
  return { pearson, used }
}
