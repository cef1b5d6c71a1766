import gammaln from '@stdlib/math-base-special-gammaln'

/**
 * The parts of Loader's saddle-point form of discrete masses, which stays accurate where factorials and powers overflow.
 * @see Loader C (2000). Fast and Accurate Computation of Binomial Probabilities.
 */

/**
 * n·(r − 1 − ln r) with r = expected / n, without the cancellation near r = 1: there it is made from the gap
 * n − expected, which the caller knows more exactly than the two numbers tell.
 */
export function deviancePart(n: number, expected: number, gap: number): number {
  const d = -gap / n // r − 1
  if (Math.abs(d) > 0.1) return expected - n - n * Math.log(expected / n)
  let sum = 0
  let power = d
  for (let k = 2; k <= 20; k++) {
    power *= -d
    sum -= power / k
  }
  return n * sum
}

/** ln Γ(n + 1) minus Stirling's formula, for n above 0: by its series from 16 on, good to 16 digits. */
export function stirlingError(n: number): number {
  if (n >= 16) {
    const n2 = n * n
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * n2)) / n2) / n2) / n2) / n
  }
  return logFactorial(n) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n)
}

function logFactorial(n: number): number {
  if (!Number.isInteger(n)) return gammaln(n + 1)
  let factorial = 1
  for (let k = 2; k <= n; k++) factorial *= k
  return Math.log(factorial)
}

/** mean^n · e^−mean / Γ(n + 1): the Poisson mass where n is whole, and the front of the incomplete gamma elsewhere. */
export function poissonMass(n: number, mean: number): number {
  if (n === 0) return Math.exp(-mean)
  if (mean === 0) return 0
  return Math.exp(-stirlingError(n) - deviancePart(n, mean, n - mean)) / Math.sqrt(2 * Math.PI * n)
}

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · x^a · y^b with x + y = 1: the binomial mass of a successes and b failures. Both
 * chances are given so that neither is a rounded remainder.
 */
export function binomialMass(a: number, b: number, x: number, y: number): number {
  if (a === 0) return y > 0.5 ? Math.exp(b * Math.log1p(-x)) : y ** b
  if (b === 0) return x > 0.5 ? Math.exp(a * Math.log1p(-y)) : x ** a
  if (x === 0 || y === 0) return 0
  const n = a + b
  const gap = a * y - b * x // a less what is expected of it
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviancePart(a, n * x, gap) - deviancePart(b, n * y, -gap)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b))
}
