import { requireLevel, requireObject, requireYesOrNo } from '../check-inputs.ts'
import type { MonthlySeries } from '../is-it-changing/monthly-series.ts'
import { type Aim, checkedAim } from './evaluation-answer.ts'
import { effectOfColumn, fitIntervention, type ModelEffect } from './intervention-model.ts'
import { courseOf, modelledMonths } from './intervention-months.ts'
import { changesAt, type MeanEffect, meanEffect } from './mean-effect.ts'

export interface InterruptedOptions extends Aim {
  /** place in the series, from 0, of the first month with the initiative */
  start: number
  /**
   * whether the initiative may also change the trend; when left out, true for `interruptedTimeSeries` and false for
   * `controlledInterruptedTimeSeries`
   */
  slopeChange?: boolean
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface InterruptedTimeSeries extends MeanEffect {
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
  /** events expected in each month, with the initiative where it had begun; null for months without a count */
  expected: (number | null)[]
  /** events expected in each month had there been no initiative */
  expectedWithout: (number | null)[]
}

/**
 * Did crime change when the initiative began, beyond its trend and season? A model of the monthly counts has a yearly
 * trend, an effect for each month of the year, days as exposure, and from the start a step and a change of slope. Its
 * effects are those of R's `glm` with quasipoisson errors.
 *
 * The answer is read from the **mean** effect over the months after the start, step and slope together. Months of crime come
 * in runs, and a run looks like an effect: so its interval takes counts as Poisson round a level that wanders, finds from
 * what the model leaves over how far it wanders and how alike neighbouring months are, and by Student's t allows for how
 * little a few dozen months tell of that. Chance alone is the least it takes. In simulations without an effect (36 to 120
 * months, means of 8 and 60 a month) an answer other than *not proven* came out 1 to 6 times in a hundred for independent
 * months, and 2 to 10 where the levels of neighbouring months were correlated by 0.3 to 0.7: long runs still mislead more
 * often than 5 in a hundred. Limits that ignore runs mislead up to 32 times.
 *
 * @formula ln E[count] = ln days + α + β·t + monthᵢ + γ·1(t ≥ start) + δ·max(0, t − start), t in years;
 *   ratio = exp(γ + δ·mean time since the start); variance of its logarithm a′(I + τR)a, a what each month's Pearson residual
 *   adds to it, R = ρ^(months apart), τ ≥ 0 and ρ from 0 to 0.8 those at which Σe² and Σe(t)e(t − 1) are as expected
 * @use with two or more years of months before and a year after
 * @avoid where something else changed in the same month, or recording did: with a comparison area use
 *   {@link controlledInterruptedTimeSeries}. Where the area was chosen for a run of bad months the fall may be regression to
 *   the mean
 * @param series counts a month in order of time, null where one is missing; months beyond a break in recording `removed`
 * @param options start of the initiative, form of the model, level, and which direction is better
 * @returns the mean effect with an answer, and every part of the model
 * @throws TypeError or RangeError if the series is not one, there are fewer than 12 months before the start, 6 after or 36
 *   altogether, none on one side has an event, or the effects cannot be told apart or have no finite value
 * @see Zeger SL (1988). A regression model for time series of counts. Biometrika 75: 621–629. doi:10.1093/biomet/75.4.621
 * @see Lopez Bernal J, Cummins S, Gasparrini A (2017). Interrupted time series regression for the evaluation of public health interventions: a tutorial. International Journal of Epidemiology 46: 348–355. doi:10.1093/ije/dyw098
 * @example interruptedTimeSeries({ counts: Array.from({ length: 48 }, (_, i) => (i < 30 ? 40 : 28) + i % 3), monthsOfYear: Array.from({ length: 48 }, (_, i) => i % 12 + 1), days: Array(48).fill(30) }, { start: 30, slopeChange: false }) // { answer: 'worked', ratio: 0.7, degreesOfFreedom: 34 }
 */
export function interruptedTimeSeries(series: MonthlySeries, options: InterruptedOptions): InterruptedTimeSeries {
  requireObject(options, 'options', '{ start: 30 }')
  const { start, slopeChange = true, level = 0.95 } = options
  requireLevel(level)
  requireYesOrNo(slopeChange, 'slopeChange')
  const aim = checkedAim(options)
  const { months, monthsOfYear } = modelledMonths(series, start)
  const ownColumns = monthsOfYear.length + 1 // level, trend and month effects; the changes at the start follow
  const model = fitIntervention(
    months.map((month) => ({
      series: 0,
      place: month.place,
      values: [...courseOf(month, monthsOfYear), ...changesAt(month.place, start, slopeChange)],
      count: month.count,
      offset: Math.log(month.days),
    })),
  )
  const { coefficients, fitted } = model.fit
  const expected = new Array<number | null>(series.counts.length).fill(null)
  const expectedWithout = new Array<number | null>(series.counts.length).fill(null)
  for (const [i, { place }] of months.entries()) {
    expected[place] = fitted[i]!
    const changes = changesAt(place, start, slopeChange)
    const lift = changes.reduce((sum, change, j) => sum + coefficients[ownColumns + j]! * change, 0)
    expectedWithout[place] = fitted[i]! * Math.exp(-lift)
  }
  return {
    ...meanEffect(model, months, ownColumns, { start, slopeChange, level }, aim),
    trendPerYear: effectOfColumn(model, 1, level),
    step: effectOfColumn(model, ownColumns, level),
    slopeChangePerYear: slopeChange ? effectOfColumn(model, ownColumns + 1, level) : null,
    intercept: coefficients[0]!,
    monthEffects: Array.from({ length: 12 }, (_, i) => {
      const place = monthsOfYear.indexOf(i + 1)
      return place < 0 ? null : place === 0 ? 0 : coefficients[place + 1]!
    }),
    expected,
    expectedWithout,
  }
}
