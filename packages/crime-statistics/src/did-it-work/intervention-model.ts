import { tTwoSided, tTwoSidedP } from '../distributions/student-t.ts'
import type { Interval } from '../interval.ts'
import { type Design, fitCounts } from '../models/fit-counts.ts'
import type { FitInTime, RowInTime } from '../models/months-in-runs.ts'

/** An effect of a quasi-Poisson model on the logarithm of the expected count. */
export interface ModelEffect {
  coefficient: number
  standardError: number
  t: number
  p: number
  /** e^coefficient: the factor by which the expected count changes */
  rateRatio: number
  /** limits of the factor, by Student's t */
  interval: Interval
}

export interface InterventionFit extends FitInTime {
  rows: readonly ModelRow[]
  /** Σ(y − μ)²/μ over the degrees of freedom */
  dispersion: number
}

/** A month of a model; series 0 is the one with the initiative. */
export interface ModelRow extends RowInTime {
  /** logarithm of its exposure */
  offset: number
}

/** A standard error beyond this on the scale of logarithms says that an effect has no finite value. */
const ENDLESS = 1000

/** Fits a log-linear model; refuses one whose effects cannot be told apart, or of which one has no finite value. */
export function fitIntervention(rows: readonly ModelRow[]): InterventionFit {
  const model = fitIfTold(rows)
  if (!model)
    throw new RangeError(
      `counts has ${rows.length} usable values for ${rows[0]!.values.length} effects, which cannot be told apart or have no end, as where all events after the start are in one month: give more months or leave out the change of slope.`,
    )
  return model
}

/** Fits a log-linear model; null where its effects cannot be told apart or have no finite value. */
export function fitIfTold(rows: readonly ModelRow[]): InterventionFit | null {
  const columns = rows[0]!.values.length
  const design: Design = { rows: rows.length, columns, values: new Float64Array(rows.length * columns) }
  for (const [i, { values }] of rows.entries()) design.values.set(values, i * columns)
  const fit = fitCounts(
    design,
    Float64Array.from(rows, ({ count }) => count),
    {
      offset: Float64Array.from(rows, ({ offset }) => offset),
    },
  )
  if (!fit || fit.degreesOfFreedom < 1 || !fit.converged) return null
  for (let i = 0; i < columns; i++) if (!(Math.sqrt(fit.covariance[i * columns + i]!) < ENDLESS)) return null
  return { fit, rows, columns, dispersion: fit.pearson / fit.degreesOfFreedom }
}

/** One column's effect, its standard error from the dispersion as estimated (R's quasipoisson). */
export function effectOfColumn(
  { fit, columns, dispersion }: InterventionFit,
  column: number,
  level: number,
): ModelEffect {
  const variance = fit.covariance[column * columns + column]! * dispersion
  return effectOf(fit.coefficients[column]!, variance, fit.degreesOfFreedom, level)
}

/** A weighted sum of columns' effects, its variance multiplied by a given dispersion known with given degrees of freedom. */
export function combinedEffect(
  { fit, columns }: InterventionFit,
  weights: ReadonlyMap<number, number>,
  dispersion: number,
  level: number,
  degreesOfFreedom = fit.degreesOfFreedom,
): ModelEffect {
  let coefficient = 0
  let variance = 0
  for (const [i, weight] of weights) {
    coefficient += weight * fit.coefficients[i]!
    for (const [j, other] of weights) variance += weight * other * fit.covariance[i * columns + j]!
  }
  return effectOf(coefficient, variance * dispersion, degreesOfFreedom, level)
}

function effectOf(coefficient: number, variance: number, degreesOfFreedom: number, level: number): ModelEffect {
  const standardError = Math.sqrt(variance)
  const margin = tTwoSided(level, degreesOfFreedom) * standardError
  const exp = (log: number) => Math.exp(Math.min(600, Math.max(-600, log))) // so that limits stay numbers above 0
  const t = standardError > 0 ? coefficient / standardError : 0
  return {
    coefficient,
    standardError,
    t,
    p: tTwoSidedP(t, degreesOfFreedom),
    rateRatio: exp(coefficient),
    interval: { lower: exp(coefficient - margin), upper: exp(coefficient + margin) },
  }
}
