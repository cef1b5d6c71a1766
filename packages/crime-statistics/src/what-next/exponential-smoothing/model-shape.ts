import { type EtsModel, etsParts } from './ets-model.ts'
import { ALPHA, BETA_SHARE, GAMMA_SHARE, LEVEL, type ModelShape, PHI, STATES, TREND } from './smoothing-workspace.ts'

/** Bounds of R's `ets`: the least and, less from 1, greatest smoothing parameter, and the range of damping. */
const LEAST = 1e-4
const LOWER = [LEAST, 0, 0, 0.8]
const UPPER = [1 - LEAST, 1, 1, 0.98]

/** What the fitting needs to know of a model. */
export function modelShape(model: EtsModel, period: number): ModelShape {
  const { proportionalError, trend, damped, season } = etsParts(model)
  const seasonal = season !== 'none'
  const moved = [ALPHA]
  if (trend) moved.push(BETA_SHARE)
  if (seasonal) moved.push(GAMMA_SHARE)
  if (damped) moved.push(PHI)
  moved.push(LEVEL)
  if (trend) moved.push(TREND)
  if (seasonal) for (let j = 0; j < period - 1; j++) moved.push(STATES + j)
  return {
    proportionalError,
    proportionalSeason: season === 'proportional',
    trend,
    damped,
    seasonal,
    forgetting: seasonal,
    moved: Uint16Array.from(moved),
    least: LEAST,
    lower: LOWER,
    upper: UPPER,
  }
}
