import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyExposure, anyLevel } from '../../test/arbitraries.ts'
import { compareCounts } from './compare-counts.ts'

const anyPairCount = fc.oneof(fc.nat(40), fc.nat(50_000), fc.nat(1e9))

describe('compareCounts', () => {
  it('refuses exposures so small that a rate is no number', () =>
    expect(() => compareCounts(1e10, 1e-300, 1, 1e-300)).toThrow('the rates are too large for a number'))

  it('2,564 against 2,855 in equal time is a ratio of 0.898, 0.851 to 0.948, p 0.00008', () => {
    const found = compareCounts(2564, 365, 2855, 365)
    expect(found.ratio).toBeCloseTo(0.898073555166375, 14) // R 4.2.2, poisson.test
    expect(found.interval.lower).toBeCloseTo(0.851104497917852, 12)
    expect(found.interval.upper).toBeCloseTo(0.947597962779994, 12)
    expect(found.p).toBeCloseTo(8.1360715433843e-5, 15)
    expect(found.percentageInterval.lower).toBeCloseTo(-14.8896, 4)
  })

  it('a far tail keeps its digits: 2,564 against 1,905 has p 6.17e-23, not 0', () => {
    expect(compareCounts(2564, 1, 1905, 1).p / 6.16899396405777e-23).toBeCloseTo(1, 10) // R 4.2.2, poisson.test
  })

  it('allows for a leap year', () => {
    expect(compareCounts(10, 365, 19, 366).p).toBeCloseTo(0.137996027170751, 12) // R 4.2.2, twice the smaller tail
  })

  it('nothing against 4 is a ratio of 0 with an upper limit', () => {
    expect(compareCounts(0, 1, 4, 1)).toMatchObject({
      ratio: 0,
      percentageChange: -100,
      interval: { lower: 0, upper: expect.closeTo(1.51486685936587, 12) },
      p: 0.125,
    })
  })

  it('1 against nothing has no ratio and no upper limit', () => {
    expect(compareCounts(1, 1, 0, 1)).toMatchObject({
      ratio: null,
      percentageChange: null,
      interval: { lower: expect.closeTo(1 / 39, 12), upper: null },
      percentageInterval: { lower: expect.closeTo(100 / 39 - 100, 10), upper: null },
      p: 1,
    })
  })

  it('nothing against nothing says nothing: every ratio from 0 up, p 1', () => {
    expect(compareCounts(0, 1, 0, 1)).toMatchObject({ ratio: null, interval: { lower: 0, upper: null }, p: 1 })
  })

  it('the interval leaves out 1 exactly when p is at or below 1 − level', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), anyExposure, anyExposure, anyLevel, (a, b, ea, eb, level) => {
        const { p, interval } = compareCounts(a, ea, b, eb, level)
        if (Math.abs(p - (1 - level)) < 1e-9) return // on the line itself rounding decides
        expect(interval.lower > 1 || (interval.upper !== null && interval.upper < 1)).toBe(p < 1 - level)
      }),
    )
  })

  it('exchanging the two inverts the ratio and its limits and keeps p', () => {
    fc.assert(
      fc.property(anyPairCount, anyPairCount, anyExposure, anyExposure, (a, b, ea, eb) => {
        const there = compareCounts(a, ea, b, eb)
        const back = compareCounts(b, eb, a, ea)
        expect(back.p).toBeCloseTo(there.p, 9)
        if (there.interval.upper !== null) expect(there.interval.upper * back.interval.lower).toBeCloseTo(1, 6)
        else expect(back.interval.lower).toBe(0)
      }),
    )
  })

  it('does not depend on the unit of exposure and returns no NaN', () => {
    fc.assert(
      fc.property(anyPairCount, anyPairCount, anyExposure, anyExposure, (a, b, ea, eb) => {
        const days = compareCounts(a, ea, b, eb)
        const hours = compareCounts(a, ea * 24, b, eb * 24)
        expect(hours.p).toBeCloseTo(days.p, 9)
        for (const value of [days.ratio, days.p, days.difference, days.interval.lower, days.interval.upper])
          expect(Number.isNaN(value)).toBe(false)
        if (days.ratio === null) return
        expect(days.interval.lower <= days.ratio * (1 + 1e-9)).toBe(true)
        expect(days.interval.upper! >= days.ratio * (1 - 1e-9)).toBe(true)
      }),
    )
  })

  it('refuses exposures that cannot be in one unit', () => {
    expect(() => compareCounts(0, 1e-300, 2, 1e300)).toThrow('give both in the same unit, less than 10^9 times apart.')
  })

  it('refuses a part of an event and an exposure of 0', () => {
    expect(() => compareCounts(1.5, 1, 2, 1)).toThrow('a is 1.5: give a whole number of events')
    expect(() => compareCounts(1, 0, 2, 1)).toThrow('exposureA is 0: give a finite number above 0.')
    expect(() => compareCounts(1, 1, -2, 1)).toThrow('b is -2')
    expect(() => compareCounts(1, 1, 2, 1, 95)).toThrow('level is 95')
  })
})
