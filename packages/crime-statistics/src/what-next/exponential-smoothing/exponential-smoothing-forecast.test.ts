import { describe, expect, it } from 'vitest'
import { QUARTERS, QUARTERS_IN_R, statedQuarters } from '../../../test/quarters.ts'
import { seededRandom } from '../../random/seeded-random.ts'
import { exponentialSmoothingForecast } from './exponential-smoothing-forecast.ts'
import { smoothingFromStates } from './smoothing-from-states.ts'

describe('exponentialSmoothingForecast', () => {
  for (const [model, , , means, variance] of QUARTERS_IN_R)
    it(`${model} has the means and the variance of R's forecasts, where R does not err`, () => {
      const found = exponentialSmoothingForecast(smoothingFromStates(QUARTERS, statedQuarters(model)), { horizon: 6 })
      for (const [i, step] of [1, 2, 6].entries())
        if (means[i] !== null) expect(found.mean[step - 1]).toBeCloseTo(means[i]!, 6)
      if (variance !== null) expect(found.variance[5]).toBeCloseTo(variance, 6)
      expect(found.mean).toHaveLength(6)
    })

  for (const [model] of QUARTERS_IN_R)
    it(`${model}: mean and variance of 20,000 simulated futures, two periods ahead, are those of the formulas`, () => {
      const smoothing = smoothingFromStates(QUARTERS, statedQuarters(model))
      const formula = exponentialSmoothingForecast(smoothing, { horizon: 9 })
      // quantiles of a step at many levels hold its distribution: their mean square is its variance
      const levels = Array.from({ length: 200 }, (_, i) => (2 * i + 1) / 400)
      const paths = exponentialSmoothingForecast(smoothing, {
        ...{ horizon: 9, levels, paths: 20_000, random: seededRandom(model.length + 5) },
      })
      for (const step of [0, 4, 8]) {
        const values = paths.intervals.flatMap(({ lower, upper }) => [lower[step]!, upper[step]!])
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
        expect(Math.abs(mean - formula.mean[step]!)).toBeLessThan(4 * Math.sqrt(formula.variance[step]! / 20_000))
        expect(Math.abs(variance / formula.variance[step]! - 1)).toBeLessThan(0.04)
      }
    })

  it('a fixed season moves by gamma only after a whole period: variance of step 5 of quarters by hand', () => {
    const smoothing = smoothingFromStates(QUARTERS, statedQuarters('ANA'))
    const { variance } = exponentialSmoothingForecast(smoothing, { horizon: 5 })
    expect(variance[3]! / smoothing.variance!).toBeCloseTo(1 + 3 * 0.16, 12)
    expect(variance[4]! / smoothing.variance!).toBeCloseTo(1 + 3 * 0.16 + 0.36, 12)
  })

  it('a wider level holds the narrower one; limits below the least possible value are moved up to it', () => {
    const smoothing = smoothingFromStates(QUARTERS, statedQuarters('AAN'))
    const options = { horizon: 24, levels: [0.5, 0.99] }
    const [narrow, wide] = exponentialSmoothingForecast(smoothing, options).intervals
    for (let h = 0; h < 24; h++) {
      expect(wide!.lower[h]).toBeLessThan(narrow!.lower[h]!)
      expect(wide!.upper[h]).toBeGreaterThan(narrow!.upper[h]!)
    }
    const [, clipped] = exponentialSmoothingForecast(smoothing, { ...options, atLeast: 0 }).intervals
    expect(clipped!.lower).toEqual(wide!.lower.map((value) => Math.max(value, 0)))
    expect(Math.min(...wide!.lower)).toBeLessThan(0)
  })

  it('gives the same simulated limits for the same seed', () => {
    const smoothing = smoothingFromStates(QUARTERS, statedQuarters('MAM'))
    const limits = () => exponentialSmoothingForecast(smoothing, { random: seededRandom(8), paths: 100 }).intervals
    expect(limits()).toEqual(limits())
  })

  it('has no intervals where the smoothing has no variance', () => {
    const smoothing = smoothingFromStates(QUARTERS.slice(0, 5), statedQuarters('ANA'))
    expect(exponentialSmoothingForecast(smoothing, { horizon: 2 })).toMatchObject({
      variance: [null, null],
      intervals: [],
    })
  })

  it('refuses a horizon of 0, a level in per cent and a least value that is none', () => {
    const smoothing = smoothingFromStates(QUARTERS, statedQuarters('ANN'))
    expect(() => exponentialSmoothingForecast(smoothing, { horizon: 0 })).toThrow(RangeError)
    expect(() => exponentialSmoothingForecast(smoothing, { levels: [95] })).toThrow(/levels\[0\] is 95/)
    expect(() => exponentialSmoothingForecast(smoothing, { atLeast: Number.NaN })).toThrow(RangeError)
    const { alpha } = smoothing.parameters
    const without = { ...smoothing, last: { ...smoothing.last, level: Number.NaN } }
    expect(() => exponentialSmoothingForecast(without)).toThrow(/last\.level is NaN/)
    expect(() => exponentialSmoothingForecast({ ...smoothing, model: 'AAN' })).toThrow(/parameters\.beta is null/)
    expect(() =>
      exponentialSmoothingForecast({ ...smoothing, parameters: { ...smoothing.parameters, alpha: alpha * 1e300 } }),
    ).toThrow(/beyond any number/)
  })
})
