import type { Interval } from '../interval.ts'
import { pearsonResiduals, wideningInRuns } from '../models/months-in-runs.ts'
import { durbinWatson } from './durbin-watson.ts'
import { type Aim, answerFrom, type Evaluation } from './evaluation-answer.ts'
import { combinedEffect, type InterventionFit } from './intervention-model.ts'
import type { InterventionMonth } from './intervention-months.ts'

/** The effect from which an initiative is judged, and what its model is like. */
export interface MeanEffect extends Evaluation {
  /** mean ratio over the months after the start of what was expected with the initiative to what was without it */
  ratio: number
  /** limits of the ratio, for a dispersion of at least 1 and months that come in runs */
  interval: Interval
  /** Pearson dispersion as estimated; the answer never uses less than 1 */
  dispersion: number
  degreesOfFreedom: number
  /** of the Pearson residuals of the series with the initiative: below 2 where neighbouring months move together */
  durbinWatson: number | null
  level: number
}

/** Residuals as small as these are rounding of a perfect fit, and their pattern means nothing. */
const ROUNDING = 1e-6

/** What a month holds of the initiative: 1 from its start, and with a change of slope the years since. */
export const changesAt = (place: number, start: number, slopeChange: boolean): number[] => [
  Number(place >= start),
  ...(slopeChange ? [Math.max(0, place - start) / 12] : []),
]

/**
 * Reads the mean effect over the months after the start from a model.
 * @param months those of the series with the initiative, which are the model's first rows
 * @param step column of the step; a change of slope is the next one
 */
export function meanEffect(
  model: InterventionFit,
  months: readonly Pick<InterventionMonth, 'place' | 'count'>[],
  step: number,
  { start, slopeChange, level }: { start: number; slopeChange: boolean; level: number },
  aim: Required<Aim>,
): MeanEffect {
  const residuals = pearsonResiduals(
    months.map(({ count }) => count),
    model.fit.fitted.subarray(0, months.length),
  )
  const after = months.filter(({ place }) => place >= start)
  const since = after.reduce((sum, { place }) => sum + (place - start) / 12, 0) / after.length
  const parts = new Map([[step, 1]])
  if (slopeChange) parts.set(step + 1, since)
  const wider = wideningInRuns(model, parts)
  const { rateRatio, interval } = combinedEffect(model, parts, wider.times, level, wider.degreesOfFreedom)
  return {
    ...answerFrom(rateRatio, interval, level, aim),
    ratio: rateRatio,
    interval,
    dispersion: model.dispersion,
    degreesOfFreedom: model.fit.degreesOfFreedom,
    durbinWatson: residuals.every((residual) => Math.abs(residual) < ROUNDING) ? null : durbinWatson(residuals),
    level,
  }
}
