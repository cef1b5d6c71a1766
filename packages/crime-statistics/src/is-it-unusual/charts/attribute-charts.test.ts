import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cChart } from './c-chart.ts'
import { laneyPChart } from './laney-p-chart.ts'
import { laneyUChart } from './laney-u-chart.ts'
import { pChart } from './p-chart.ts'
import { uChart } from './u-chart.ts'

const counts = fc.array(fc.nat(60), { minLength: 3, maxLength: 30 })

describe('cChart', () => {
  // Montgomery (2013), example 7.3: 26 samples of 100 circuit boards, c̄ 19.85, limits 6.48 and 33.22; samples 6 and 20 are out
  const boards = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]
  it('finds the two samples of the textbook’s example', () => {
    const chart = cChart(boards)
    expect([chart.centre, chart.lower, chart.upper].map((x) => x.toFixed(2))).toEqual(['19.85', '6.48', '33.21'])
    expect(chart.outside).toEqual([5, 19])
  })

  // R: qpois(c(.001, .999), 19.85) = 8, 35; qpois(c(.025, .975), 4) = 1, 8
  it('gives Poisson quantiles as probability limits', () => {
    expect(cChart(boards).probabilityLimits).toEqual({ lower: 8, upper: 35 })
    expect(cChart([4], { level: 0.95 }).probabilityLimits).toEqual({ lower: 1, upper: 8 })
  })

  it('has no dispersion for one month or for none but zeros', () => {
    expect(cChart([4]).dispersion).toBeNull()
    expect(cChart([0, 0, 0])).toMatchObject({ centre: 0, upper: 0, lower: 0, dispersion: null, outside: [] })
  })

  it('refuses halves, losses and a series without a month', () => {
    expect(() => cChart([1, 2.5])).toThrow('counts[1] is 2.5: give a whole number of events')
    expect(() => cChart([-1])).toThrow(RangeError)
    expect(() => cChart([null, null])).toThrow('counts has no month that is not missing among the first 2')
  })
})

describe('uChart and laneyUChart', () => {
  // by hand: ū = 8/4 = 2, sigma √2, z = 0, −√2, √2; ranges √2 and 2√2 of mean 3√2/2
  it('divides by exposure and widens by the spread of neighbouring months', () => {
    const [events, days] = [
      [2, 0, 4, 2],
      [1, 1, 1, 1],
    ] as const
    expect(uChart(events, days)).toMatchObject({ centre: 2, values: [2, 0, 4, 2], outside: [] })
    expect(uChart(events, days).unclipped.upper[0]).toBeCloseTo(2 + 3 * Math.SQRT2, 12)
    expect(laneyUChart(events, days).sigmaZ).toBeCloseTo((4 * Math.SQRT2) / 3 / 1.128, 12)
    expect(laneyUChart(events, days, { constants: 'exact' }).sigmaZ).toBeCloseTo(
      (((4 * Math.SQRT2) / 3) * Math.sqrt(Math.PI)) / 2,
      12,
    )
  })

  it('is narrower for months of more exposure', () => {
    const { upper } = uChart([10, 40, 20], [1, 4, 2])
    expect(upper[1]!).toBeLessThan(upper[2]!)
    expect(upper[2]!).toBeLessThan(upper[0]!)
  })

  it('a missing month has no rate, no limits and gives no moving range', () => {
    const chart = laneyUChart([10, null, 20, 14], [1, 1, 1, 1])
    expect([chart.values[1], chart.upper[1], chart.z[1]]).toEqual([null, null, null])
    expect(chart.centre).toBeCloseTo(44 / 3, 12)
    expect(chart.sigmaZ).toBeCloseTo(6 / Math.sqrt(44 / 3) / 1.128, 12)
  })

  it('takes the centre from the baseline only', () => {
    expect(uChart([10, 10, 40], [1, 1, 1], { baseline: 2 })).toMatchObject({ centre: 10, baseline: 2, outside: [2] })
  })

  it('no month is outside where all rates are alike, zero included', () => {
    for (const level of [0, 3, 50]) {
      const events = Array(12).fill(level)
      expect(uChart(events, Array(12).fill(30)).outside).toEqual([])
      expect(laneyUChart(events, Array(12).fill(30))).toMatchObject({ sigmaZ: 0, outside: [] })
    }
    // 6 in 0.6 and 18 in 1.8 are 10 each, of a total that comes out as 9.999999999999998
    for (const chart of [uChart, laneyUChart]) expect(chart([6, 10, 18, 12], [0.6, 1, 1.8, 1.2]).outside).toEqual([])
  })

  it('z and months outside do not hang on the unit of exposure', () =>
    fc.assert(
      fc.property(counts, (events) => {
        const residents = events.map((_, i) => 1000 + 10 * i)
        const thousands = residents.map((n) => n / 1000)
        const [a, b] = [laneyUChart(events, residents), laneyUChart(events, thousands)]
        expect(b.centre).toBeCloseTo(a.centre * 1000, 6)
        for (const [i, z] of a.z.entries()) if (z !== null) expect(b.z[i]).toBeCloseTo(z, 6)
      }),
    ))

  it('refuses exposures that do not fit', () => {
    expect(() => uChart([1, 2], [30])).toThrow('exposures has 1 values and counts has 2')
    expect(() => uChart([1, 2], [30, 0])).toThrow('exposures[1] is 0: give a finite number above 0.')
    expect(() => laneyUChart([1, null, 2], [30, 30, 30])).toThrow('there are no two neighbouring months')
  })
})

describe('pChart and laneyPChart', () => {
  // Montgomery (2013), example 7.1: 347 of 1500 in all, p̄ 0.2313, limits 0.0524 and 0.4102 for samples of 50
  it('has the limits of the textbook’s example', () => {
    const totals = Array(30).fill(50)
    const parts = Array(30).fill(11)
    parts[0] = 28
    const chart = pChart(parts, totals)
    expect(chart.centre).toBeCloseTo(0.23133, 5)
    expect([chart.lower[0], chart.upper[0]].map((x) => x!.toFixed(3))).toEqual(['0.052', '0.410'])
    expect(chart.outside).toEqual([0])
  })

  it('keeps limits within 0 and 1, and says where they would have been', () => {
    const chart = pChart([9, 10, 8], [10, 10, 10])
    expect(chart.upper[0]).toBe(1)
    expect(chart.unclipped.upper[0]!).toBeGreaterThan(1)
  })

  it('complementary shares have the same z with the other sign', () =>
    fc.assert(
      fc.property(counts, (parts) => {
        const totals = parts.map((part) => part + 7)
        const [a, b] = [laneyPChart(parts, totals), laneyPChart(Array(parts.length).fill(7), totals)]
        expect(b.sigmaZ).toBeCloseTo(a.sigmaZ, 9)
        for (const [i, z] of a.z.entries()) expect(b.z[i]).toBeCloseTo(-z!, 9)
      }),
    ))

  it('refuses a part larger than its whole', () =>
    expect(() => pChart([11], [10])).toThrow('counts[0] is 11 and totals[0] is 10: give a part and its whole.'))
})
