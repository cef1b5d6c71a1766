import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xmrChart } from './xmr-chart.ts'

const months = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 40 })
const withGaps = fc.array(fc.option(fc.integer({ min: -50, max: 400 }), { freq: 6 }), { minLength: 2, maxLength: 40 })

describe('xmrChart', () => {
  // by hand: mean 5, ranges 2, 4, 2 of mean 8/3; 2.66 × 8/3 = 7.0933, 3.267 × 8/3 = 8.712
  it('puts limits 2.66 mean moving ranges from the mean', () => {
    const chart = xmrChart([5, 7, 3, 5])
    expect(chart.movingRanges).toEqual([null, 2, 4, 2])
    expect(chart.upper).toBeCloseTo(5 + 7.0933333, 6)
    expect(chart.movingRangeUpper).toBeCloseTo(8.712, 9)
    expect(chart.sigma).toBeCloseTo(8 / 3 / 1.128, 12)
  })

  it('by the median is not moved by one outlier', () => {
    const chart = xmrChart([5, 7, 3, 500, 5], { method: 'median' })
    expect(chart).toMatchObject({ centre: 5, movingRange: 249.5, outside: [] })
    expect(xmrChart([5, 7, 3, 6, 5, 300, 5, 4, 6], { method: 'median' }).outside).toEqual([5])
  })

  it('trimmed leaves out moving ranges above 3.267 times their mean, once', () => {
    // ranges 1 × 10, 90, 91: mean 15.92, times 3.267 is 52.0, so both large ones go
    const chart = xmrChart([10, 11, 10, 11, 10, 11, 101, 10, 11, 10, 11, 10, 11], { method: 'trimmed' })
    expect(chart).toMatchObject({ rangesUsed: 10, movingRange: 1 })
  })

  it('keeps a baseline with the chart and judges later months by it', () => {
    const chart = xmrChart([10, 12, 9, 11, 30, 31], { baseline: 4 })
    expect(chart).toMatchObject({ baseline: 4, centre: 10.5, rangesUsed: 3, outside: [4, 5] })
  })

  it('a missing month gives no moving range and is not outside', () => {
    const chart = xmrChart([10, null, 12, 11, null])
    expect(chart).toMatchObject({ centre: 11, movingRange: 1, rangesUsed: 1, outside: [] })
    expect(chart.movingRanges).toEqual([null, null, null, 1, null])
  })

  it('a constant series has limits on its level and nothing outside', () => {
    for (const method of ['mean', 'median', 'trimmed'] as const)
      expect(xmrChart(Array(12).fill(7), { method })).toMatchObject({ lower: 7, upper: 7, sigma: 0, outside: [] })
  })

  it('values that differ by rounding only are none outside', () => {
    const rates = [9.999999999999998, 10.000000000000002, ...Array(24).fill(10), 10.000000000000004]
    expect(xmrChart(rates).outside).toEqual([])
  })

  it('months outside stay the same when every value is shifted or multiplied', () =>
    fc.assert(
      fc.property(months, fc.integer({ min: -500, max: 500 }), fc.constantFrom(0.25, 2, 8), (values, shift, scale) => {
        const found = xmrChart(values, { constants: 'exact' })
        const moved = xmrChart(
          values.map((x) => x * scale + shift),
          { constants: 'exact' },
        )
        expect(moved.outside).toEqual(found.outside)
        expect(moved.upper).toBeCloseTo(found.upper * scale + shift, 6)
        expect(moved.sigma).toBeCloseTo(found.sigma * scale, 6)
      }),
    ))

  it('turned upside down, the limits change places', () =>
    fc.assert(
      fc.property(months, fc.constantFrom('mean', 'median', 'trimmed'), (values, method) => {
        const found = xmrChart(values, { method })
        const turned = xmrChart(
          values.map((x) => -x),
          { method },
        )
        expect(turned.lower).toBeCloseTo(-found.upper, 9)
        expect(turned.outside).toEqual(found.outside)
      }),
    ))

  it('gives finite numbers or a clear refusal, and leaves the series as it was', () =>
    fc.assert(
      fc.property(withGaps, (values) => {
        const before = [...values]
        try {
          const { centre, sigma, lower, upper } = xmrChart(values)
          expect([centre, sigma, lower, upper].every(Number.isFinite)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
        expect(values).toEqual(before)
      }),
    ))

  it('refuses what it cannot chart', () => {
    expect(() => xmrChart([5, null, 6])).toThrow(
      'values has no two neighbouring months among its first 3: give 2 or more.',
    )
    expect(() => xmrChart([])).toThrow(RangeError)
    expect(() => xmrChart([1, NaN])).toThrow('values[1] is NaN: give a finite number.')
    expect(() => xmrChart([1, 2, 3], { baseline: 4 })).toThrow('baseline is 4: give a whole number, 1 to 3.')
    expect(() => xmrChart([1, 2], { method: 'mode' as 'mean' })).toThrow(
      'method is "mode": give "mean", "median" or "trimmed".',
    )
    expect(() => xmrChart([1, 2], { constants: 'other' as 'exact' })).toThrow(
      'constants is "other": give "rounded" or "exact".',
    )
    expect(() => xmrChart('12' as unknown as number[])).toThrow(TypeError)
  })
})
