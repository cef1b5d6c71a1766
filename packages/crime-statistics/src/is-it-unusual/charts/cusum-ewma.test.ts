import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { cusumChart } from './cusum-chart.ts'
import { cusumRunLength } from './cusum-run-length.ts'
import { ewmaChart } from './ewma-chart.ts'

// Montgomery (2013), tables 9.1, 9.2 and 9.10: twenty values about 10, then ten about 11
const textbook = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31,
  8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
]
const withGaps = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 5 }), { maxLength: 40 })

describe('cusumChart', () => {
  it('signals at the 29th value of the textbook’s example, with a sum of 5.28', () => {
    const chart = cusumChart(textbook, { mean: 10, sigma: 1 })
    expect(chart.high[28]).toBeCloseTo(5.28, 9)
    expect(chart.low[2]).toBeCloseTo(1.77, 9)
    expect(chart).toMatchObject({ signals: [28, 29], highSignals: [28, 29], lowSignals: [] })
  })

  it('a sum just at h does not signal', () => {
    expect(cusumChart([13], { mean: 10, sigma: 1, k: 0.5, h: 2.5 }).signals).toEqual([])
    expect(cusumChart([13], { mean: 10, sigma: 1, k: 0.5, h: 2.49 }).signals).toEqual([0])
  })

  it('starts again from 0 after a signal where it is told to', () => {
    const chart = cusumChart([14, 14, 14, 14], { mean: 10, sigma: 1, reset: true })
    expect(chart).toMatchObject({ high: [3.5, 7, 3.5, 7], signals: [1, 3] })
  })

  it('missing months leave the sums as they were', () =>
    fc.assert(
      fc.property(withGaps, fc.boolean(), (values, reset) => {
        const options = { mean: 1, sigma: 3, reset }
        const full = cusumChart(
          values.filter((x) => x !== null),
          options,
        )
        const found = cusumChart(values, options)
        expect(found.high.filter((x) => x !== null)).toEqual(full.high)
        expect(found.low.map((x) => x === null)).toEqual(values.map((x) => x === null))
        expect(found.signals.length).toBe(full.signals.length)
      }),
    ))

  it('upside down, the two sums change places', () =>
    fc.assert(
      fc.property(withGaps, (values) => {
        const found = cusumChart(values, { mean: 0, sigma: 4 })
        const turned = cusumChart(
          values.map((x) => (x === null ? null : -x)),
          { mean: 0, sigma: 4 },
        )
        expect(turned.low).toEqual(found.high)
        expect(turned.highSignals).toEqual(found.lowSignals)
      }),
    ))

  it('refuses a sigma of 0', () =>
    expect(() => cusumChart([1], { mean: 0, sigma: 0 })).toThrow('sigma is 0: give a finite number above 0.'))
})

describe('cusumRunLength', () => {
  // Montgomery (2013), table 9.3, and Hawkins (1993) for k = 0.25
  for (const [k, h, shift, length] of [
    [0.5, 4, 0, 168],
    [0.5, 4, 0.5, 26.6],
    [0.5, 4, 2, 3.34],
    [0.5, 5, 0, 465],
    [0.5, 5, 0.25, 139],
    [0.5, 5, 1.5, 5.75],
    [0.5, 5, 4, 2.01],
    [0.25, 8.01, 0, 370],
    [1, 2.52, 0, 370],
  ] as const)
    it(`k ${k}, h ${h}, shift ${shift} run ${length} months`, () => {
      const { either } = cusumRunLength(k, h, shift)
      expect(Math.abs(either! / length - 1)).toBeLessThan(0.01) // the tables round h and the length
    })

  it('agrees with 4,000 simulated charts to 4 %', () => {
    const random = seededRandom(11)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    let total = 0
    for (let chart = 0; chart < 4000; chart++) {
      const { signals } = cusumChart(Array.from({ length: 400 }, normal), { mean: -0.5, sigma: 1, h: 4 })
      total += (signals[0] ?? 400) + 1
    }
    expect(Math.abs(total / 4000 / cusumRunLength(0.5, 4, 0.5).either! - 1)).toBeLessThan(0.04)
  })

  it('is null where no count of months tells, and at least 1', () => {
    expect(cusumRunLength(1, 20)).toEqual({ high: null, low: null, either: null })
    expect(cusumRunLength(0.5, 5, 50)).toEqual({ high: 1, low: null, either: 1 })
  })

  it('grows with h and falls with the shift', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (k, h) => {
          const plain = cusumRunLength(k, h).either!
          expect(cusumRunLength(k, h + 0.5).either!).toBeGreaterThan(plain)
          expect(cusumRunLength(k, h, 0.5).either!).toBeLessThan(plain)
        },
      ),
      { numRuns: 30 },
    ))

  it('refuses limits it cannot work out', () => expect(() => cusumRunLength(0.5, 21)).toThrow('h is 21'))
})

describe('ewmaChart', () => {
  it('has the averages and limits of the textbook’s example, λ 0.1 and L 2.7', () => {
    const chart = ewmaChart(textbook, { mean: 10, sigma: 1, lambda: 0.1, width: 2.7 })
    for (const [i, average] of [9.945, 9.7495, 9.70355].entries()) expect(chart.average[i]).toBeCloseTo(average, 9)
    expect([chart.upper[0], chart.upper[1]].map((x) => x!.toFixed(2))).toEqual(['10.27', '10.36'])
    expect(chart.average[29]).toBeCloseTo(10.6341, 4)
  })

  it('with λ = 1 is a chart of single months', () => {
    const chart = ewmaChart([10, 14, 9], { mean: 10, sigma: 1, lambda: 1 })
    expect(chart).toMatchObject({ average: [10, 14, 9], upper: [13, 13, 13], outside: [1] })
  })

  it('missing months leave the average as it was and do not count towards the limits', () => {
    const found = ewmaChart([12, null, 13], { mean: 10, sigma: 1 })
    const full = ewmaChart([12, 13], { mean: 10, sigma: 1 })
    expect([found.average[2], found.upper[2], found.average[1]]).toEqual([full.average[1], full.upper[1], null])
  })

  it('a series on its mean is never outside', () =>
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (lambda) => {
        expect(ewmaChart(Array(40).fill(7), { mean: 7, sigma: 1, lambda }).outside).toEqual([])
      }),
    ))

  it('refuses a weight outside 0 to 1', () =>
    expect(() => ewmaChart([1], { mean: 0, sigma: 1, lambda: 0 })).toThrow('lambda is 0'))
})
