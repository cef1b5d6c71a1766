/** Room for fitting models of one series, allotted once: nothing is allotted while likelihoods are climbed. */
export interface SmoothingWorkspace {
  values: Float64Array
  n: number
  period: number
  /** one-step forecasts and their errors (value less forecast), as of the last run */
  fitted: Float64Array
  errors: Float64Array
  /** trend and level before each value, as of the last run; the Jacobian needs them */
  trends: Float64Array
  levels: Float64Array
  /** the seasonal state that each value met */
  seasons: Float64Array
  /** one seasonal state for each place of the year, in the order of use */
  buffer: Float64Array
  /** derivatives of the fitted values, then of the residuals; a column after the other */
  jacobian: Float64Array
  /** seasonal derivatives of the columns */
  buffers: Float64Array
  sensitivities: Float64Array
  normal: Float64Array
  factor: Float64Array
  gradient: Float64Array
  step: Float64Array
  right: Float64Array
  trial: Float64Array
  fixed: Uint8Array
  free: Uint16Array
  polynomial: Float64Array
  reversed: Float64Array
}

export function smoothingWorkspace(values: Float64Array, period: number): SmoothingWorkspace {
  const n = values.length
  const columns = STATES + period
  const list = (length: number) => new Float64Array(length)
  return {
    values,
    n,
    period,
    fitted: list(n),
    errors: list(n),
    trends: list(n),
    levels: list(n),
    seasons: list(n),
    buffer: list(period),
    jacobian: list(n * (columns + 1)),
    buffers: list(columns * period),
    sensitivities: list(2 * columns),
    normal: list(columns * columns),
    factor: list(columns * columns),
    gradient: list(columns),
    step: list(columns),
    right: list(columns),
    trial: list(columns),
    fixed: new Uint8Array(columns),
    free: new Uint16Array(columns),
    polynomial: list(period + 2),
    reversed: list(period + 2),
  }
}

/**
 * Places of a point: alpha, the share of beta's range, the share of gamma's range, phi, the first level, the first
 * trend, then the first seasonal states in order of use. The last of these follows from the others. With shares, the
 * bounds beta ≤ alpha and gamma ≤ 1 − alpha are sides of a box.
 */
export const ALPHA = 0
export const BETA_SHARE = 1
export const GAMMA_SHARE = 2
export const PHI = 3
export const LEVEL = 4
export const TREND = 5
export const STATES = 6

/** What a model has, the places of a point that it moves, and between which sides. */
export interface ModelShape {
  proportionalError: boolean
  proportionalSeason: boolean
  trend: boolean
  damped: boolean
  seasonal: boolean
  /** whether only models that forget their past are allowed */
  forgetting: boolean
  moved: Uint16Array
  /** least smoothing parameter */
  least: number
  /** sides of the box of the first four places */
  lower: readonly number[]
  upper: readonly number[]
}

/** The parameters that a point of a shape stands for. */
export function parametersAt(shape: ModelShape, point: Float64Array) {
  const { trend, seasonal, damped, least } = shape
  const alpha = point[ALPHA]!
  return {
    alpha,
    beta: trend ? least + point[BETA_SHARE]! * (alpha - least) : 0,
    gamma: seasonal ? least + point[GAMMA_SHARE]! * Math.max(1 - least - alpha, 0) : 0,
    phi: damped ? point[PHI]! : 1,
  }
}
