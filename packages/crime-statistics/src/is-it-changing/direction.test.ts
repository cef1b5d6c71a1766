import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mannKendall } from './mann-kendall.ts'
import { theilSen } from './theil-sen.ts'

const anySeries = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 10 }), {
  minLength: 4,
  maxLength: 60,
})
const longEnough = (values: (number | null)[]) => values.filter((value) => value !== null).length >= 2

describe('mannKendall', () => {
  it('thirty-six small counts with many ties have no direction', () => {
    const tied = [
      2, 2, 3, 1, 1, 0, 0, 2, 1, 3, 3, 5, 1, 2, 2, 1, 0, 0, 1, 2, 1, 2, 3, 4, 1, 1, 2, 0, 0, 0, 0, 1, 1, 1, 2, 3,
    ]
    expect(mannKendall(tied).p).toBeGreaterThan(0.05)
  })

  it('a constant series has s 0, p 1 and no tau-b', () => {
    expect(mannKendall([4, 4, 4, 4])).toMatchObject({ s: 0, variance: 0, z: 0, p: 1, tauA: 0, tauB: null })
  })

  it('leaves missing values out', () => {
    expect(mannKendall([1, null, 3, null, 2, 5])).toEqual(mannKendall([1, 3, 2, 5]))
  })

  it('turns its sign when time runs backwards, and only order matters', () => {
    fc.assert(
      fc.property(anySeries.filter(longEnough), (values) => {
        Object.freeze(values)
        const found = mannKendall(values)
        expect(mannKendall([...values].reverse()).s).toBe(found.s === 0 ? 0 : -found.s)
        expect(mannKendall(values.map((value) => value && value ** 3))).toEqual(found)
        expect(found.p >= 0 && found.p <= 1 && Math.abs(found.tauA) <= 1).toBe(true)
      }),
    )
  })

  it('refuses a series of one, and what is not a number', () => {
    expect(() => mannKendall([3, null])).toThrow('values has 1 that are not missing: give 2 or more, in order of time.')
    expect(() => mannKendall([3, Number.NaN])).toThrow('values[1] is NaN: give a finite number.')
    expect(() => mannKendall([3, undefined as unknown as null])).toThrow(
      new TypeError('values[1] is undefined: give a number.'),
    )
  })
})

describe('theilSen', () => {
  it('refuses values whose difference is no number', () => {
    expect(() => theilSen([1e308, -1e308])).toThrow('values[0] is 1e+308: give a value within ±1e+300.')
  })

  it('is the slope of a straight line, missing values or not', () => {
    expect(theilSen([1, 3, null, 7, 9])).toMatchObject({ slope: 2, intercept: 1, pairs: 6 })
  })

  it('is hardly moved by one wild month', () => {
    expect(theilSen([1, 2, 3, 4, 500, 6, 7, 8, 9]).slope).toBe(1)
  })

  it('is 0 for a constant series', () => {
    expect(theilSen(new Array(24).fill(4))).toMatchObject({ slope: 0, intercept: 4, interval: { lower: 0, upper: 0 } })
  })

  // all of n values rise or all fall in 2 of n! orders: 8.3 % of them for 4 values, 1.7 % for 5
  it('has no interval where the steepest and the flattest slope do not hold the true one often enough', () => {
    expect(theilSen([3, 5])).toMatchObject({ slope: 2, interval: null, outerInterval: null })
    expect(theilSen([3, 5, 4, 6]).interval).toBeNull()
    expect(theilSen([3, 5, 4, 6], 0.9).interval).toEqual({ lower: -1, upper: 2 })
    expect(theilSen([3, 5, 4, 6, 8]).interval).toEqual({ lower: -1, upper: 2 })
  })

  it('scales and shifts with the values, lies in its interval and turns when time runs backwards', () => {
    fc.assert(
      fc.property(anySeries.filter(longEnough), fc.integer({ min: 2, max: 9 }), (values, factor) => {
        Object.freeze(values)
        const { slope, interval } = theilSen(values)
        const scaled = theilSen(values.map((value) => (value === null ? null : value * factor + 7)))
        expect(scaled.slope).toBeCloseTo(slope * factor, 8)
        if (interval) expect(interval.lower <= slope && slope <= interval.upper).toBe(true)
        expect(theilSen([...values].reverse()).slope).toBeCloseTo(-slope, 10)
      }),
    )
  })
})
