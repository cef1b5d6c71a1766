import { countQuantile, countUpperTail } from '../../distributions/negative-binomial.ts'
import { normalQuantile, normalUpperTail } from '../../distributions/normal.ts'
import { tTwoSided, tTwoSidedP } from '../../distributions/student-t.ts'
import type { Usual } from './fit-usual.ts'

/**
 * How the upper bound and the p-value are taken.
 * - `delta`: normal after a power transformation, with the error of the expected count (Farrington 1996)
 * - `nbPlugin`: negative binomial about the expected count as if it were known (Noufaily 2013)
 * - `muan`: negative binomial about the upper 1 − alpha limit of the expected count
 * - `predictive`: negative binomial with the error of the expected count in its variance, and with the uncertainty of
 *   the dispersion by Student's t
 */
export type ThresholdMethod = 'delta' | 'nbPlugin' | 'muan' | 'predictive'

/** The power that makes counts nearly normal: `2/3` takes out skewness, `1/2` steadies the variance. */
export type PowerTransform = '2/3' | '1/2' | 'none'

export interface ThresholdRule {
  alpha: number
  threshold: ThresholdMethod
  power: PowerTransform
}

export interface Threshold {
  /** null where the dispersion is known so poorly that no bound can be given */
  upper: number | null
  /** chance of a count at least as large as the one observed */
  p: number
}

/** An expected count beyond this is no expectation: its logarithm has no limit that the months would set. */
const MOST = 1e9

/** A tail below this is lost in the rounding of 1 less a tail. */
const LEAST = 1e-15

/** The upper bound and p-value of a month; null where the limit of what is expected is out of all bounds. */
export function thresholdOf(usual: Usual, observed: number, rule: ThresholdRule): Threshold | null {
  if (rule.threshold === 'delta') return byDelta(usual, observed, rule)
  if (rule.threshold === 'predictive') return byPrediction(usual, observed, rule.alpha)
  const reach = rule.threshold === 'muan' ? normalQuantile(1 - rule.alpha) * usual.error : 0
  const distribution = { mean: Math.exp(usual.logMean + reach), dispersion: usual.dispersion }
  if (!(distribution.mean <= MOST)) return null
  return { upper: countQuantile(rule.alpha, distribution), p: countUpperTail(observed, distribution) }
}

const POWERS = { '2/3': 2 / 3, '1/2': 1 / 2, none: 1 }

function byDelta({ logMean, error, dispersion }: Usual, observed: number, { alpha, power }: ThresholdRule): Threshold {
  const mean = Math.exp(logMean)
  const exponent = POWERS[power]
  // variance of count and estimate over the mean, then of their power by the delta method
  const spread = dispersion + mean * error * error
  const deviation = exponent * mean ** (exponent - 0.5) * Math.sqrt(spread)
  return {
    upper: (mean ** exponent + normalQuantile(1 - alpha) * deviation) ** (1 / exponent),
    p: normalUpperTail((observed ** exponent - mean ** exponent) / deviation),
  }
}

function byPrediction(usual: Usual, observed: number, alpha: number): Threshold | null {
  const mean = Math.exp(usual.logMean)
  const distribution = { mean, dispersion: usual.dispersion + mean * usual.error * usual.error }
  if (!(mean <= MOST && mean * distribution.dispersion <= MOST * MOST)) return null
  const df = degreesOfDispersion(usual)
  const normalAlpha = normalUpperTail(tTwoSided(1 - 2 * alpha, df))
  return {
    upper: normalAlpha > LEAST ? countQuantile(normalAlpha, distribution) : null,
    p: asStudent(countUpperTail(observed, distribution), df),
  }
}

/**
 * How well the dispersion is known, as degrees of freedom: twice its squared mean over its variance. Counts of few events
 * or high dispersion are far from normal, and their kurtosis leaves fewer than the residuals have.
 */
function degreesOfDispersion({ fit, dispersion }: Usual): number {
  let kurtosis = 0
  for (const mean of fit.fitted) kurtosis += (6 * (dispersion - 1) + 1 / dispersion) / Math.max(mean, 1e-9)
  const months = fit.fitted.length
  return 2 / (2 / fit.degreesOfFreedom + kurtosis / months / months)
}

/** The tail that Student's t has where a normal distribution has this one. */
function asStudent(tail: number, degreesOfFreedom: number): number {
  const z = -normalQuantile(tail)
  const beyond = tTwoSidedP(z, degreesOfFreedom) / 2
  return z >= 0 ? beyond : 1 - beyond
}
