import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLevel, countableCount } from '../../test/arbitraries.ts'
import { poissonLowerTail, poissonUpperTail } from '../distributions/poisson.ts'
import { byarsInterval } from './byars-interval.ts'
import { exactPoissonInterval } from './exact-poisson-interval.ts'

// Half the chi-squared quantiles (Garwood 1936), from SciPy 1.17 gamma.ppf and gamma.isf.
const fromSciPy = [
  [0, 0, 3.6888794541139363],
  [1, 0.025317807984289876, 5.571643390938898],
  [10, 4.7953886961324335, 18.390356042017775],
  [25, 16.178681847829328, 36.904931697530394],
  [100, 81.36399125092314, 121.62679379242638],
  [2564, 2465.705872845902, 2665.2077321737174],
  [100_000, 99_381.15266374472, 100_621.74473974388],
  [1_000_000, 998_040.9833402939, 1_001_961.9119454322],
  [999_999_999, 999_938_020.4439589, 1_000_061_980.450378],
] as const

describe('exactPoissonInterval', () => {
  it('is right where a quantile function that was tried is off by 2: 1,022 events at 50 %', () => {
    expect(exactPoissonInterval(1022, 0.5).lower).toBeCloseTo(1000.2595789910514, 9) // SciPy 1.17
  })

  for (const [count, lower, upper] of fromSciPy)
    it(`${count} events have limits ${lower} and ${upper}`, () => {
      const found = exactPoissonInterval(count)
      expect(Math.abs(found.lower - lower)).toBeLessThanOrEqual(1e-14 * Math.max(1, count))
      expect(Math.abs(found.upper - upper)).toBeLessThanOrEqual(1e-14 * Math.max(1, count))
    })

  it('at its limits the tails have the probability left outside', () => {
    fc.assert(
      fc.property(countableCount, anyLevel, (count, level) => {
        const { lower, upper } = exactPoissonInterval(count, level)
        const tail = (1 - level) / 2
        if (count > 0) expect(poissonUpperTail(count, lower) / tail).toBeCloseTo(1, 8)
        expect(poissonLowerTail(count, upper) / tail).toBeCloseTo(1, 8)
      }),
      { numRuns: 60 },
    )
  })

  it('grows with the count, widens with the level and holds the count', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0.1, max: 0.99, noNaN: true }), (count, level) => {
        const found = exactPoissonInterval(count, level)
        const next = exactPoissonInterval(count + 1, level)
        const wider = exactPoissonInterval(count, (1 + level) / 2)
        expect(found.lower <= count && count <= found.upper).toBe(true)
        expect(next.lower > found.lower && next.upper > found.upper).toBe(true)
        expect(wider.lower <= found.lower && wider.upper > found.upper).toBe(true)
      }),
    )
  })

  it('joins Byar’s limits without a step where it hands over to them, at a thousand million events', () => {
    const [exact, byar] = [exactPoissonInterval(999_999_999), byarsInterval(999_999_999)]
    expect(Math.abs(exact.lower / byar.lower - 1)).toBeLessThan(1e-14)
    expect(Math.abs(exact.upper / byar.upper - 1)).toBeLessThan(1e-14)
  })

  it.each([-1, 0.5, Number.NaN])('refuses %s events', (count) => {
    expect(() => exactPoissonInterval(count)).toThrow(`count is ${count}: give a whole number of events`)
  })
})
