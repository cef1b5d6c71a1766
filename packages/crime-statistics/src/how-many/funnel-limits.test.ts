import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits } from './funnel-limits.ts'

describe('funnelLimits', () => {
  it('20 events expected of 2,000 people: 95 % lie between 5.60 and 14.37 per 1,000', () => {
    const { lower, upper } = funnelLimits(10, 2000)
    expect(lower).toBeCloseTo(5.602501, 6) // R 4.2.2: qpois, ppois
    expect(upper).toBeCloseTo(14.37288, 5)
    // the same from a table: P(X ≤ 11) = 0.02139, P(X ≤ 12) = 0.03901, so 12 less 14.01/17.62
    expect(lower).toBeCloseTo((12 - (0.03901 - 0.025) / (0.03901 - 0.02139)) / 2, 3)
  })

  it('normal limits are the rate and 1.96 times √(rate/population) on either side', () => {
    const { lower, upper } = funnelLimits(10, 2000, { method: 'normal' })
    expect(upper).toBeCloseTo(10 + 1.959963984540054 * Math.sqrt(5), 12)
    expect(lower).toBeCloseTo(10 - 1.959963984540054 * Math.sqrt(5), 12)
  })

  it('goes below 0 where few are expected, as published', () => {
    expect(funnelLimits(6, 500, { level: 0.998 }).lower).toBeLessThan(0)
  })

  it('narrows with the population, widens with the level and does not depend on `per`', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: 100, max: 1e7, noNaN: true }),
        fc.constantFrom('exact' as const, 'normal' as const),
        (rate, population, method) => {
          const near = funnelLimits(rate, population, { method })
          const far = funnelLimits(rate, population, { method, level: 0.998 })
          const each = funnelLimits(rate / 1000, population, { method, per: 1 })
          const larger = funnelLimits(rate, population * 4, { method })
          expect(far.lower < near.lower && near.lower < near.upper && near.upper < far.upper).toBe(true)
          expect(larger.upper - larger.lower).toBeLessThan(near.upper - near.lower)
          expect(each.upper * 1000).toBeCloseTo(near.upper, 6)
        },
      ),
    )
  })

  // P(X = 0) with a mean of 0.02 is 0.980: above the 97.5 % point, from which going back would end at −0.005 events
  it('an area that expects 0.02 events and has none is not above its upper limit', () => {
    const { lower, upper } = funnelLimits(0.01, 2000)
    expect(upper).toBe(0.01)
    expect((lower * 2000) / 1000).toBeCloseTo(-(Math.exp(-0.02) - 0.025) / Math.exp(-0.02), 12)
    expect(funnelLimits(0.013, 2000).upper).toBeGreaterThan(0.013) // 0.026 events: one is the upper quantile
  })

  it('the exact and normal limits meet in large areas', () => {
    const [exact, normal] = [funnelLimits(10, 1e8), funnelLimits(10, 1e8, { method: 'normal' })]
    expect(exact.upper / normal.upper).toBeCloseTo(1, 5)
  })

  it('refuses a rate of 0, no population and an unknown method', () => {
    expect(() => funnelLimits(0, 10)).toThrow('rate is 0: give a finite number above 0.')
    expect(() => funnelLimits(1, 0)).toThrow('population is 0')
    expect(() => funnelLimits(1e300, 1)).toThrow('rate × population / per is 1e+297: give at most 2^53 − 1 events.')
    expect(() => funnelLimits(1e-300, 1e-300)).toThrow('rate × population / per is 0')
    expect(() => funnelLimits(1, 1, { method: 'byar' as 'exact' })).toThrow(
      `method is "byar": give "exact" or "normal".`,
    )
  })
})
