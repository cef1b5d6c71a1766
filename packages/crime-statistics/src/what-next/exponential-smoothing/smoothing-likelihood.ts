import { derivativesOfAddedSeason, runAddedSeason } from './added-season.ts'
import { isAdmissible } from './admissible-smoothing.ts'
import { derivativesOfProportionalSeason, runProportionalSeason } from './proportional-season.ts'
import { type ModelShape, parametersAt, type SmoothingWorkspace } from './smoothing-workspace.ts'

/**
 * The sum of squares that the likelihood is a function of: log-likelihood = −n/2 × log of it, constants left out. With
 * errors in proportion it is the sum of squared relative errors times the squared geometric mean of the forecasts,
 * which is −2/n × the log-likelihood as well and makes every model a problem of least squares. Infinity outside the
 * model's bounds.
 */
export function smoothingSum(room: SmoothingWorkspace, shape: ModelShape, point: Float64Array): number {
  if (shape.forgetting) {
    const { alpha, beta, gamma, phi } = parametersAt(shape, point)
    if (!isAdmissible(alpha, beta, gamma, phi, room.period, room.polynomial, room.reversed)) return Infinity
  }
  const sum = shape.proportionalSeason ? runProportionalSeason(room, shape, point) : runAddedSeason(room, shape, point)
  return shape.proportionalError ? relativeSum(room) : sum
}

/** Sum of squared relative errors × squared geometric mean of the forecasts; Infinity where a forecast is not above 0. */
function relativeSum({ fitted, errors, n }: SmoothingWorkspace): number {
  let sum = 0
  let logs = 0
  let product = 1
  for (let t = 0; t < n; t++) {
    const forecast = fitted[t]!
    if (!(forecast > 0)) return Infinity
    const relative = errors[t]! / forecast
    sum += relative * relative
    product *= forecast
    if (product < 1e-150 || product > 1e150) {
      logs += Math.log(product)
      product = 1
    }
  }
  return sum * Math.exp((2 * (logs + Math.log(product))) / n)
}

/**
 * Normal matrix and gradient (half of it) of the sum of squares at the point of the last run, into `room`. With errors
 * in proportion both are of relative errors, so a factor short of the sum: their step is the same.
 * @returns the sum of squares in the unit of the two
 */
export function normalEquations(room: SmoothingWorkspace, shape: ModelShape, point: Float64Array): number {
  const { n, jacobian, errors, fitted, values, normal, gradient } = room
  const columns = shape.moved.length
  if (shape.proportionalSeason) derivativesOfProportionalSeason(room, shape, point)
  else derivativesOfAddedSeason(room, shape, point)
  let sum = 0
  if (shape.proportionalError) {
    // of r·G, G the geometric mean of forecasts f and r = y/f − 1: d(rG)/G = −y/f²·df + r·mean(df/f). Overwrites f and e.
    for (let t = 0; t < n; t++) {
      const inverse = 1 / fitted[t]!
      fitted[t] = inverse
      const relative = errors[t]! * inverse
      errors[t] = relative
      sum += relative * relative
    }
    for (let c = 0; c < columns; c++) {
      const at = c * n
      let mean = 0
      for (let t = 0; t < n; t++) mean += jacobian[at + t]! * fitted[t]!
      mean /= n
      for (let t = 0; t < n; t++)
        jacobian[at + t] = values[t]! * fitted[t]! * fitted[t]! * jacobian[at + t]! - errors[t]! * mean
    }
  } else for (let t = 0; t < n; t++) sum += errors[t]! * errors[t]!
  multiplyColumns(jacobian, errors, n, columns, normal, gradient)
  return sum
}

/** JᵀJ (both triangles) and Jᵀe, four products at a time so that none waits for the last. */
function multiplyColumns(
  jacobian: Float64Array,
  errors: Float64Array,
  n: number,
  columns: number,
  normal: Float64Array,
  gradient: Float64Array,
): void {
  for (let i = 0; i < columns; i += 2) {
    const a = i * n
    const pair = i + 1 < columns
    const b = pair ? a + n : a
    let aa = 0
    let bb = 0
    let ae = 0
    let be = 0
    for (let t = 0; t < n; t++) {
      const p = jacobian[a + t]!
      const q = jacobian[b + t]!
      const e = errors[t]!
      aa += p * p
      bb += p * q
      ae += p * e
      be += q * e
    }
    gradient[i] = ae
    normal[i * columns + i] = aa
    if (pair) {
      gradient[i + 1] = be
      normal[i * columns + i + 1] = bb
      normal[(i + 1) * columns + i] = bb
      let own = 0
      for (let t = 0; t < n; t++) own += jacobian[b + t]! * jacobian[b + t]!
      normal[(i + 1) * columns + i + 1] = own
    }
    for (let j = i + 2; j < columns; j += 2) {
      const c = j * n
      const second = j + 1 < columns
      const d = second ? c + n : c
      let ac = 0
      let ad = 0
      let bc = 0
      let bd = 0
      for (let t = 0; t < n; t++) {
        const p = jacobian[a + t]!
        const q = jacobian[b + t]!
        const r = jacobian[c + t]!
        const s = jacobian[d + t]!
        ac += p * r
        ad += p * s
        bc += q * r
        bd += q * s
      }
      normal[i * columns + j] = ac
      normal[j * columns + i] = ac
      if (second) {
        normal[i * columns + j + 1] = ad
        normal[(j + 1) * columns + i] = ad
      }
      if (pair) {
        normal[(i + 1) * columns + j] = bc
        normal[j * columns + i + 1] = bc
        if (second) {
          normal[(i + 1) * columns + j + 1] = bd
          normal[(j + 1) * columns + i + 1] = bd
        }
      }
    }
  }
}
