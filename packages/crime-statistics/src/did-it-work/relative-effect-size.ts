import { requireCount, requireLevel, requireObject, requirePositive } from '../check-inputs.ts'
import { normalTwoSided, normalTwoSidedP } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { type Aim, answerFrom, checkedAim, type Evaluation } from './evaluation-answer.ts'

/** Events in one area, in periods of equal length before and after the start of an initiative. */
export interface AreaChange {
  before: number
  after: number
}

export interface TreatedAndControl {
  /** where the initiative was */
  treated: AreaChange
  /** the comparison area */
  control: AreaChange
}

export interface RelativeEffectOptions extends Aim {
  /** how much more counts vary than by chance alone, 1 for Poisson; 1 when left out. See {@link monthlyDispersion} */
  dispersion?: number
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface RelativeEffectSize extends Evaluation {
  /**
   * how many times the events it had the treated area would have had, changing as the comparison did: above 1 where there
   * were fewer than that. The other way up from the `ratio` of the functions that take months. Null when a count is 0
   */
  effectSize: number | null
  /** limits of the effect size; null when it is */
  interval: Interval | null
  /** standard error of its natural logarithm */
  logStandardError: number | null
  z: number | null
  /** two-sided p-value of no effect, by the normal distribution */
  p: number | null
  /** change in the treated area, in per cent of before; null when there were none before */
  percentageTreated: number | null
  /** change in the comparison area, in per cent */
  percentageControl: number | null
  /** change in the treated area against what the comparison's change would have led to, in per cent */
  netPercentage: number | null
  /** events prevented: those expected from the comparison's change, less those recorded; below 0 where there were more */
  prevented: number | null
  dispersion: number
  /** confidence level of the limits, as a proportion */
  level: number
}

/**
 * Did crime in an area fall by more than in a comparison area? The relative effect size compares the two changes: 1.3
 * says that, had the treated area changed as the comparison did, it would have had 1.3 times the crime it had.
 *
 * With a dispersion of 1 counts are taken as Poisson. Monthly crime usually varies more than that, and an interval that
 * ignores it is too narrow: give the dispersion of the monthly counts.
 *
 * @formula RES = (a·d)/(b·c); variance of ln RES = φ(1/a + 1/b + 1/c + 1/d); limits RES·e^(∓z·se), for a, b treated before
 *   and after, c, d comparison before and after
 * @use for one area and one comparison, counts of a year or so before and after
 * @avoid where the area was chosen because its count was unusually high: it would have fallen anyhow (regression to the
 *   mean). With two years of months or more, {@link interruptedTimeSeries} shows whether it was already falling
 * @param areas events before and after, in the treated and the comparison area, over equal lengths of time
 * @param options dispersion, level, and which direction is better
 * @returns the effect size with its interval, changes, events prevented, and an answer: never *worked* unless the interval
 *   leaves out 1. With a count of 0 there is no interval and the answer is *not proven*
 * @throws TypeError or RangeError if an area is not given as its counts, a count is not whole or is below 0, the dispersion is not above 0, or level is outside 0 to 1
 * @see Welsh BC, Farrington DP (2009). Public area CCTV and crime prevention: an updated systematic review and meta-analysis. Justice Quarterly 26: 716–745. doi:10.1080/07418820802506206
 * @example relativeEffectSize({ treated: { before: 200, after: 150 }, control: { before: 400, after: 390 } }) // { effectSize: 1.3, interval: { lower: 1.009, upper: 1.675 }, answer: 'worked' }
 * @example relativeEffectSize({ treated: { before: 200, after: 150 }, control: { before: 400, after: 390 } }, { dispersion: 2 }).answer // 'not proven'
 */
export function relativeEffectSize(areas: TreatedAndControl, options: RelativeEffectOptions = {}): RelativeEffectSize {
  requireObject(options, 'options')
  const { dispersion = 1, level = 0.95 } = options
  requireObject(areas, 'areas', AREAS)
  const { treated, control } = areas
  requireAreaChange(treated, 'treated')
  requireAreaChange(control, 'control')
  const { before: a, after: b } = treated
  const { before: c, after: d } = control
  requirePositive(dispersion, 'dispersion')
  requireLevel(level)
  const aim = checkedAim(options)
  const described = {
    percentageTreated: change(a, b),
    percentageControl: change(c, d),
    netPercentage: a > 0 && c > 0 && d > 0 ? 100 * ((b / a) * (c / d) - 1) : null,
    prevented: c > 0 ? a * (d / c) - b : null,
    dispersion,
    level,
  }
  if (a === 0 || b === 0 || c === 0 || d === 0) return { ...described, ...NO_EFFECT_SIZE }
  const effectSize = (a / b) * (d / c)
  const logStandardError = Math.sqrt(dispersion * (1 / a + 1 / b + 1 / c + 1 / d))
  const margin = Math.exp(Math.min(normalTwoSided(level) * logStandardError, 600)) // so that limits stay numbers
  const z = Math.log(effectSize) / logStandardError
  const interval = { lower: effectSize / margin, upper: effectSize * margin }
  return {
    ...described,
    effectSize,
    interval,
    logStandardError,
    z,
    p: normalTwoSidedP(z),
    ...answerFrom(1 / effectSize, { lower: 1 / interval.upper, upper: 1 / interval.lower }, level, aim),
  }
}

const change = (before: number, after: number) => (before === 0 ? null : 100 * (after / before - 1))

const AREAS = '{ treated: { before: 20, after: 10 }, control: { before: 40, after: 38 } }'

/** Checks the counts of an area before and after. */
export function requireAreaChange(area: AreaChange, name: string): void {
  requireObject(area, name, '{ before: 20, after: 10 }')
  requireCount(area.before, `${name}.before`)
  requireCount(area.after, `${name}.after`)
}

const NO_EFFECT_SIZE = {
  effectSize: null,
  interval: null,
  logStandardError: null,
  z: null,
  p: null,
  answer: 'not proven',
  reason: 'One of the four counts is 0, so that the effect has no interval.',
} as const
