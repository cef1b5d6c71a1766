import gammaln from '@stdlib/math-base-special-gammaln'
import { incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile } from './normal.ts'

/** t such that the middle `level` of Student's t with these degrees of freedom lies between −t and t. */
export const tTwoSided = (level: number, degreesOfFreedom: number) => tOfTwoSidedP(1 - level, degreesOfFreedom)

/** Probability of a value at least as far from 0 as t, on either side. */
export function tTwoSidedP(t: number, degreesOfFreedom: number): number {
  const squared = t * t
  if (squared === Infinity) return 0
  const total = degreesOfFreedom + squared
  return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / total, squared / total)
}

/** Probability of a value between −t and t; small ones keep their digits. */
function within(t: number, degreesOfFreedom: number): number {
  const total = degreesOfFreedom + t * t
  return incompleteBeta(0.5, degreesOfFreedom / 2, (t * t) / total, degreesOfFreedom / total)
}

/**
 * t that is exceeded, on either side of 0, with probability p. Newton's steps on the logarithm of p, or of 1 − p where
 * that is the smaller, against the logarithm of t: both are concave there. (@stdlib 0.2 takes no two-sided p and is
 * infinite for a one-sided p of 1e-16 or less.)
 */
export function tOfTwoSidedP(p: number, degreesOfFreedom: number): number {
  if (p >= 1) return 0
  if (p <= 0) return Infinity
  const outer = p <= 0.5
  const target = outer ? p : 1 - p
  const probability = outer ? tTwoSidedP : within
  const v = degreesOfFreedom
  const logFront = gammaln((v + 1) / 2) - gammaln(v / 2) - 0.5 * Math.log(v * Math.PI)
  let t = start(p, v, logFront)
  for (let i = 0; i < 200; i++) {
    const found = probability(t, v)
    if (found === 0) {
      t /= 2
      continue
    }
    const density = 2 * Math.exp(logFront - ((v + 1) / 2) * Math.log1p((t * t) / v))
    const change = ((outer ? -1 : 1) * Math.log(found / target) * found) / (density * t)
    t *= Math.exp(-Math.min(5, Math.max(-5, change)))
    if (Math.abs(change) < 1e-15) break
  }
  return t
}

/** The larger of the normal quantile and the power that far tails follow. */
function start(p: number, v: number, logFront: number): number {
  const z = -normalQuantile(p / 2)
  const power = Math.exp((logFront + Math.log(2 / p) + ((v - 1) / 2) * Math.log(v)) / v)
  return Math.max(z, p < 0.1 && power < Infinity ? Math.min(power, 1e3 * z ** v) : 0)
}

/** Probability of a value above f from an F distribution with these degrees of freedom. */
export function fUpperTail(f: number, numerator: number, denominator: number): number {
  if (!(f > 0)) return 1
  const total = denominator + numerator * f
  return incompleteBeta(denominator / 2, numerator / 2, denominator / total, (numerator * f) / total)
}
