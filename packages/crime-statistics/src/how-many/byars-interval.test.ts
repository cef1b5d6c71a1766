import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCount, anyLevel } from '../../test/arbitraries.ts'
import { byarsInterval } from './byars-interval.ts'
import { exactPoissonInterval } from './exact-poisson-interval.ts'

describe('byarsInterval', () => {
  it('is 0 to 3.668 for no event: the lower limit is 0 by definition', () => {
    expect(byarsInterval(0).lower).toBe(0)
    expect(byarsInterval(0).upper).toBeCloseTo(3.66801183, 8) // R 4.2.2
  })

  for (const count of [10, 25, 100, 2564])
    it(`is within 0.2 % of the exact limits for ${count} events`, () => {
      const [byar, exact] = [byarsInterval(count), exactPoissonInterval(count)]
      expect(Math.abs(byar.lower / exact.lower - 1)).toBeLessThan(0.002)
      expect(Math.abs(byar.upper / exact.upper - 1)).toBeLessThan(0.002)
    })

  it('keeps the published formula below 0 for one event at 99.8 %', () => {
    expect(byarsInterval(1, 0.998).lower).toBeCloseTo(-0.00281448, 8) // R 4.2.2
  })

  it('holds the count at every level from 50 %, whatever the count, and never returns NaN', () => {
    fc.assert(
      fc.property(anyCount, anyLevel, (count, level) => {
        const { lower, upper } = byarsInterval(count, level)
        expect(lower).toBeLessThanOrEqual(count)
        expect(upper).toBeGreaterThanOrEqual(count)
      }),
    )
  })

  it.each([-1, 2.5, Number.NaN, Infinity, 2 ** 53])('refuses %s events, saying what to give', (count) => {
    expect(() => byarsInterval(count)).toThrow(RangeError)
    expect(() => byarsInterval(count)).toThrow(`count is ${count}: give a whole number`)
  })

  it.each([0, 1, 95, Number.NaN])('refuses level %s', (level) => {
    expect(() => byarsInterval(3, level)).toThrow(`level is ${level}: give a proportion such as 0.95.`)
  })

  it('refuses text as a TypeError', () => {
    expect(() => byarsInterval('3' as unknown as number)).toThrow(new TypeError('count is "3": give a number.'))
  })
})
