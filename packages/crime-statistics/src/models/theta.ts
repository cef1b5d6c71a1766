import digamma from '@stdlib/math-base-special-digamma'
import trigamma from '@stdlib/math-base-special-trigamma'

const SUMMED = 100_000

/** Beyond this many means the counts are Poisson as far as any data can tell. */
const ENDLESS = 1e12

export interface Theta {
  theta: number
  /** from the curvature of the likelihood, the means taken as known */
  standardError: number
}

/**
 * Negative-binomial size θ by maximum likelihood for known means; null where the likelihood rises to θ = ∞, which is
 * Poisson. Newton's steps on ln θ, halved into a bracket.
 */
export function thetaOf(counts: ArrayLike<number>, means: ArrayLike<number>, start?: number): Theta | null {
  if (!isOverdispersed(counts, means)) return null
  let [low, high] = [0, Infinity]
  let theta = start ?? momentTheta(counts, means)
  for (let i = 0; i < 200; i++) {
    const { score, information } = derivatives(counts, means, theta)
    if (score > 0) low = theta
    else high = theta
    const step = information > 0 ? score / information / theta : Math.sign(score) * 2 // uphill where it bends the other way
    const next = theta * Math.exp(Math.min(2, Math.max(-2, step)))
    if (Math.abs(step) < 1e-13) break // before a bracket that has only one end yet sends it away from where it settled
    theta =
      next > low && next < high ? next : high === Infinity ? theta * 4 : low === 0 ? theta / 4 : Math.sqrt(low * high)
    if (theta > ENDLESS) return null
    if (high - low < 1e-14 * high) break
  }
  return { theta, standardError: 1 / Math.sqrt(derivatives(counts, means, theta).information) }
}

/** Whether the likelihood falls towards θ = ∞: squared residuals above the counts, added up. */
function isOverdispersed(counts: ArrayLike<number>, means: ArrayLike<number>): boolean {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - means[i]!) ** 2 - counts[i]!
  return sum > 0
}

function momentTheta(counts: ArrayLike<number>, means: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! / means[i]! - 1) ** 2
  return counts.length / sum
}

/** First derivative of the log-likelihood in θ, and the second with its sign turned. */
function derivatives(counts: ArrayLike<number>, means: ArrayLike<number>, theta: number) {
  let [score, information] = [0, 0]
  for (let i = 0; i < counts.length; i++) {
    const [y, mean] = [counts[i]!, means[i]!]
    const { inverse, squared } = inverseSums(theta, y)
    score += inverse - Math.log1p(mean / theta) + (mean - y) / (mean + theta)
    information += squared - mean / (theta * (mean + theta)) + (mean - y) / (mean + theta) ** 2
  }
  return { score, information }
}

/** Σ 1/(θ + k) and Σ 1/(θ + k)² for k from 0 to y − 1. */
function inverseSums(theta: number, y: number) {
  if (y > SUMMED)
    return { inverse: digamma(theta + y) - digamma(theta), squared: trigamma(theta) - trigamma(theta + y) }
  let [inverse, squared] = [0, 0]
  for (let k = 0; k < y; k++) {
    const each = 1 / (theta + k)
    inverse += each
    squared += each * each
  }
  return { inverse, squared }
}
