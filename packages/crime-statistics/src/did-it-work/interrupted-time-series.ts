import { requireLevel } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import type { MonthlySeries } from '../is-it-changing/monthly-series.ts'
import { type Aim, type Answered, answerFrom, checkedAim } from './evaluation-answer.ts'
import {
  combinedEffect,
  effectOfColumn,
  fitIntervention,
  type ModelEffect,
  pearsonResiduals,
  widening,
} from './intervention-model.ts'
import { interventionMonths, monthsOfYearSeen } from './intervention-months.ts'

export interface InterruptedOptions extends Aim {
  /** place in the series, from 0, of the first month with the initiative */
  start: number
  /** whether the initiative may also change the trend; true when left out */
  slopeChange?: boolean
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface InterruptedTimeSeries extends Answered {
  /** mean ratio over the months after the start of what was expected with the initiative to what was without it */
  ratio: number
  /** limits of the ratio, widened for a dispersion of at least 1 and for months that move together */
  interval: Interval
  /** what is the same each year before the start */
  trendPerYear: ModelEffect
  /** the change at once at the start */
  step: ModelEffect
  /** the change of the yearly trend from the start; null when the model has none */
  slopeChangePerYear: ModelEffect | null
  /** logarithm of the events a day expected at the first month of the series in the first month of the year seen */
  intercept: number
  /** effect of January to December on the logarithm, against the first that was seen; null for months without an event */
  monthEffects: (number | null)[]
  /** Pearson dispersion as estimated; the answer never uses less than 1 */
  dispersion: number
  degreesOfFreedom: number
  /** of the Pearson residuals: below 2 where neighbouring months move together */
  durbinWatson: number | null
  /** events expected in each month, with the initiative where it had begun; null for months without a count */
  expected: (number | null)[]
  /** events expected in each month had there been no initiative */
  expectedWithout: (number | null)[]
  level: number
}

/**
 * Did crime change when the initiative began, beyond its trend and season? A model of the monthly counts has a yearly
 * trend, an effect for each month of the year, days as exposure, and from the start a step and a change of slope. Its
 * effects are those of R's `glm` with quasipoisson errors.
 *
 * The answer is read from the **mean** effect over the months after the start, step and slope together, with an interval
 * that is widened twice: for the dispersion, never taken as less than 1, and for months that move together, by
 * (1 + r)/(1 − r) with the correlation r of neighbouring residuals where it is above 0. Both are cautious choices made
 * here. In simulations without an effect an answer other than *not proven* came out 3 to 5 times in a hundred for
 * independent months and up to 13 for months that move together closely, where the plain interval gave up to 29.
 *
 * @formula ln E[count] = ln days + α + β·t + monthᵢ + γ·1(t ≥ start) + δ·max(0, t − start), t in years;
 *   ratio = exp(γ + δ·mean time since the start)
 * @use with two or more years of months before and a year after
 * @avoid where something else changed in the same month, or recording did: with a comparison area use
 *   {@link controlledInterruptedTimeSeries}. Where the area was chosen for a run of bad months the fall may be regression to
 *   the mean
 * @param series counts a month in order of time, null where one is missing; months beyond a break in recording `removed`
 * @param options start of the initiative, form of the model, level, and which direction is better
 * @returns the mean effect with an answer, and every part of the model
 * @throws TypeError or RangeError if the series is not one, there are fewer than 12 months before the start, 6 after or 36
 *   altogether, none on one side has an event, or the effects cannot be told apart
 * @see Lopez Bernal J, Cummins S, Gasparrini A (2017). Interrupted time series regression for the evaluation of public health interventions: a tutorial. International Journal of Epidemiology 46: 348–355. doi:10.1093/ije/dyw098
 * @example interruptedTimeSeries({ counts: Array.from({ length: 48 }, (_, i) => (i < 30 ? 40 : 28) + i % 3), monthsOfYear: Array.from({ length: 48 }, (_, i) => i % 12 + 1), days: Array(48).fill(30) }, { start: 30, slopeChange: false }) // { answer: 'worked', ratio: 0.7, degreesOfFreedom: 34 }
 */
export function interruptedTimeSeries(series: MonthlySeries, options: InterruptedOptions): InterruptedTimeSeries {
  const { start, slopeChange = true, level = 0.95 } = options
  requireLevel(level)
  const aim = checkedAim(options)
  const months = interventionMonths(series, start)
  const seen = monthsOfYearSeen(months)
  const used = months.filter(({ monthOfYear }) => seen.includes(monthOfYear))
  const valuesOf = (place: number, monthOfYear: number) => [
    1,
    place / 12,
    Number(place >= start),
    ...(slopeChange ? [Math.max(0, place - start) / 12] : []),
    ...seen.slice(1).map((month) => Number(monthOfYear === month)),
  ]
  const model = fitIntervention(
    used.map(({ place, monthOfYear, count, days }) => ({
      values: valuesOf(place, monthOfYear),
      count,
      offset: Math.log(days),
    })),
  )
  const { coefficients, fitted, degreesOfFreedom } = model.fit
  const residuals = pearsonResiduals(
    used.map(({ count }) => count),
    fitted,
  )
  const wider = widening(model.dispersion, residuals)
  const after = used.filter(({ place }) => place >= start)
  const since = after.reduce((sum, { place }) => sum + (place - start) / 12, 0) / after.length
  const parts = new Map(
    slopeChange
      ? [
          [2, 1],
          [3, since],
        ]
      : [[2, 1]],
  )
  const effect = combinedEffect(model, parts, wider.variance, level)
  const firstMonth = slopeChange ? 4 : 3
  const expected = new Array<number | null>(series.counts.length).fill(null)
  const expectedWithout = new Array<number | null>(series.counts.length).fill(null)
  for (const [i, { place }] of used.entries()) {
    expected[place] = fitted[i]!
    const lift = place < start ? 0 : coefficients[2]! + (slopeChange ? (coefficients[3]! * (place - start)) / 12 : 0)
    expectedWithout[place] = fitted[i]! * Math.exp(-lift)
  }
  return {
    ...answerFrom(effect.rateRatio, effect.interval, level, aim),
    ratio: effect.rateRatio,
    interval: effect.interval,
    trendPerYear: effectOfColumn(model, 1, level),
    step: effectOfColumn(model, 2, level),
    slopeChangePerYear: slopeChange ? effectOfColumn(model, 3, level) : null,
    intercept: coefficients[0]!,
    monthEffects: Array.from({ length: 12 }, (_, i) => {
      const place = seen.indexOf(i + 1)
      return place < 0 ? null : place === 0 ? 0 : coefficients[firstMonth + place - 1]!
    }),
    dispersion: model.dispersion,
    degreesOfFreedom,
    durbinWatson: wider.durbinWatson,
    expected,
    expectedWithout,
    level,
  }
}
