import {
  requireChoice,
  requireLevel,
  requireNotNegative,
  requireObject,
  requirePositive,
  requireWholeFrom,
  requireYesOrNo,
} from '../../check-inputs.ts'
import type { UsualRule } from './fit-usual.ts'
import { type ReferenceRule, seasonsOfCycle } from './reference-months.ts'
import type { PowerTransform, ThresholdMethod, ThresholdRule } from './upper-bound.ts'

export interface FarringtonOptions {
  /** place of the month judged, 0 the first; the last of the series when left out */
  month?: number
  /** b: years looked back; 4 when left out, so that five years of months can be judged for the whole of the last */
  years?: number
  /** w: months on either side of the same month in past years; 1 when left out */
  halfWindow?: number
  /** number of seasons of the year, the window being one (surveillance's noPeriods); 10 when left out, 1 uses windows only */
  seasons?: number
  /** recent months left out, so that an issue under way does not teach what is usual; as many as halfWindow when left out */
  leaveOut?: number
  /** whether a trend may be kept; true when left out */
  trend?: boolean
  /** a trend is kept when its p-value is below this; 0.05 when left out, 1 keeps it whatever its p-value */
  trendLevel?: number
  /** whether past outbreaks count less; true when left out */
  reweight?: boolean
  /** months whose standardised Anscombe residual is above this count less; 2.58 when left out */
  outbreakResidual?: number
  /** chance that a usual month exceeds the upper bound; 0.05 when left out */
  alpha?: number
  /** how the upper bound is taken; `delta` when left out */
  threshold?: ThresholdMethod
  /** power of the `delta` method; `2/3` when left out */
  power?: PowerTransform
  /** population of each month of the series; the same throughout when left out */
  populations?: ArrayLike<number>
  /** fewer events than this in the last months, the judged one included, and nothing is flagged; 5 in 4 when left out */
  fewest?: { events: number; months: number }
  /** months in a year; 12 when left out */
  period?: number
  /** whether to give surveillance 1.20.3's numbers to the digit, its errors after reweighting included; false when left out */
  likeSurveillance?: boolean
}

/** All choices made, checked once for as many series as are judged by them. */
export interface FarringtonRule extends ReferenceRule, UsualRule, ThresholdRule {
  fewest: { events: number; months: number }
  cycle: Int32Array
}

export function farringtonRule(options: FarringtonOptions): FarringtonRule {
  requireObject(options, 'options', '{ alpha: 0.01 }')
  const { halfWindow = 1, period = 12, threshold = 'delta', power = '2/3' } = options
  const rule = {
    halfWindow,
    period,
    threshold,
    power,
    years: options.years ?? 4,
    seasons: options.seasons ?? Math.max(1, Math.min(10, period - 2 * halfWindow)),
    leaveOut: options.leaveOut ?? halfWindow,
    trend: options.trend ?? true,
    trendLevel: options.trendLevel ?? 0.05,
    reweight: options.reweight ?? true,
    outbreakResidual: options.outbreakResidual ?? 2.58,
    alpha: options.alpha ?? 0.05,
    fewest: options.fewest ?? { events: 5, months: 4 },
    likeSurveillance: options.likeSurveillance ?? false,
  }
  requireWholeFrom(period, 'period', 1)
  requireWholeFrom(rule.years, 'years', 1)
  requireWholeFrom(halfWindow, 'halfWindow', 0, Math.floor((period - 1) / 2))
  requireWholeFrom(rule.seasons, 'seasons', 1, period - 2 * halfWindow)
  requireWholeFrom(rule.leaveOut, 'leaveOut', 0)
  requirePositive(rule.trendLevel, 'trendLevel')
  requirePositive(rule.outbreakResidual, 'outbreakResidual')
  requireLevel(rule.alpha, 'alpha', 0.005)
  for (const name of ['trend', 'reweight', 'likeSurveillance'] as const) requireYesOrNo(rule[name], name)
  requireObject(rule.fewest, 'fewest', '{ events: 5, months: 4 }')
  requireNotNegative(rule.fewest.events, 'fewest.events')
  requireWholeFrom(rule.fewest.months, 'fewest.months', 1)
  requireChoice(threshold, 'threshold', ['delta', 'nbPlugin', 'muan', 'predictive'])
  requireChoice(power, 'power', ['2/3', '1/2', 'none'])
  return { ...rule, cycle: seasonsOfCycle(rule) }
}
