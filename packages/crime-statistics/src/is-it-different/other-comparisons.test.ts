import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyExposure, anyLevel } from '../../test/arbitraries.ts'
import { compareCounts } from './compare-counts.ts'
import { midPComparison } from './mid-p-comparison.ts'
import { minlikeComparisonP } from './minlike-comparison-p.ts'
import { scoreComparison } from './score-comparison.ts'

const anyFew = fc.oneof(fc.nat(40), fc.nat(20_000))

describe('midPComparison', () => {
  it('10 in 365 days against 19 in 366 is 0.528, 0.236 to 1.127, p 0.1', () => {
    const { ratio, interval, p } = midPComparison(10, 365, 19, 366) // R 4.2.2: pbinom, dbinom, uniroot
    expect(ratio).toBeCloseTo(10 / 365 / (19 / 366), 14)
    expect(interval.lower).toBeCloseTo(0.235570818538, 11)
    expect(interval.upper).toBeCloseTo(1.12657848762, 10)
    expect(p).toBeCloseTo(0.100226, 5)
  })

  it('nothing against 4 in equal time has p 1/16, half of the exact one, and an upper limit of 0.897', () => {
    const found = midPComparison(0, 1, 4, 1)
    expect(found).toMatchObject({ ratio: 0, interval: { lower: 0 }, p: 0.0625 })
    expect(found.interval.upper).toBeCloseTo(0.05 ** -0.25 - 1, 12) // ½(1 + ratio)^−4 = 0.025
  })

  it('4 against nothing has a lower limit only, and nothing against nothing says nothing', () => {
    const found = midPComparison(4, 1, 0, 1)
    expect(found).toMatchObject({ ratio: null, interval: { upper: null }, p: 0.0625 })
    expect(found.interval.lower).toBeCloseTo(1 / (0.05 ** -0.25 - 1), 12)
    expect(midPComparison(0, 1, 0, 2)).toMatchObject({ ratio: null, interval: { lower: 0, upper: null }, p: 1 })
  })

  it('lies within the exact interval, holds the ratio, and has 1 outside exactly when p is below 1 − level', () => {
    fc.assert(
      fc.property(anyFew, anyFew, anyExposure, anyExposure, anyLevel, (a, b, ea, eb, level) => {
        const exact = compareCounts(a, ea, b, eb, level)
        const { interval, ratio, p } = midPComparison(a, ea, b, eb, level)
        expect(interval.lower).toBeGreaterThanOrEqual(exact.interval.lower * (1 - 1e-9))
        if (interval.upper !== null) expect(interval.upper).toBeLessThanOrEqual(exact.interval.upper! * (1 + 1e-9))
        if (ratio !== null && interval.upper !== null)
          expect(ratio <= interval.upper && ratio >= interval.lower).toBe(true)
        expect(p).toBeLessThanOrEqual(exact.p * (1 + 1e-9))
        if (Math.abs(p - (1 - level)) < 1e-9) return
        expect(interval.lower > 1 || (interval.upper !== null && interval.upper < 1)).toBe(p < 1 - level)
      }),
    )
  })

  it('exchanging the two inverts the limits and keeps p', () => {
    fc.assert(
      fc.property(anyFew, anyFew, anyExposure, anyExposure, (a, b, ea, eb) => {
        const [there, back] = [midPComparison(a, ea, b, eb), midPComparison(b, eb, a, ea)]
        expect(back.p).toBeCloseTo(there.p, 10)
        if (there.interval.upper !== null) expect(there.interval.upper * back.interval.lower).toBeCloseTo(1, 8)
      }),
    )
  })
})

describe('minlikeComparisonP', () => {
  it('ends for counts whose sum is beyond the whole numbers', () =>
    expect(minlikeComparisonP(Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER, 1e6)).toBeLessThan(1e-300))

  it('is what poisson.test prints for two counts', () => {
    expect(minlikeComparisonP(2, 1355, 709, 112_901)).toBeCloseTo(0.0219360331744078, 12) // R 4.2.2
    expect(minlikeComparisonP(0, 1968, 711, 112_288) / 8.22502817544295e-6).toBeCloseTo(1, 10)
    expect(minlikeComparisonP(2564, 1, 1905, 1) / 6.16899396405777e-23).toBeCloseTo(1, 10)
  })

  it('is the central p-value where exposures are equal', () => {
    fc.assert(
      fc.property(anyFew, anyFew, anyExposure, (a, b, exposure) => {
        expect(minlikeComparisonP(a, exposure, b, exposure)).toBeCloseTo(compareCounts(a, exposure, b, exposure).p, 9)
      }),
    )
  })

  it('adds up every split that is at most as likely', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (a, b, ea, eb) => {
          const n = a + b
          let mass = (eb / (ea + eb)) ** n
          const masses: number[] = []
          for (let k = 0; k <= n; k++) {
            masses.push(mass)
            mass *= ((n - k) / (k + 1)) * (ea / eb)
          }
          const sum = masses.filter((each) => each <= masses[a]! * (1 + 1e-7)).reduce((total, each) => total + each, 0)
          expect(minlikeComparisonP(a, ea, b, eb)).toBeCloseTo(Math.min(1, sum), 9)
        },
      ),
    )
  })

  it('refuses a part of an event', () => expect(() => minlikeComparisonP(0.5, 1, 2, 1)).toThrow('a is 0.5'))
})

describe('scoreComparison', () => {
  it('2,564 against 2,855 in equal time has z −3.953', () => {
    const { z, p, ratio } = scoreComparison(2564, 1, 2855, 1)
    expect(z).toBeCloseTo(-291 / Math.sqrt(5419), 12) // by hand: (a − b)/√(a + b)
    expect(p).toBeCloseTo(7.71580580227793e-5, 14) // R 4.2.2
    expect(ratio).toBeCloseTo(0.898073555166375, 14)
  })

  it('has no z without an event, and no upper limit against nothing', () => {
    expect(scoreComparison(0, 1, 0, 1)).toMatchObject({
      z: null,
      p: null,
      ratio: null,
      interval: { lower: 0, upper: null },
    })
    expect(scoreComparison(3, 1, 0, 1)).toMatchObject({ ratio: null, interval: { upper: null } })
  })

  it('leaves out 1 exactly when p is below 1 − level, and turns its sign when the two change places', () => {
    fc.assert(
      fc.property(anyFew, anyFew, anyExposure, anyExposure, anyLevel, (a, b, ea, eb, level) => {
        const { interval, p, z } = scoreComparison(a, ea, b, eb, level)
        if (z === null) return
        expect(scoreComparison(b, eb, a, ea, level).z).toBeCloseTo(-z, 6)
        if (Math.abs(p! - (1 - level)) < 1e-7) return
        expect(interval.lower > 1 || (interval.upper !== null && interval.upper < 1)).toBe(p! < 1 - level)
      }),
    )
  })
})
