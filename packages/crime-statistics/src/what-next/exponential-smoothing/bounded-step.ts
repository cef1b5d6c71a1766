import { type ModelShape, PHI, type SmoothingWorkspace } from './smoothing-workspace.ts'

/**
 * The damped least-squares step from a point, into `room.step`, which leaves no side of the box: a parameter at its
 * side with the slope outwards stays, one that would cross it goes to it and the others are solved for again.
 * @returns by how much the sum of squares falls if the residuals are straight lines, in the unit of the normal equations
 */
export function boundedStep(
  { normal, factor, gradient, step, right, fixed, free }: SmoothingWorkspace,
  { moved, lower, upper }: ModelShape,
  point: Float64Array,
  damping: number,
): number {
  const n = moved.length
  for (let c = 0; c < n; c++) {
    const place = moved[c]!
    const held =
      place <= PHI &&
      ((gradient[c]! > 0 && point[place]! >= upper[place]!) || (gradient[c]! < 0 && point[place]! <= lower[place]!))
    fixed[c] = held ? 1 : 0
    step[c] = 0
  }
  for (let round = 0; round < 5; round++) {
    let count = 0
    for (let i = 0; i < n; i++) {
      if (fixed[i]) continue
      let sum = gradient[i]!
      for (let j = 0; j < n; j++) if (fixed[j]) sum -= normal[i * n + j]! * step[j]!
      right[count] = sum
      free[count++] = i
    }
    solveFree(normal, factor, right, free, count, n, damping)
    let crossed = false
    for (let i = 0; i < count; i++) {
      const c = free[i]!
      step[c] = right[i]!
      const place = moved[c]!
      if (place > PHI) continue
      const to = point[place]! + step[c]!
      const side = to > upper[place]! ? upper[place]! : to < lower[place]! ? lower[place]! : to
      if (side === to) continue
      step[c] = side - point[place]!
      fixed[c] = 1
      crossed = true
    }
    if (!crossed) break
  }
  let fall = 0
  for (let i = 0; i < n; i++) {
    let curve = 0
    for (let j = 0; j < n; j++) curve += normal[i * n + j]! * step[j]!
    fall += step[i]! * (2 * gradient[i]! - curve)
  }
  return fall
}

/** Solves the damped equations of the places that are free, in place of their right side. */
function solveFree(
  normal: Float64Array,
  factor: Float64Array,
  right: Float64Array,
  free: Uint16Array,
  count: number,
  n: number,
  damping: number,
): void {
  for (let i = 0; i < count; i++) {
    const row = free[i]! * n
    const own = normal[row + free[i]!]!
    const at = i * n
    let value = right[i]!
    let pivot = own * (1 + damping)
    for (let j = 0; j < i; j++) {
      const other = j * n
      let sum = normal[row + free[j]!]!
      for (let k = 0; k < j; k++) sum -= factor[at + k]! * factor[other + k]!
      sum *= factor[other + j]!
      factor[at + j] = sum
      pivot -= sum * sum
      value -= sum * right[j]!
    }
    // the diagonal holds inverses: 0 for a column that moves nothing, or only what others move, and so stays
    const inverse = pivot > 1e-13 * own ? 1 / Math.sqrt(pivot) : 0
    factor[at + i] = inverse
    right[i] = value * inverse
  }
  for (let i = count - 1; i >= 0; i--) {
    let value = right[i]!
    for (let k = i + 1; k < count; k++) value -= factor[k * n + i]! * right[k]!
    right[i] = value * factor[i * n + i]!
  }
}
