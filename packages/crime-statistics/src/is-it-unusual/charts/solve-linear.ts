/** Solution of A·x = b of order n by Gaussian elimination, the largest element of a column first; A and b are used up. */
export function solveLinear(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row * n + column]!) > Math.abs(a[pivot * n + column]!)) pivot = row
    if (pivot !== column) {
      for (let k = column; k < n; k++) {
        const kept = a[column * n + k]!
        a[column * n + k] = a[pivot * n + k]!
        a[pivot * n + k] = kept
      }
      const kept = b[column]!
      b[column] = b[pivot]!
      b[pivot] = kept
    }
    for (let row = column + 1; row < n; row++) {
      const factor = a[row * n + column]! / a[column * n + column]!
      if (factor === 0) continue
      for (let k = column; k < n; k++) a[row * n + k]! -= factor * a[column * n + k]!
      b[row]! -= factor * b[column]!
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) b[row]! -= a[row * n + k]! * b[k]!
    b[row]! /= a[row * n + row]!
  }
  return b
}
