import { requireObject } from '../../check-inputs.ts'
import { checkedModel } from './check-model.ts'
import type { EtsModel } from './ets-model.ts'
import { seriesToSmooth } from './series-to-smooth.ts'
import { smoothSeries } from './smooth-series.ts'
import type { ExponentialSmoothing, SmoothingParameters, SmoothingStates } from './smoothing.ts'

export interface StatedModel {
  model: EtsModel
  /** values that make a season; the length of first.seasons when left out, 1 without a season */
  period?: number
  /** those that the model has; phi is 1 when left out */
  parameters: Partial<SmoothingParameters> & { alpha: number }
  /** states before the first value: those that the model has, seasons latest first */
  first: Partial<SmoothingStates> & { level: number }
}

/**
 * What does a model of known parameters make of a series? Runs the model over the values from the states given, without
 * fitting anything: to carry last year's model over this year's months, to check a fit made elsewhere, or to see what a
 * quicker or slower alpha would have done.
 *
 * Scores count the numbers of the model as if they had been fitted to these values, so that they compare with those of
 * {@link exponentialSmoothing}.
 *
 * @formula level ← base + alpha·e, trend ← phi·trend + beta·e, season ← season + gamma·e, with base = level + phi·trend; with a season in proportion e is error / season for the first two and error / base for the season
 * @use to reproduce or reuse a model
 * @avoid to choose a model: fit it by exponentialSmoothing
 * @param values the series in order of time, one step apart
 * @param stated model, parameters and first states
 * @returns fitted values, last states and scores
 * @throws TypeError if a value, or a parameter or state that the model has, is missing; RangeError if one is not finite
 *   or a value beyond ±1e100, if seasons are not one for each place of the period, or if the states lead to a forecast of 0 that a model in proportion cannot use
 * @see Hyndman RJ, Koehler AB, Ord JK, Snyder RD (2008). Forecasting with Exponential Smoothing: the State Space Approach. Berlin: Springer, chapter 2. doi:10.1007/978-3-540-71918-2
 * @example smoothingFromStates([12, 10, 14], { model: 'ANN', parameters: { alpha: 0.5 }, first: { level: 10 } }).fitted // [10, 11, 10.5]
 */
export function smoothingFromStates(values: ArrayLike<number>, stated: StatedModel): ExponentialSmoothing {
  const series = seriesToSmooth(values)
  requireObject(stated, 'stated', "{ model: 'ANN', parameters: { alpha: 0.3 }, first: { level: 12 } }")
  const { model, period, parameters, states } = checkedModel({ ...stated, states: stated.first, name: 'first' })
  const smoothing = smoothSeries(series, model, period, parameters, states)
  if (!Number.isFinite(smoothing.last.level) || !smoothing.residuals.every(Number.isFinite))
    throw new RangeError(
      `first and parameters lead a model ${model} to a forecast of 0 or beyond any number: give others.`,
    )
  return smoothing
}
