import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import type { EtsModel } from './ets-model.ts'
import { exponentialSmoothingForecast } from './exponential-smoothing-forecast.ts'
import { smoothingFromStates } from './smoothing-from-states.ts'

const QUARTERS = [31, 40, 27, 22, 35, 44, 30, 27, 39, 43, 33, 30, 42, 51, 36, 29, 44, 55, 38, 33]

/** Every model with the same parameters and first states, as far as it has them. */
const stated = (model: EtsModel) => ({
  model,
  period: 4,
  parameters: { alpha: 0.4, beta: 0.1, gamma: 0.2, phi: model.includes('d') ? 0.9 : 1 },
  first: {
    level: 30,
    trend: 0.6,
    seasons: model.endsWith('M') ? [0.75, 0.95, 1.28, 1.02] : [-7.5, -2, 9, 0.5],
  },
})

// From R, forecast 8.20: log-likelihood and residual variance by its etscalc from these states; means of steps 1, 2 and 6
// and the variance of step 6 by forecast(). Null where 8.20 errs: see exponentialSmoothingForecast.
const IN_R: [EtsModel, number, number, (number | null)[], number | null][] = [
  ['ANN', -74.0923454452, 91.7312206686, [38.64930138, 38.64930138, 38.64930138], 165.1161972],
  ['AAN', -75.213428934, 115.4403759533, [39.79608821, 39.49667429, 38.29901864], 409.81333463],
  ['AAdN', -75.0808035353, 121.5140814086, [39.23259831, 38.80607515, 37.48594332], 373.63582179],
  ['ANA', -50.5261116964, 11.1735998549, [44.43859462, 52.09892227, 52.09892227], null],
  ['AAA', -49.2361484449, 11.4582293767, [46.05044879, 54.10324312, 56.22550465], 44.80167686],
  ['AAdA', -49.3606344716, 12.6564652853, [45.50610182, 53.31963575, 54.15056693], 43.01476394],
  ['MNN', -74.1749733396, 0.0751800773, [38.64930138, 38.64930138, 38.64930138], 211.24919439],
  ['MAN', -74.9569049123, 0.0842587715, [39.79608821, 39.49667429, 38.29901864], 500.40609212],
  ['MAdN', -74.9636426268, 0.0920516842, [39.23259831, 38.80607515, 37.48594332], 455.17220608],
  ['MNA', -49.0636932657, 0.0081488829, [44.43859462, 52.09892227, 52.09892227], null],
  ['MAA', -48.5428819691, 0.0083474899, [46.05044879, 54.10324312, 56.22550465], 81.27147903],
  ['MAdA', -48.3800592925, 0.0091659723, [45.50610182, 53.31963575, 54.15056693], 74.53413481],
  ['MNM', -48.3961075816, 0.007708327, [45.37717998, 54.58434981, 54.61801013], 46.22774291],
  ['MAM', -45.9472632973, 0.0065371949, [47.0524299, 57.37108776, 61.12413863], 89.15159931],
  ['MAdM', -46.3934227512, 0.0076214368, [null, null, null], null],
]

describe('smoothingFromStates', () => {
  for (const [model, logLikelihood, variance] of IN_R)
    it(`${model} has the log-likelihood and variance of R`, () => {
      const found = smoothingFromStates(QUARTERS, stated(model))
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
    const { variance, aicc } = smoothingFromStates(QUARTERS.slice(0, 5), stated('ANA'))
    expect([variance, aicc]).toEqual([null, null])
  })

  it('multiplying values and states multiplies what is fitted and forecast', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IN_R.map(([model]) => model)), fc.double({ min: 0.01, max: 1e4 }), (model, by) => {
        const { parameters, first, period } = stated(model)
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
      }),
    )
  })

  it('says what is missing', () => {
    expect(() => smoothingFromStates([1, 2], { ...stated('AAN'), parameters: { alpha: 0.4 } })).toThrow(
      /parameters\.beta is undefined/,
    )
    expect(() => smoothingFromStates([1, 2], { ...stated('ANA'), first: { level: 3 } })).toThrow(/first\.seasons/)
    expect(() => smoothingFromStates([1, 2], { ...stated('ANA'), period: 12 })).toThrow(/has 4 values and period is 12/)
    expect(() => smoothingFromStates([1, 2], { ...stated('ANN'), model: 'AMN' as EtsModel })).toThrow(/give one of ANN/)
    expect(() => smoothingFromStates([1, 2], { ...stated('MNN'), first: { level: 0 } })).toThrow(/forecast of 0/)
  })
})

describe('exponentialSmoothingForecast', () => {
  for (const [model, , , means, variance] of IN_R)
    it(`${model} has the means and the variance of R's forecasts, where R does not err`, () => {
      const found = exponentialSmoothingForecast(smoothingFromStates(QUARTERS, stated(model)), { horizon: 6 })
      for (const [i, step] of [1, 2, 6].entries())
        if (means[i] !== null) expect(found.mean[step - 1]).toBeCloseTo(means[i]!, 6)
      if (variance !== null) expect(found.variance[5]).toBeCloseTo(variance, 6)
      expect(found.mean).toHaveLength(6)
    })

  for (const [model] of IN_R)
    it(`${model}: mean and variance of 20,000 simulated futures, two periods ahead, are those of the formulas`, () => {
      const smoothing = smoothingFromStates(QUARTERS, stated(model))
      const [formula] = [exponentialSmoothingForecast(smoothing, { horizon: 9 })]
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
    const smoothing = smoothingFromStates(QUARTERS, stated('ANA'))
    const { variance } = exponentialSmoothingForecast(smoothing, { horizon: 5 })
    expect(variance[3]! / smoothing.variance!).toBeCloseTo(1 + 3 * 0.16, 12)
    expect(variance[4]! / smoothing.variance!).toBeCloseTo(1 + 3 * 0.16 + 0.36, 12)
  })

  it('a wider level holds the narrower one; limits below the least possible value are moved up to it', () => {
    const smoothing = smoothingFromStates(QUARTERS, stated('AAN'))
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
    const smoothing = smoothingFromStates(QUARTERS, stated('MAM'))
    const limits = () => exponentialSmoothingForecast(smoothing, { random: seededRandom(8), paths: 100 }).intervals
    expect(limits()).toEqual(limits())
  })

  it('has no intervals where the smoothing has no variance', () => {
    const smoothing = smoothingFromStates(QUARTERS.slice(0, 5), stated('ANA'))
    expect(exponentialSmoothingForecast(smoothing, { horizon: 2 })).toMatchObject({
      variance: [null, null],
      intervals: [],
    })
  })

  it('refuses a horizon of 0, a level in per cent and a least value that is none', () => {
    const smoothing = smoothingFromStates(QUARTERS, stated('ANN'))
    expect(() => exponentialSmoothingForecast(smoothing, { horizon: 0 })).toThrow(RangeError)
    expect(() => exponentialSmoothingForecast(smoothing, { levels: [95] })).toThrow(/levels\[0\] is 95/)
    expect(() => exponentialSmoothingForecast(smoothing, { atLeast: Number.NaN })).toThrow(RangeError)
  })
})
