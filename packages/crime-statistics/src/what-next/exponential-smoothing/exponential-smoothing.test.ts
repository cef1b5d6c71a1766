import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ETS_MODELS } from './ets-model.ts'
import { exponentialSmoothing } from './exponential-smoothing.ts'
import { exponentialSmoothingForecast } from './exponential-smoothing-forecast.ts'

const RISING = [8, 11, 7, 12, 9, 15, 10, 14, 13, 18, 12, 17, 16, 20, 15, 21]
const QUARTERS = [31, 40, 27, 22, 35, 44, 30, 27, 39, 43, 33, 30, 42, 51, 36, 29, 44, 55, 38, 33]

/** A year's wave, a slope and a wobble without chance. */
const months = (n: number, base = 80) =>
  Array.from({ length: n }, (_, t) =>
    Math.round(base * (1 + 0.3 * Math.cos((2 * Math.PI * t) / 12)) + 0.2 * t + 9 * Math.sin(t * t)),
  )

const positiveSeries = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 26, maxLength: 40 })

describe('exponentialSmoothing', () => {
  // forecast 8.20 in R 4.2.2: ets(x, model = …, damped = FALSE)
  for (const [model, logLikelihood] of [
    ['ANN', -40.87497],
    ['MNN', -41.20505],
    ['AAN', -35.20673],
    ['MAN', -35.43813],
  ] as const)
    it(`${model} of sixteen rising counts is as likely as R's fit, or more so`, () => {
      const found = exponentialSmoothing(RISING, { period: 1, models: [model] }).logLikelihood!
      expect(found).toBeGreaterThan(logLikelihood - 1e-4)
      expect(found).toBeLessThan(logLikelihood + 0.5)
    })

  it('chooses the steady slope for sixteen rising counts, as R does', () => {
    const { model, aicc, candidates } = exponentialSmoothing(RISING, { period: 1 })
    expect(model).toBe('AAN')
    expect(aicc).toBeLessThan(86.41345 + 1e-3) // R's
    expect(candidates[0]).toEqual({ model: 'AAN', score: expect.closeTo(aicc!, 9) })
    expect(candidates.map(({ model }) => model).sort()).toEqual(
      ETS_MODELS.filter((model) => model.endsWith('N')).sort(),
    )
  })

  it('scores every candidate by the criterion asked for', () => {
    for (const criterion of ['aic', 'aicc', 'bic'] as const) {
      const found = exponentialSmoothing(QUARTERS, { period: 4, criterion })
      expect(found.candidates[0]!.score).toBeCloseTo(found[criterion]!, 8)
      expect(found.candidates).toHaveLength(15)
      const scores = found.candidates.map(({ score }) => score!)
      expect(scores).toEqual(scores.toSorted((a, b) => a - b))
      for (const { model, score } of found.candidates)
        expect(exponentialSmoothing(QUARTERS, { period: 4, models: [model] })[criterion]).toBeGreaterThan(score! - 0.5)
    }
  })

  it('finds a season where there is one, and none where there is none', () => {
    expect(exponentialSmoothing(months(60)).model).toMatch(/[AM]$/)
    const flat = Array.from({ length: 60 }, (_, t) => 50 + Math.round(9 * Math.sin(t * t)))
    expect(exponentialSmoothing(flat).model).toMatch(/N$/)
  })

  it('first states of an added season sum to 0, of one in proportion to the period, and last states follow them', () => {
    const added = exponentialSmoothing(months(48), { models: ['AAA'] })
    expect(added.first.seasons!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9)
    const proportional = exponentialSmoothing(months(48), { models: ['MAM'] })
    expect(proportional.first.seasons!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(12, 9)
    expect(Math.min(...proportional.first.seasons!)).toBeGreaterThan(0)
    expect(added.last.seasons).toHaveLength(12)
  })

  it('keeps parameters within their bounds', () => {
    fc.assert(
      fc.property(positiveSeries, fc.constantFrom('AAdA', 'MAM', 'MAdN', 'ANA'), (values, model) => {
        const { parameters } = exponentialSmoothing(values, { models: [model] })
        const { alpha, beta, gamma, phi } = parameters
        expect(alpha >= 1e-4 && alpha <= 0.9999).toBe(true)
        if (beta !== null) expect(beta >= 1e-4 && beta <= alpha).toBe(true)
        if (gamma !== null) expect(gamma >= 1e-4 && gamma <= 1 - alpha + 1e-12).toBe(true)
        if (model.includes('d')) expect(phi! >= 0.8 && phi! <= 0.98).toBe(true)
        else expect([null, 1]).toContain(phi)
      }),
      { numRuns: 30 },
    )
  })

  it('is never less likely than a simpler model, up to what the bounds of beta and phi cost', () => {
    fc.assert(
      fc.property(positiveSeries, (values) => {
        const found = (model: (typeof ETS_MODELS)[number]) =>
          exponentialSmoothing(values, { models: [model, 'ANN'] }).candidates.find((one) => one.model === model)!.score!
        // AICc less its charge for numbers fitted
        const fit = (model: (typeof ETS_MODELS)[number], k: number) =>
          found(model) - 2 * k - (2 * k * (k + 1)) / (values.length - k - 1)
        expect(fit('AAN', 5)).toBeLessThan(fit('ANN', 3) + 0.2)
      }),
      { numRuns: 30 },
    )
  })

  it('doubled values give the doubled answer exactly, values times any factor nearly', () => {
    for (const values of [months(48), QUARTERS]) {
      const once = exponentialSmoothing(values)
      const twice = exponentialSmoothing(values.map((value) => 2 * value))
      expect(twice.model).toBe(once.model)
      expect(twice.parameters).toEqual(once.parameters)
      expect(twice.last.level).toBe(2 * once.last.level)
      const mean = exponentialSmoothingForecast(once).mean
      const seven = exponentialSmoothingForecast(exponentialSmoothing(values.map((value) => 7.3 * value))).mean
      for (const [i, value] of seven.entries()) expect(value / mean[i]! / 7.3).toBeCloseTo(1, 4)
    }
  })

  it('values moved by a constant move the forecasts of added models by it', () => {
    for (const model of ['ANN', 'AAN', 'ANA', 'AAA'] as const) {
      const forecast = (by: number) =>
        exponentialSmoothingForecast(
          exponentialSmoothing(
            months(48).map((value) => value + by),
            { models: [model] },
          ),
        ).mean
      const [still, moved] = [forecast(0), forecast(40)]
      for (const [i, value] of moved.entries()) expect(Math.abs(value - still[i]! - 40)).toBeLessThan(0.05)
    }
  })

  it('answers the same again, and leaves the values as they were', () => {
    const values = Object.freeze(months(40))
    expect(exponentialSmoothing(values)).toEqual(exponentialSmoothing(Float64Array.from(values)))
  })

  it('holds no NaN for any counts, zeros among them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 5, maxLength: 40 }), fc.constantFrom(1, 4, 12), (values, period) => {
        const found = exponentialSmoothing(values, { period })
        const { mean, intervals } = exponentialSmoothingForecast(found)
        const numbers = [...mean, ...found.fitted, ...intervals.flatMap(({ lower, upper }) => [...lower, ...upper])]
        expect(numbers.every(Number.isFinite)).toBe(true)
        if (values.includes(0)) expect(found.candidates.every(({ model }) => model[0] === 'A')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('a constant series goes on as it is, without variance', () => {
    for (const constant of [0, 7, 1e9]) {
      const found = exponentialSmoothing(Array(30).fill(constant))
      expect(found).toMatchObject({ model: 'ANN', variance: 0, logLikelihood: null, aicc: null })
      expect(exponentialSmoothingForecast(found, { horizon: 1 }).intervals[1]).toEqual({
        ...{ level: 0.95, lower: [constant], upper: [constant] },
      })
    }
  })

  it('a straight line goes on', () => {
    const found = exponentialSmoothing(Array.from({ length: 30 }, (_, t) => 100 + 3 * t))
    expect(found.model).toMatch(/^[AM]A/)
    for (const [i, value] of exponentialSmoothingForecast(found).mean.entries())
      expect(value).toBeCloseTo(190 + 3 * i, 3)
  })

  it('takes days of the week, and weeks of the year', () => {
    const days = Array.from({ length: 70 }, (_, t) => 20 + (t % 7 > 4 ? 15 : 0) + (t % 3))
    expect(exponentialSmoothing(days, { period: 7 }).model).toMatch(/[AM]$/)
    const weeks = Array.from({ length: 156 }, (_, t) =>
      Math.round(90 + 40 * Math.sin((2 * Math.PI * t) / 52) + (t % 5)),
    )
    expect(exponentialSmoothing(weeks, { period: 52, models: ['ANN', 'ANA'] }).model).toBe('ANA')
  })

  it('leaves seasons out where fewer than two periods are there, and long models where AICc is not defined', () => {
    const { candidates } = exponentialSmoothing(months(23))
    expect(candidates.every(({ model }) => model.endsWith('N'))).toBe(true)
    expect(
      exponentialSmoothing([3, 5, 4, 6, 5])
        .candidates.map(({ model }) => model)
        .sort(),
    ).toEqual(['ANN', 'MNN'])
  })

  it('takes values of any size up to 1e100', () => {
    const [small, large] = [1e-100, 1e97].map((by) => exponentialSmoothing(months(40).map((value) => value * by)))
    expect(small!.model).toBe(large!.model)
    expect(Number.isFinite(large!.variance)).toBe(true)
    expect(() => exponentialSmoothing([1, 2, 3, 4, 1e101])).toThrow(/values\[4\] is 1e\+101/)
    expect(large!.last.level / small!.last.level / 1e197).toBeCloseTo(1, 3)
  })

  it('says what it cannot fit and why', () => {
    expect(() => exponentialSmoothing([1, 2, 3, 4])).toThrow(/values has 4 values: give 5 or more/)
    expect(() => exponentialSmoothing([1, 2, null as unknown as number, 4, 5])).toThrow(/values\[2\] is null/)
    expect(() => exponentialSmoothing([1, 2, Number.NaN, 4, 5])).toThrow(/values\[2\] is NaN/)
    expect(() => exponentialSmoothing(months(20), { models: ['ANA'] })).toThrow(/two whole periods/)
    expect(() => exponentialSmoothing([0, ...months(40)], { models: ['MNN'] })).toThrow(/values above 0/)
    expect(() => exponentialSmoothing(months(20), { period: 1.5 })).toThrow(/period is 1.5/)
    expect(() => exponentialSmoothing(months(40), { models: ['XYZ' as 'ANN'] })).toThrow(/models\[0\] is "XYZ"/)
    expect(() => exponentialSmoothing(months(40), { criterion: 'mse' as 'aic' })).toThrow(/give "aicc"/)
  })
})
