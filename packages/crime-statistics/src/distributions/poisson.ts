/**
 * Poisson tails summed outwards from the count. Every term is positive, so nothing cancels and small tails keep their
 * digits. (The incomplete gamma function that was tried, @stdlib 0.2, has an upper tail 0.3 % too high at shape 12,345,
 * and its quantile is off by 2 events at shape 1,022.)
 */

/** P(X ≥ n) for X Poisson with this mean; n at least 1 and above the mean. */
export function poissonUpperTail(n: number, mean: number): number {
  let term = 1
  let sum = 1
  for (let k = n + 1; term > sum * Number.EPSILON; k++) {
    term *= mean / k
    sum += term
  }
  return sum * poissonMass(n, mean)
}

/** P(X ≤ n) for X Poisson with this mean; n at least 0 and below the mean. */
export function poissonLowerTail(n: number, mean: number): number {
  let term = 1
  let sum = 1
  for (let k = n; term > sum * Number.EPSILON && k > 0; k--) {
    term *= k / mean
    sum += term
  }
  return sum * poissonMass(n, mean)
}

/**
 * P(X = n) by the saddle-point form, which stays accurate where n! and mean^n overflow.
 * @see Loader C (2000). Fast and Accurate Computation of Binomial Probabilities.
 */
export function poissonMass(n: number, mean: number): number {
  if (n === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(n) - n * deviance(mean / n - 1)) / Math.sqrt(2 * Math.PI * n)
}

/** d − ln(1 + d), without the cancellation near d = 0. */
function deviance(d: number): number {
  if (Math.abs(d) > 0.1) return d - Math.log1p(d)
  let sum = 0
  let power = d
  for (let k = 2; k <= 20; k++) {
    power *= -d
    sum -= power / k
  }
  return sum
}

/** ln n! minus Stirling's formula: exact below 16, then its series, good to 16 digits. */
function stirlingError(n: number): number {
  if (n >= 16) {
    const n2 = n * n
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * n2)) / n2) / n2) / n2) / n
  }
  let factorial = 1
  for (let k = 2; k <= n; k++) factorial *= k
  return Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n)
}
