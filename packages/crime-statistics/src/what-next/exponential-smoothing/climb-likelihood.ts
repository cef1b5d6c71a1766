import { boundedStep } from './bounded-step.ts'
import { normalEquations, smoothingSum } from './smoothing-likelihood.ts'
import { type ModelShape, PHI, type SmoothingWorkspace } from './smoothing-workspace.ts'

/**
 * Moves a point to the nearest greatest likelihood by damped Gauss–Newton steps (Levenberg–Marquardt) within the box of
 * the smoothing parameters, whose sides hold them as long as the slope pushes outwards.
 * @param point moved in place
 * @param steps at most so many derivatives
 * @param precision ends when a step gains less than this share of the sum
 * @returns the sum of squares there (see {@link smoothingSum}); Infinity where the first point is out of bounds
 */
export function climbLikelihood(
  room: SmoothingWorkspace,
  shape: ModelShape,
  point: Float64Array,
  steps: number,
  precision: number,
): number {
  const { trial, step } = room
  const { moved, lower, upper } = shape
  let sum = smoothingSum(room, shape, point)
  if (!(sum < Infinity)) return Infinity
  let damping = 1e-3
  let growth = 4
  for (let i = 0; i < steps; i++) {
    if (sum === 0) return 0
    const unit = normalEquations(room, shape, point) / sum
    let accepted = false
    for (let tries = 0; tries < 12 && !accepted; tries++) {
      const promised = boundedStep(room, shape, point, damping) / unit
      if (!(promised > precision * sum)) return sum
      trial.set(point)
      for (let c = 0; c < moved.length; c++) {
        const place = moved[c]!
        let to = point[place]! + step[c]!
        if (place <= PHI) to = Math.min(Math.max(to, lower[place]!), upper[place]!)
        trial[place] = to
      }
      const next = smoothingSum(room, shape, trial)
      const gain = (sum - next) / promised
      if (gain > 1e-4) {
        accepted = true
        const gained = sum - next
        sum = next
        point.set(trial)
        damping = Math.max(damping * Math.max(0.1, 1 - (2 * gain - 1) ** 3), 1e-9)
        growth = 4
        if (gained < precision * sum) return sum
      } else {
        damping *= growth
        growth *= 2
      }
    }
    if (!accepted) return sum
  }
  return sum
}
