import { tTwoSidedP } from '../../distributions/student-t.ts'
import { outbreakWeights } from './outbreak-weights.ts'
import type { ReferenceMonths } from './reference-months.ts'
import { fitSeasons, type SeasonalFit } from './seasonal-fit.ts'

export interface UsualRule {
  trend: boolean
  /** the trend is kept when its p-value is below this */
  trendLevel: number
  years: number
  reweight: boolean
  outbreakResidual: number
  likeSurveillance: boolean
}

/** What is usual for a month, from the months before it. */
export interface Usual {
  fit: SeasonalFit
  /** variance over mean, at least 1 */
  dispersion: number
  /** the dispersion that errors of estimates are multiplied by */
  errorDispersion: number
  logMean: number
  /** standard error of logMean */
  error: number
  trend: boolean
}

/** A slope smaller than this is what rounding leaves of none, as in a constant series. */
const ROUNDING = 1e-12

/**
 * Fits the reference months, down-weights past outbreaks and fits again; keeps the trend only if it is significant,
 * there are three years or more, and it does not lead beyond what has been seen.
 *
 * @returns null where no fit settles
 */
export function fitUsual(reference: ReferenceMonths, month: number, offset: number, rule: UsualRule): Usual | null {
  const fitted = rule.trend ? fitTwice(reference, true, rule) : null
  if (fitted?.withTrend) {
    const usual = usualOf(fitted, month, offset, rule)
    const { slope, slopeVariance, degreesOfFreedom } = fitted.fit
    const p = tTwoSidedP(slope / Math.sqrt(slopeVariance * usual.errorDispersion), degreesOfFreedom)
    const most = reference.counts.reduce((a, b) => Math.max(a, b), 0)
    const isTrend = Math.abs(slope) > ROUNDING && p < rule.trendLevel
    if (rule.years >= 3 && isTrend && Math.exp(usual.logMean) <= most) return usual
  }
  const level = fitTwice(reference, false, rule)
  return level && usualOf(level, month, offset, rule)
}

interface Fitted {
  fit: SeasonalFit
  withTrend: boolean
  reweighted: boolean
}

/** One fit, and after down-weighting a second; null where the first does not settle, with a trend or without. */
function fitTwice(reference: ReferenceMonths, trend: boolean, rule: UsualRule): Fitted | null {
  const alike = new Float64Array(reference.counts.length).fill(1)
  const first = fitSeasons(reference, alike, trend)
  if (!first.converged) return trend ? fitTwice(reference, false, rule) : null
  if (!rule.reweight) return { fit: first, withTrend: trend, reweighted: false }
  const weights = outbreakWeights(reference.counts, first, Math.max(first.dispersion, 1), rule.outbreakResidual)
  return { fit: fitSeasons(reference, weights, trend), withTrend: trend, reweighted: true }
}

function usualOf({ fit, withTrend, reweighted }: Fitted, month: number, offset: number, rule: UsualRule): Usual {
  const errorDispersion = rule.likeSurveillance && reweighted ? fit.relativeDispersion : fit.dispersion
  const { logMean, variance } = fit.predict(month, offset)
  return {
    fit,
    dispersion: Math.max(fit.dispersion, 1),
    errorDispersion,
    logMean,
    error: Math.sqrt(variance * errorDispersion),
    trend: withTrend,
  }
}
