/**
 * Least squares with a prior precision for each coefficient, from its normal equations, without allocation: it is
 * done thousands of times a forecast. Matrices are row by row; only the lower half is read.
 */

/** Sets `lower` to the Cholesky factor of cross-products + precisions; answers the log determinant. */
export function factorShrunk(crossProducts: Float64Array, precisions: Float64Array, lower: Float64Array): number {
  const k = precisions.length
  let logDeterminant = 0
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      let sum = crossProducts[i * k + j]!
      for (let m = 0; m < j; m++) sum -= lower[i * k + m]! * lower[j * k + m]!
      lower[i * k + j] = sum / lower[j * k + j]!
    }
    let own = crossProducts[i * k + i]! + precisions[i]!
    for (let m = 0; m < i; m++) own -= lower[i * k + m]! * lower[i * k + m]!
    lower[i * k + i] = Math.sqrt(own)
    logDeterminant += Math.log(own)
  }
  return logDeterminant
}

/** Sets `out` to L⁻¹x; answers its sum of squares: the squares that a fit explains, or the spread of a sum of coefficients. */
export function solveLower(lower: Float64Array, x: Float64Array, out: Float64Array): number {
  const k = x.length
  let squares = 0
  for (let i = 0; i < k; i++) {
    let value = x[i]!
    for (let j = 0; j < i; j++) value -= lower[i * k + j]! * out[j]!
    value /= lower[i * k + i]!
    out[i] = value
    squares += value * value
  }
  return squares
}

/** Turns L⁻¹x into the coefficients (LL′)⁻¹x, in place. */
export function solveUpper(lower: Float64Array, x: Float64Array): void {
  const k = x.length
  for (let i = k - 1; i >= 0; i--) {
    let value = x[i]!
    for (let m = i + 1; m < k; m++) value -= lower[m * k + i]! * x[m]!
    x[i] = value / lower[i * k + i]!
  }
}
