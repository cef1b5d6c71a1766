import { climbLikelihood } from './climb-likelihood.ts'
import { type EtsModel, fittedNumbers } from './ets-model.ts'
import { modelShape } from './model-shape.ts'
import type { SmoothingParameters, SmoothingStates } from './smoothing.ts'
import { BETA_SHARE, LEVEL, PHI, parametersAt, STATES, smoothingWorkspace, TREND } from './smoothing-workspace.ts'
import { placeStates, startingStates } from './starting-states.ts'

export interface FittedModel {
  model: EtsModel
  /** see `smoothingSum`; at least what rounding leaves of an exact fit */
  sum: number
  point: Float64Array
}

/**
 * Where climbs start: alpha, shares of beta and gamma, phi. Chosen out of 162 on 654 pairs of series and model so as to lose
 * least of the greatest likelihood that any of them leads to. Seasonal models, whose climbs are long and
 * whose peaks are fewer, take the first {@link SEASONAL_STARTS}.
 */
const STARTS = {
  noTrend: [
    [0.3, 0, 0.3, 1],
    [0.02, 0, 0.9, 1],
    [0.003, 0, 0.02, 1],
    [0.5, 0, 0.02, 1],
    [0.1, 0, 0.02, 1],
    [0.9, 0, 0.3, 1],
  ],
  trend: [
    [0.3, 0.02, 0.02, 1],
    [0.003, 0.9, 0.3, 1],
    [0.003, 0.02, 0.02, 1],
    [0.1, 0.3, 0.02, 1],
    [0.8, 0.9, 0.02, 1],
    [0.8, 0.02, 0.3, 1],
    [0.02, 0.9, 0.3, 1],
  ],
  damped: [
    [0.3, 0.02, 0.02, 0.97],
    [0.003, 0.3, 0.3, 0.97],
    [0.003, 0.02, 0.02, 0.85],
    [0.003, 0.3, 0.3, 0.82],
    [0.3, 0.3, 0.3, 0.9],
    [0.5, 0.9, 0.02, 0.9],
    [0.1, 0.8, 0.02, 0.85],
    [0.8, 0.02, 0.02, 0.9],
  ],
} as const
const SEASONAL_STARTS = 4

/** Steps of one climb: it ends well before when it gains no more. */
const STEPS = 100

/** A climb ends when a step gains less than this share of the sum of squares: roughly from each start, then finely from the best. */
const ROUGH = 3e-6
const FINE = 1e-10

/**
 * Fits models to a series of size about 1. The likelihood may have several peaks, so each is climbed from a few starts,
 * from the peak of the next simpler model (more parts never fit worse) and, with an error in proportion, from that of
 * the model with an added one, if these came before it.
 */
export function fitModels(values: Float64Array, period: number, models: readonly EtsModel[]): FittedModel[] {
  const room = smoothingWorkspace(values, period)
  const states = startingStates(room)
  const least = values.length * 1e-24
  const point = new Float64Array(STATES + period)
  const fits: FittedModel[] = []
  for (const model of models) {
    const shape = modelShape(model, period)
    const best: FittedModel = { model, sum: Infinity, point: new Float64Array(STATES + period) }
    const climb = (precision: number) => {
      const sum = climbLikelihood(room, shape, point, STEPS, precision)
      if (sum >= best.sum) return
      best.sum = Math.max(sum, least)
      best.point.set(point)
    }
    const starts = STARTS[shape.damped ? 'damped' : shape.trend ? 'trend' : 'noTrend']
    const twin = shape.proportionalError ? fits.find((fit) => fit.model === `A${model.slice(1)}`) : undefined
    for (const start of shape.seasonal ? starts.slice(0, SEASONAL_STARTS) : starts) {
      placeStates(states, shape, period, point)
      point.set(start)
      climb(ROUGH)
    }
    if (twin) {
      point.set(twin.point)
      climb(ROUGH)
    }
    const simpler = fits.find((fit) => fit.model === simplerModel(model))
    if (simpler && simpler.sum < Infinity) {
      point.set(simpler.point)
      point[shape.damped ? PHI : BETA_SHARE] = shape.damped ? 0.98 : 0.01
      climb(ROUGH)
    }
    point.set(best.point)
    climb(FINE)
    fits.push(best)
  }
  return fits
}

/** The model without damping, or without a trend. */
const simplerModel = (model: EtsModel) =>
  model.includes('d') ? model.replace('d', '') : model[1] === 'A' ? `${model[0]}N${model[2]}` : null

/** Numbers fitted and the variance, as information criteria count them. */
export const countedNumbers = (model: EtsModel, period: number) => fittedNumbers(model, period) + 1

/** Parameters and first states of a fitted point, its values multiplied by `unit`. */
export function readPoint(
  { model, point }: FittedModel,
  period: number,
  unit: number,
): { parameters: SmoothingParameters; first: SmoothingStates } {
  const shape = modelShape(model, period)
  const total = shape.proportionalSeason ? period : 0
  let seasons: number[] | null = null
  if (shape.seasonal) {
    const used = [...point.subarray(STATES, STATES + period - 1)]
    used.push(total - used.reduce((sum, season) => sum + season, 0))
    seasons = used.map((season) => (shape.proportionalSeason ? season : season * unit)).reverse()
  }
  const { alpha, beta, gamma, phi } = parametersAt(shape, point)
  return {
    parameters: {
      alpha,
      beta: shape.trend ? beta : null,
      gamma: shape.seasonal ? gamma : null,
      phi: shape.trend ? phi : null,
    },
    first: { level: point[LEVEL]! * unit, trend: shape.trend ? point[TREND]! * unit : null, seasons },
  }
}
