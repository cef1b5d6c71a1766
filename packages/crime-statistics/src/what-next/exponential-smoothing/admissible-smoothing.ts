/**
 * Whether a seasonal model forgets its past: all roots of its characteristic equation lie within the unit circle, as
 * R's `ets` asks by finding the roots. Here by the step-down of Schur and Cohn, which needs no roots: a polynomial has
 * all its roots inside where every reflection coefficient is below 1. Without a trend the equation has a root of 1
 * that stands for no state and is divided out, or rounding would decide. Models without a season need no test: within
 * the bounds of their parameters they always forget.
 */
export function isAdmissible(
  alpha: number,
  beta: number,
  gamma: number,
  phi: number,
  period: number,
  polynomial: Float64Array,
  reversed: Float64Array,
): boolean {
  const degree = beta > 0 ? period + 1 : period
  polynomial[0] = 1
  if (beta > 0) {
    polynomial[1] = alpha + beta - phi
    for (let i = 2; i < period; i++) polynomial[i] = alpha + beta - alpha * phi
    polynomial[period] = alpha + beta - alpha * phi + gamma - 1
    polynomial[degree] = phi * (1 - alpha - gamma)
  } else {
    for (let i = 1; i < period; i++) polynomial[i] = alpha
    polynomial[period] = alpha + gamma - 1
  }
  for (let k = degree; k > 0; k--) {
    const reflection = polynomial[k]!
    if (!(Math.abs(reflection) < 1)) return false
    const scale = 1 / (1 - reflection * reflection)
    for (let i = 0; i < k; i++) reversed[i] = polynomial[k - i]!
    for (let i = 0; i < k; i++) polynomial[i] = (polynomial[i]! - reflection * reversed[i]!) * scale
  }
  return true
}
