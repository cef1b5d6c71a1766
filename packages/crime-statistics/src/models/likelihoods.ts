import gammaln from '@stdlib/math-base-special-gammaln'

/** Terms summed one by one up to this count: exact for large θ, where differences of gamma functions cancel. */
const SUMMED = 100_000

/** Log-likelihood of counts that are Poisson with these means. */
export function poissonLogLikelihood(counts: ArrayLike<number>, means: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const y = counts[i]!
    sum += (y === 0 ? 0 : y * Math.log(means[i]!)) - means[i]! - gammaln(y + 1)
  }
  return sum
}

/** Log-likelihood of counts that are negative binomial with these means and size θ. */
export function negativeBinomialLogLikelihood(counts: ArrayLike<number>, means: ArrayLike<number>, theta: number) {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const y = counts[i]!
    sum += risingLog(theta, y) - gammaln(y + 1) - (theta + y) * Math.log1p(means[i]! / theta)
    if (y > 0) sum += y * Math.log(means[i]!)
  }
  return sum
}

/** ln Γ(θ + y) − ln Γ(θ) − y ln θ */
function risingLog(theta: number, y: number): number {
  if (y > SUMMED) return gammaln(theta + y) - gammaln(theta) - y * Math.log(theta)
  let sum = 0
  for (let k = 1; k < y; k++) sum += Math.log1p(k / theta)
  return sum
}
