import { describe, expect, it } from 'vitest'
import { isAdmissible } from './admissible-smoothing.ts'
import { ETS_MODELS } from './ets-model.ts'
import { modelShape } from './model-shape.ts'
import { normalEquations, smoothingSum } from './smoothing-likelihood.ts'
import { ALPHA, BETA_SHARE, GAMMA_SHARE, LEVEL, PHI, STATES, smoothingWorkspace, TREND } from './smoothing-workspace.ts'

const VALUES = Float64Array.from([31, 40, 27, 22, 35, 44, 30, 27, 39, 43, 33, 30, 42, 51, 36], (value) => value / 32)

describe('normalEquations', () => {
  for (const model of ETS_MODELS)
    it(`${model}: the slope of the sum of squares is that of differences`, () => {
      const shape = modelShape(model, 4)
      const room = smoothingWorkspace(VALUES, 4)
      const point = new Float64Array(STATES + 4)
      point[ALPHA] = 0.3
      point[BETA_SHARE] = 0.4
      point[GAMMA_SHARE] = 0.25
      point[PHI] = 0.9
      point[LEVEL] = 0.95
      point[TREND] = 0.02
      point.set(model.endsWith('M') ? [0.97, 1.22, 0.9] : [-0.05, 0.22, -0.1], STATES)
      const sum = smoothingSum(room, shape, point)
      const unit = normalEquations(room, shape, point)
      const slopes = Array.from(shape.moved, (_, c) => (-2 * room.gradient[c]! * sum) / unit)
      for (const [c, place] of shape.moved.entries()) {
        const at = (by: number) => {
          const moved = Float64Array.from(point)
          moved[place]! += by
          return smoothingSum(room, shape, moved)
        }
        const difference = (at(1e-6) - at(-1e-6)) / 2e-6
        expect(Math.abs(slopes[c]! - difference)).toBeLessThan(1e-6 * (1 + Math.abs(difference)))
      }
    })
})

describe('isAdmissible', () => {
  // largest root of the characteristic equation in numpy 1.24 (numpy.roots)
  for (const [alpha, beta, gamma, phi, period, largest] of [
    [0.3, 0.1, 0.2, 1, 12, 0.9874],
    [0.3, 0.3, 0.69, 1, 12, 1.0355],
    [0.9, 0.88, 0.05, 1, 12, 1.002],
    [0.9, 0.9, 0.05, 0.85, 12, 1.0017],
    [0.5, 0.5, 0.4, 1, 4, 0.8711],
    [0.5, 0, 0.3, 1, 12, 0.9889],
    [0.9, 0, 0.09, 1, 4, 0.9759],
    [0.2, 0.2, 0.75, 1, 12, 1.0416],
    [0.02, 0.02, 0.97, 1, 12, 0.9448],
  ] as const)
    it(`alpha ${alpha}, beta ${beta}, gamma ${gamma}, phi ${phi}, period ${period}: largest root ${largest}`, () => {
      const list = () => new Float64Array(period + 2)
      expect(isAdmissible(alpha, beta, gamma, phi, period, list(), list())).toBe(largest < 1)
    })
})
