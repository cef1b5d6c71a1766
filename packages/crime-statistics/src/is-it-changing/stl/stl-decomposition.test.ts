import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seasonallyAdjusted } from './seasonally-adjusted.ts'
import { seriesStrengths } from './series-strengths.ts'
import { stlDecomposition } from './stl-decomposition.ts'

// The first 36 months of R's `nottem`, temperatures at Nottingham Castle from January 1920.
const nottem = [
  40.6, 40.8, 44.4, 46.7, 54.1, 58.5, 57.7, 56.4, 54.3, 50.5, 42.9, 39.8, 44.2, 39.8, 45.1, 47.0, 54.1, 58.7, 66.3,
  59.9, 57.0, 54.2, 39.7, 42.8, 37.5, 38.7, 39.5, 42.1, 55.7, 57.8, 56.8, 54.3, 54.3, 47.1, 41.8, 41.7,
]

const monthly = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 25, maxLength: 80 })
const settings = fc.record({
  seasonalWindow: fc.constantFrom<number | 'periodic'>('periodic', 7, 13),
  robust: fc.boolean(),
})

describe('stlDecomposition', () => {
  // R 4.2.2: stl(ts(nottem[1:36], frequency = 12), s.window = "periodic"); months 1 to 4, 18 and 36 of its parts
  const months = [0, 1, 2, 3, 17, 35]
  const of = (part: Float64Array) => months.map((month) => part[month]!)
  const expectNear = (part: Float64Array, expected: number[]) =>
    expect(Math.max(...of(part).map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-9)

  it('returns the parts of R, periodic', () => {
    const { season, trend } = stlDecomposition(nottem)
    expectNear(season, [-8.39430841708, -9.34294473101, -6.05824494589, -3.81076227708, 9.26329873155, -7.23418259387])
    expectNear(trend, [49.4095285237, 49.3405006932, 49.2714728627, 49.231527225, 50.573958408, 47.4515699563])
  })

  // the same with s.window = 7, robust = TRUE
  it('returns the parts and weights of R, robust with a window', () => {
    const { season, trend, weights } = stlDecomposition(nottem, { seasonalWindow: 7, robust: true })
    expectNear(season, [-9.75471744026, -9.26400547641, -4.70829769906, -2.58003822366, 9.56442690329, -5.50648747635])
    expectNear(trend, [49.6174263704, 49.5867701206, 49.5561138707, 49.5254576209, 49.1062332896, 47.0568700596])
    expectNear(weights, [0.855100037223, 0.936550566962, 0.945725260351, 0.983742843388, 0.999751945849, 0.99409381226])
  })

  it('returns the settings it chose, as R chooses them', () => {
    expect(stlDecomposition(nottem, { seasonalWindow: 13, robust: true }).settings).toEqual({
      period: 12,
      periodic: false,
      windows: { seasonal: 13, trend: 21, lowPass: 13 },
      degrees: { seasonal: 0, trend: 1, lowPass: 1 },
      jumps: { seasonal: 2, trend: 3, lowPass: 2 },
      innerLoops: 1,
      outerLoops: 15,
    })
    expect(stlDecomposition(nottem).settings).toMatchObject({ periodic: true, windows: { seasonal: 361, trend: 19 } })
  })

  it('finds a line and a repeated season exactly where the season is fitted with degree 1', () => {
    const values = Array.from({ length: 60 }, (_, i) => 100 + 2 * i + [5, -5, 0][i % 3]!)
    const { season, trend, remainder } = stlDecomposition(values, {
      period: 3,
      seasonalWindow: 7,
      degrees: { seasonal: 1 },
    })
    for (let i = 0; i < 60; i++) {
      expect(season[i]).toBeCloseTo([5, -5, 0][i % 3]!, 6)
      expect(trend[i]).toBeCloseTo(100 + 2 * i, 6)
      expect(remainder[i]).toBeCloseTo(0, 6)
    }
  })

  it('gives a wild month the weight 0 and leaves the trend where it was', () => {
    const values = Array.from({ length: 48 }, (_, i) => 100 + 20 * Math.sin((i * Math.PI) / 6) + ((i * 7) % 5))
    const wild = values.with(20, 500)
    const { trend, weights } = stlDecomposition(wild, { robust: true })
    const undisturbed = stlDecomposition(values, { robust: true }).trend
    expect(weights[20]).toBe(0)
    for (let i = 0; i < 48; i++) expect(Math.abs(trend[i]! - undisturbed[i]!)).toBeLessThan(2)
    expect(Math.max(...stlDecomposition(wild).trend)).toBeGreaterThan(Math.max(...undisturbed) + 15)
  })

  it('returns the level of a constant series and no strength of anything', () => {
    const parts = stlDecomposition(new Array(30).fill(7), { robust: true })
    for (let i = 0; i < 30; i++) {
      expect(parts.season[i]).toBeCloseTo(0, 12)
      expect(parts.trend[i]).toBeCloseTo(7, 12)
    }
    expect(seriesStrengths(parts)).toEqual({ trend: null, season: null })
  })

  it('splits every value wholly into parts that are numbers', () => {
    fc.assert(
      fc.property(monthly, settings, (values, options) => {
        const before = [...values]
        const { season, trend, remainder, weights } = stlDecomposition(values, options)
        expect(values).toEqual(before)
        for (let i = 0; i < values.length; i++) {
          expect(Math.abs(season[i]! + trend[i]! + remainder[i]! - values[i]!)).toBeLessThan(1e-9)
          expect(weights[i]! >= 0 && weights[i]! <= 1).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('moves with a shift and a change of unit', () => {
    fc.assert(
      fc.property(monthly, settings, (values, options) => {
        const { season, trend } = stlDecomposition(values, options)
        const moved = stlDecomposition(
          values.map((value) => 4 * value + 1024),
          options,
        )
        for (let i = 0; i < values.length; i++) {
          expect(moved.season[i]).toBeCloseTo(4 * season[i]!, 4)
          expect(moved.trend[i]).toBeCloseTo(4 * trend[i]! + 1024, 4)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('refuses what cannot be decomposed', () => {
    expect(() => stlDecomposition(nottem.slice(0, 24))).toThrow(
      'values has 24: give more than 24, two periods of 12, or compare years.',
    )
    expect(() => stlDecomposition(nottem.with(3, Number.NaN))).toThrow('values[3] is NaN: give a finite number.')
    expect(() => stlDecomposition(nottem, { seasonalWindow: 8 })).toThrow('seasonalWindow is 8: give an odd number')
    expect(() => stlDecomposition(nottem, { trendWindow: 1 })).toThrow(
      'trendWindow is 1: give a whole number, 3 or more',
    )
    expect(() => stlDecomposition(nottem, { jumps: 0 })).toThrow(RangeError)
    expect(() => stlDecomposition(nottem, { degrees: { trend: 2 as 1 } })).toThrow('degrees.trend is 2')
  })
})

describe('seriesStrengths', () => {
  it('returns near 1 for a strong season and null where nothing varies', () => {
    expect(seriesStrengths(stlDecomposition(nottem)).season).toBeGreaterThan(0.9)
    expect(seriesStrengths({ trend: [2, 2, 2], season: [0, 0, 0], remainder: [0, 0, 0] })).toEqual({
      trend: null,
      season: null,
    })
  })

  it('refuses parts of different lengths', () => {
    expect(() => seriesStrengths({ trend: [2, 2], season: [0, 0, 0], remainder: [0, 0, 0] })).toThrow(
      'trend has 2 values and remainder has 3',
    )
  })
})

describe('seasonallyAdjusted', () => {
  it('returns trend and remainder', () => {
    const { trend, remainder } = stlDecomposition(nottem)
    const adjusted = seasonallyAdjusted(nottem)
    for (let i = 0; i < adjusted.length; i++) expect(adjusted[i]).toBeCloseTo(trend[i]! + remainder[i]!, 10)
  })
})
