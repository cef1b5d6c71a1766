import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLevel } from '../../test/arbitraries.ts'
import { wilsonContinuityInterval } from './wilson-continuity-interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('wilsonContinuityInterval', () => {
  // Newcombe (1998), table I, method 4
  for (const [part, whole, lower, upper] of [
    [81, 263, 0.2535, 0.3682],
    [15, 148, 0.0598, 0.1644],
    [0, 20, 0, 0.2005],
    [1, 29, 0.0018, 0.1963],
  ] as const)
    it(`${part} of ${whole} is between ${lower} and ${upper}`, () => {
      expect(wilsonContinuityInterval(part, whole).lower).toBeCloseTo(lower, 4)
      expect(wilsonContinuityInterval(part, whole).upper).toBeCloseTo(upper, 4)
    })

  it('holds the uncorrected interval, mirrors, and stays within 0 to 1', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), anyLevel, (a, b, level) => {
        const [part, whole] = [a, Math.max(1, a + b)]
        const [found, plain] = [wilsonContinuityInterval(part, whole, level), wilsonInterval(part, whole, level)]
        expect(found.lower >= 0 && found.lower <= plain.lower + 1e-12).toBe(true)
        expect(found.upper <= 1 && found.upper >= plain.upper - 1e-12).toBe(true)
        expect(wilsonContinuityInterval(whole - part, whole, level).lower).toBeCloseTo(1 - found.upper, 12)
        expect(wilsonContinuityInterval(part, whole, level, 0).upper).toBeCloseTo(plain.upper, 12)
      }),
    )
  })

  it('refuses a part above the whole and a correction below 0', () => {
    expect(() => wilsonContinuityInterval(5, 4)).toThrow('part is 5 and whole is 4')
    expect(() => wilsonContinuityInterval(3, 4, 0.95, -1)).toThrow('correction is -1')
  })
})
