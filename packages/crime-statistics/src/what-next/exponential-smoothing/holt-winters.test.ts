import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponentialSmoothingForecast } from './exponential-smoothing-forecast.ts'
import { holtWinters } from './holt-winters.ts'

const QUARTERS = [31, 40, 27, 22, 35, 44, 30, 27, 39, 43, 33, 30, 42, 51, 36]
const given = { alpha: 0.5, beta: 0.1, gamma: 0.3 }

describe('holtWinters', () => {
  // R 4.2.2: HoltWinters(ts(x, frequency = 4), alpha = .5, beta = .1, gamma = .3) and predict(…, 5, prediction.interval = TRUE)
  it('of quarters with given parameters has the states, errors and forecasts of R', () => {
    const found = holtWinters(QUARTERS, { period: 4, ...given })
    expect(found.squaredErrors).toBeCloseTo(47.5939514314, 9)
    expect(found.last.level).toBeCloseTo(40.613423948458, 9)
    expect(found.last.trend).toBeCloseTo(0.934811049588, 9)
    for (const [i, season] of [-3.844274095559, 10.03052982676, 2.749382849126, -8.981205431563].entries())
      expect(found.last.seasons![i]).toBeCloseTo(season, 9)
    const { mean, intervals } = exponentialSmoothingForecast(found, { horizon: 5, levels: [0.95] })
    expect(mean[4]).toBeCloseTo(36.3062737648, 8)
    expect(intervals[0]!.lower[4]).toBeCloseTo(29.1424387436, 8)
    expect(intervals[0]!.upper[0]).toBeCloseTo(36.8425175808, 8)
  })

  it('of an odd period starts as R does', () => {
    const thirds = [31, 40, 27, 35, 44, 30, 39, 43, 33, 42, 51, 36]
    const found = holtWinters(thirds, { period: 3, ...given })
    expect(found.squaredErrors).toBeCloseTo(40.0849799793, 9)
    for (const [i, season] of [-7.212952849711, 7.104912394641, 0.234928918898].entries())
      expect(found.last.seasons![i]).toBeCloseTo(season, 9)
  })

  it('fitted freely finds the least sum of squared errors that R finds', () => {
    const { alpha, beta, gamma, squaredErrors } = holtWinters(QUARTERS, { period: 4 })
    expect(squaredErrors).toBeLessThan(36.65331202 + 1e-6)
    expect(alpha).toBeCloseTo(0.11532129, 3)
    expect(beta).toBeCloseTo(0, 3)
    expect(gamma).toBeCloseTo(0.02929462, 3)
  })

  it('holds the parameters given and fits the others: never better than all free', () => {
    const free = holtWinters(QUARTERS, { period: 4 }).squaredErrors
    const held = holtWinters(QUARTERS, { period: 4, beta: 0.4 })
    expect(held.beta).toBe(0.4)
    expect(held.squaredErrors).toBeGreaterThan(free)
    expect(held.squaredErrors).toBeLessThan(holtWinters(QUARTERS, { period: 4, ...given, beta: 0.4 }).squaredErrors)
  })

  it('fitted freely beats parameters given, whatever they are', () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true })
    const series = fc.array(fc.nat(50), { minLength: 12, maxLength: 30 })
    fc.assert(
      fc.property(series, share, share, share, (values, alpha, beta, gamma) => {
        const free = holtWinters(values, { period: 4 }).squaredErrors
        const held = holtWinters(values, { period: 4, alpha, beta, gamma }).squaredErrors
        expect(free).toBeLessThan(held * 1.1 + 1e-9)
      }),
      { numRuns: 50, seed: 4 },
    )
  })

  it('multiplied values give multiplied forecasts; moved ones, moved forecasts', () => {
    const mean = (values: number[]) => exponentialSmoothingForecast(holtWinters(values, { period: 4, ...given })).mean
    const still = mean(QUARTERS)
    for (const [i, value] of mean(QUARTERS.map((y) => 3 * y + 11)).entries())
      expect(value).toBeCloseTo(3 * still[i]! + 11, 9)
  })

  it('a repeated year goes on, without variance; so does nothing at all', () => {
    const found = holtWinters([1, 5, 2, 1, 5, 2, 1, 5, 2], { period: 3 })
    expect(found.squaredErrors).toBeCloseTo(0, 12)
    for (const [i, value] of exponentialSmoothingForecast(found, { horizon: 3 }).mean.entries())
      expect(value).toBeCloseTo([1, 5, 2][i]!, 9)
    expect(exponentialSmoothingForecast(holtWinters(Array(25).fill(0)), { horizon: 2 }).mean).toEqual([0, 0])
  })

  it('says what it cannot fit and why', () => {
    expect(() => holtWinters(QUARTERS.slice(0, 8), { period: 4 })).toThrow(/two periods of 4 and a value more/)
    expect(() => holtWinters(QUARTERS, { period: 4, alpha: -0.1 })).toThrow(/alpha is -0.1/)
    expect(() => holtWinters(QUARTERS, { period: 4, gamma: 1.2 })).toThrow(/gamma is 1.2/)
    expect(() => holtWinters(QUARTERS, { period: 1 })).toThrow(/period is 1/)
    expect(() => holtWinters([...QUARTERS, Number.NaN], { period: 4 })).toThrow(/values\[15\]/)
  })
})
