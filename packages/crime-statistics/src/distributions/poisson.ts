import { gammaLowerTail, gammaUpperTail } from './gamma.ts'
import { normalQuantile } from './normal.ts'
import { poissonMass } from './saddle-point.ts'

export { poissonMass }

/**
 * Poisson tails summed outwards from the count. Every term is positive, so nothing cancels and small tails keep their
 * digits. For tails on either side of the mean see {@link poissonAtLeast} and {@link poissonAtMost}.
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

/** P(X ≥ n) for X Poisson, on either side of its mean. */
export const poissonAtLeast = (n: number, mean: number) => (n <= 0 ? 1 : gammaLowerTail(n, mean))

/** P(X ≤ n) for X Poisson, on either side of its mean. */
export const poissonAtMost = (n: number, mean: number) => (n < 0 ? 0 : gammaUpperTail(n + 1, mean))

/** The smallest n with P(X ≤ n) at or above p: from a normal start by doubling steps, then by halving. */
export function poissonQuantile(p: number, mean: number): number {
  const reached = (n: number) => (p <= 0.5 ? poissonAtMost(n, mean) >= p : poissonAtLeast(n + 1, mean) <= 1 - p)
  let high = Math.max(0, Math.floor(mean + normalQuantile(p) * Math.sqrt(mean)))
  let step = 1
  let low = -1
  if (reached(high)) {
    while (high - step > -1 && reached(high - step)) {
      high -= step
      step *= 2
    }
    low = Math.max(-1, high - step)
  } else {
    while (!reached(high + step)) {
      high += step
      step *= 2
    }
    low = high
    high += step
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (reached(middle)) high = middle
    else low = middle
  }
  return high
}
