import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUARTERS, QUARTERS_IN_R, statedQuarters } from '../../../test/quarters.ts'
import type { EtsModel } from './ets-model.ts'
import { exponentialSmoothingForecast } from './exponential-smoothing-forecast.ts'
import { smoothingFromStates } from './smoothing-from-states.ts'

describe('smoothingFromStates', () => {
  for (const [model, logLikelihood, variance] of QUARTERS_IN_R)
    it(`${model} has the log-likelihood and variance of R`, () => {
      const found = smoothingFromStates(QUARTERS, statedQuarters(model))
      expect(found.logLikelihood).toBeCloseTo(logLikelihood, 8)
      expect(found.variance).toBeCloseTo(variance, 8)
      expect(found.fitted).toHaveLength(20)
    })

  it('by hand: half of each surprise moves the level', () => {
    const { fitted, last } = smoothingFromStates([12, 10, 14], {
      ...{ model: 'ANN', parameters: { alpha: 0.5 }, first: { level: 10 } },
    })
    expect(fitted).toEqual([10, 11, 10.5])
    expect(last).toEqual({ level: 12.25, trend: null, seasons: null })
  })

  it('lists seasons latest first: the last of the first list meets the first value', () => {
    const { fitted, last } = smoothingFromStates([1, 2, 3, 1, 2], {
      model: 'ANA',
      parameters: { alpha: 0.1, gamma: 0.1 },
      first: { level: 0, seasons: [3, 2, 1] },
    })
    expect(fitted).toEqual([1, 2, 3, 1, 2])
    expect(last.seasons).toEqual([2, 1, 3])
  })

  it('an exact fit has a variance of 0 and no likelihood', () => {
    expect(
      smoothingFromStates([3, 3, 3], { model: 'ANN', parameters: { alpha: 0.5 }, first: { level: 3 } }),
    ).toMatchObject({ variance: 0, logLikelihood: null, aic: null, aicc: null, bic: null })
  })

  it('a series no longer than the numbers of the model has no variance', () => {
    const { variance, aicc } = smoothingFromStates(QUARTERS.slice(0, 5), statedQuarters('ANA'))
    expect([variance, aicc]).toEqual([null, null])
  })

  it('multiplying values and states multiplies what is fitted and forecast', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUARTERS_IN_R.map(([model]) => model)),
        fc.double({ min: 0.01, max: 1e4 }),
        (model, by) => {
          const { parameters, first, period } = statedQuarters(model)
          const times = (values: number[]) => values.map((value) => value * by)
          const once = smoothingFromStates(QUARTERS, { model, parameters, period, first })
          const more = smoothingFromStates(times(QUARTERS), {
            ...{ model, parameters, period },
            first: {
              level: first.level * by,
              trend: first.trend * by,
              seasons: model.endsWith('M') ? first.seasons : times(first.seasons),
            },
          })
          const expected = times([...once.fitted, ...exponentialSmoothingForecast(once).mean])
          const found = [...more.fitted, ...exponentialSmoothingForecast(more).mean]
          for (const [i, value] of expected.entries()) expect(found[i]! / value).toBeCloseTo(1, 11)
        },
      ),
    )
  })

  it('says what is missing', () => {
    expect(() => smoothingFromStates([1, 2], { ...statedQuarters('AAN'), parameters: { alpha: 0.4 } })).toThrow(
      /parameters\.beta is undefined/,
    )
    expect(() => smoothingFromStates([1, 2], { ...statedQuarters('ANA'), first: { level: 3 } })).toThrow(
      /first\.seasons/,
    )
    expect(() => smoothingFromStates([1, 2], { ...statedQuarters('ANA'), period: 12 })).toThrow(
      /has 4 values and period is 12/,
    )
    expect(() => smoothingFromStates([1, 2], { ...statedQuarters('ANN'), model: 'AMN' as EtsModel })).toThrow(
      /give one of ANN/,
    )
    expect(() => smoothingFromStates([1, 2], { ...statedQuarters('MNN'), first: { level: 0 } })).toThrow(
      /forecast of 0/,
    )
  })
})
