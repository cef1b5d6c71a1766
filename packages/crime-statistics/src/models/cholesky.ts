/**
 * Solves symmetric positive-definite systems as they come from least squares. A column that is a sum of others leaves
 * nothing of its own on the diagonal: such a system is refused by returning null, not answered with noise.
 */
const LEAST_SHARE = 1e-11

/** Lower factor L of a matrix A = L·Lᵀ of order n, row by row; null where a column hangs on those before it. */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = matrix[i * n + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!
      if (i > j) lower[i * n + j] = sum / lower[j * n + j]!
      else if (sum > LEAST_SHARE * matrix[j * n + j]!) lower[j * n + j] = Math.sqrt(sum)
      else return null
    }
  }
  return lower
}

/** Solution x of L·Lᵀ·x = b. */
export function solveCholesky(lower: Float64Array, n: number, b: Float64Array): Float64Array<ArrayBuffer> {
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!
    x[i]! /= lower[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k * n + i]! * x[k]!
    x[i]! /= lower[i * n + i]!
  }
  return x
}

/** Inverse of A from its factor, row by row. */
export function invertCholesky(lower: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const inverse = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n)
    unit[j] = 1
    inverse.set(solveCholesky(lower, n, unit), j * n)
  }
  return inverse
}
