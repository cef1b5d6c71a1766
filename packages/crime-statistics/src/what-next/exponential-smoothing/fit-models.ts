import { climbLikelihood } from './climb-likelihood.ts'
import { type EtsModel, fittedNumbers } from './ets-model.ts'
import { modelShape } from './model-shape.ts'
import type { SmoothingParameters, SmoothingStates } from './smoothing.ts'
import {
  ALPHA,
  BETA_SHARE,
  betaOf,
  GAMMA_SHARE,
  gammaOf,
  LEVEL,
  PHI,
  STATES,
  smoothingWorkspace,
  TREND,
} from './smoothing-workspace.ts'
import { placeStates, startingStates } from './starting-states.ts'

export interface FittedModel {
  model: EtsModel
  /** see `smoothingSum`; at least what rounding leaves of an exact fit */
  sum: number
  point: Float64Array
}

/** Where the climb starts: alpha, shares of beta and gamma, phi. */
const STARTS = [
  [0.3, 0.02, 0.02, 0.95],
  [0.02, 0.05, 0.05, 0.95],
  [0.8, 0.02, 0.02, 0.9],
] as const

/** Steps of one climb: it ends well before when it gains no more. */
const STEPS = 100

/** Fits models to a series of size about 1, each from a few starts: the likelihood may have several peaks. */
export function fitModels(values: Float64Array, period: number, models: readonly EtsModel[]): FittedModel[] {
  const room = smoothingWorkspace(values, period)
  const states = startingStates(room)
  const least = values.length * 1e-24
  const point = new Float64Array(STATES + period)
  return models.map((model) => {
    const shape = modelShape(model, period)
    let best = Infinity
    const bestPoint = new Float64Array(STATES + period)
    for (const [alpha, betaShare, gammaShare, phi] of STARTS) {
      point[ALPHA] = alpha
      point[BETA_SHARE] = betaShare
      point[GAMMA_SHARE] = gammaShare
      point[PHI] = phi
      placeStates(states, shape, period, point)
      const sum = climbLikelihood(room, shape, point, STEPS)
      if (sum < best) {
        best = sum
        bestPoint.set(point)
      }
    }
    return { model, sum: best === Infinity ? Infinity : Math.max(best, least), point: bestPoint }
  })
}

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
  return {
    parameters: {
      alpha: point[ALPHA]!,
      beta: shape.trend ? betaOf(shape, point) : null,
      gamma: shape.seasonal ? gammaOf(shape, point) : null,
      phi: shape.trend ? (shape.damped ? point[PHI]! : 1) : null,
    },
    first: { level: point[LEVEL]! * unit, trend: shape.trend ? point[TREND]! * unit : null, seasons },
  }
}
