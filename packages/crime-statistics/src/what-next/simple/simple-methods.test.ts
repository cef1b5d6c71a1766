import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinedForecast } from './combined-forecast.ts'
import { naiveForecast } from './naive-forecast.ts'
import { seasonalNaiveForecast } from './seasonal-naive-forecast.ts'
import { stlForecast } from './stl-forecast.ts'
import { thetaForecast } from './theta-forecast.ts'

// Expected values are those of R 4.2.2, forecast 8.20, for these counts as ts(…, frequency = 12).
const counts = [
  52, 61, 58, 70, 66, 75, 81, 79, 64, 60, 55, 49, 57, 66, 61, 72, 74, 78, 85, 88, 71, 62, 58, 52, 60, 64, 66, 75, 71,
  84, 90, 85, 74, 66, 61, 57,
]

const expectNear = (found: number[], expected: number[], within: number) => {
  expect(found.length).toBe(expected.length)
  expect(Math.max(...found.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(within)
}

describe('naiveForecast and seasonalNaiveForecast', () => {
  it('return the last value and last year’s, with R’s limits', () => {
    const naive = naiveForecast(counts)
    expect(naive.mean).toEqual(new Array(12).fill(57))
    expectNear([naive.intervals[1]!.lower[0]!, naive.intervals[1]!.lower[11]!], [41.81456996961, 4.39612730516], 1e-9)
    const seasonal = seasonalNaiveForecast(counts, { horizon: 13 })
    expect(seasonal.mean).toEqual([...counts.slice(24), 60])
    const [at80, at95] = seasonal.intervals
    expectNear([at95!.lower[0]!, at95!.lower[12]!], [51.1529822272, 47.4884274792], 1e-9)
    expectNear([at80!.upper[0]!, at80!.upper[12]!], [65.7847539886, 68.1808775457], 1e-9)
  })

  it('are refused without an error to learn from', () => {
    expect(() => naiveForecast([4])).toThrow('values has 1: give 2 or more')
    expect(() => seasonalNaiveForecast(counts.slice(0, 12))).toThrow('values has 12: give 13 or more')
  })
})

describe('thetaForecast', () => {
  it('returns R’s forecast and limits', () => {
    const { mean, intervals, drift, seasonal } = thetaForecast(counts)
    expect(drift).toBeCloseTo(0.118468468468, 10)
    expect(seasonal).toBe(false)
    expectNear([mean[0]!, mean[5]!, mean[11]!], [57.1188805168, 57.7112228591, 58.4220336699], 1e-4)
    const { lower } = intervals[1]!
    expectNear([lower[0]!, lower[5]!, lower[11]!], [41.71147988511, 19.97409919234, 5.05412652769], 1e-3)
  })

  it('divides out a season that repeats, and not where a year has no events', () => {
    const repeated = [...counts, ...counts, ...counts]
    expect(thetaForecast(repeated).seasonal).toBe(true)
    const empty = Array.from({ length: 40 }, (_, i) => (i < 20 ? 0 : i % 12 === 0 ? 3 : 0))
    expect(thetaForecast(empty).mean.every(Number.isFinite)).toBe(true)
  })
})

describe('stlForecast', () => {
  it('returns R’s forecast', () => {
    const { mean, intervals, model } = stlForecast(counts)
    expect(model).toBe('MAN')
    // R's search stops 0.3 short of the best likelihood here: within 1 % of the series’ mean
    expectNear([mean[0]!, mean[5]!, mean[11]!], [63.3086137758, 86.0859975789, 60.0823576449], 0.67)
    const { lower } = intervals[1]!
    expectNear([lower[0]!, lower[5]!, lower[11]!], [59.8587826043, 82.5655630007, 56.4646629862], 0.67)
  })
})

describe('combinedForecast', () => {
  it('returns the mean of means and limits', () => {
    const both = combinedForecast([naiveForecast(counts), seasonalNaiveForecast(counts)])
    expect(both.mean[0]).toBe((57 + 60) / 2)
    expect(both.intervals[1]!.lower[0]).toBeCloseTo((41.81456996961 + 51.1529822272) / 2, 9)
  })

  it('refuses forecasts of other steps or levels', () => {
    expect(() => combinedForecast([])).toThrow('forecasts is empty')
    expect(() => combinedForecast([naiveForecast(counts), naiveForecast(counts, { horizon: 3 })])).toThrow(
      'forecasts[1].mean has 3 values and the first has 12',
    )
    expect(() =>
      combinedForecast([naiveForecast(counts, { levels: [0.8] }), naiveForecast(counts, { levels: [0.9] })]),
    ).toThrow('forecasts[1] has level 0.9 and the first 0.8')
  })
})

describe('every plain method', () => {
  it('moves with a change of unit and answers with numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 26, maxLength: 60 }), (values) => {
        const scaled = values.map((value) => 16 * value)
        for (const method of [naiveForecast, seasonalNaiveForecast]) {
          const found = method(values)
          expect(method(scaled).mean).toEqual(found.mean.map((value) => 16 * value))
        }
        for (const method of [thetaForecast, stlForecast])
          for (const { lower, upper } of method(values).intervals)
            for (const [h, limit] of lower.entries()) expect(limit <= upper[h]!).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
})
