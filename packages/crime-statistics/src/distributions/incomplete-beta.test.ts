import { describe, expect, it } from 'vitest'
import { binomialUpperTail } from './beta.ts'
import { incompleteBeta } from './incomplete-beta.ts'

// a, b, x, pbeta(x, a, b), its upper tail: R 4.2.2. Every x is a sum of powers of 2, so that 1 − x is exact
const tails = [
  [0.5, 0.5, 0.25, 0.33333333333333326, 0.6666666666666667],
  [2, 3, 0.125, 0.07885742187500004, 0.921142578125],
  [17.5, 4, 0.5, 0.000980462136908928, 0.9990195378630911],
  [2564, 2856, 0.4375, 7.070093462455422e-8, 0.9999999292990653],
  [1000000, 1000000, 0.5, 0.5, 0.5],
  [1000000, 1000000, 0.49951171875, 0.08362901315200875, 0.9163709868479912],
  [1000000, 20000, 0.98046875, 0.711014081888095, 0.28898591811190505],
  [10000000, 10000000, 0.5001220703125, 0.8625461002568172, 0.13745389974318278],
] as const

const error = (found: number, expected: number) =>
  Math.abs(found - expected) / (expected === 0 ? 1 : Math.abs(expected))

describe('incompleteBeta', () => {
  for (const [a, b, x, lower, upper] of tails)
    it(`of ${a} and ${b} at ${x} is R's to 1e-12, on both sides`, () => {
      expect(error(incompleteBeta(a, b, x, 1 - x), lower)).toBeLessThan(1e-12)
      expect(error(incompleteBeta(b, a, 1 - x, x), upper)).toBeLessThan(1e-12)
    })

  it('is 0 and 1 at the ends', () => expect([incompleteBeta(2, 3, 0, 1), incompleteBeta(2, 3, 1, 0)]).toEqual([0, 1]))
})

describe('binomialUpperTail', () => {
  it('3 or more heads of 5 have probability a half', () => expect(binomialUpperTail(3, 2, 1)).toBeCloseTo(0.5, 15))
  it('all of 4 at odds of 1 to 3 have probability 1/256', () =>
    expect(binomialUpperTail(4, 0, 1 / 3)).toBeCloseTo(1 / 256, 17))
  it('none or more is certain', () => expect(binomialUpperTail(0, 7, 2)).toBe(1))
})
