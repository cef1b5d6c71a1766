import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaQuantile, betaQuantileOdds, binomialUpperTail } from './beta.ts'
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

  it('of thousands of millions is R’s to 1e-10', () => {
    expect(error(incompleteBeta(2000000000, 30000000000, 0.0625001, 1 - 0.0625001), 0.5294580192790062)).toBeLessThan(
      1e-10,
    )
    expect(error(incompleteBeta(30000000000, 2000000000, 1 - 0.0625001, 0.0625001), 0.4705419807209938)).toBeLessThan(
      1e-10,
    )
  })

  it('is 0 and 1 at the ends', () => expect([incompleteBeta(2, 3, 0, 1), incompleteBeta(2, 3, 1, 0)]).toEqual([0, 1]))
})

describe('binomialUpperTail', () => {
  it('3 or more heads of 5 have probability a half', () => expect(binomialUpperTail(3, 2, 1)).toBeCloseTo(0.5, 15))
  it('all of 4 at odds of 1 to 3 have probability 1/256', () =>
    expect(binomialUpperTail(4, 0, 1 / 3)).toBeCloseTo(1 / 256, 17))
  it('none or more is certain', () => expect(binomialUpperTail(0, 7, 2)).toBe(1))
})

// a, b, p, qbeta(p, a, b), qbeta(p, a, b, lower = FALSE): R 4.2.2
const quantiles = [
  [0.5, 0.5, 0.025, 0.0015413331334360124, 0.998458666866564],
  [1, 40, 0.025, 0.0006327449320494187, 0.08809730287880246],
  [0.3, 7, 1e-12, 1.0476309300880457e-41, 0.9725783636360193],
  [2564, 2856, 0.001, 0.4521422500475221, 0.4940398470784475],
  [10000000, 10000000, 0.025, 0.499780869372639, 0.500219130627361],
  [30000000, 10, 0.975, 0.9999998401537469, 0.9999994305067992],
  [92, 45, 0.025, 0.590950641897174, 0.7473710106297682],
] as const

describe('betaQuantile', () => {
  for (const [a, b, p, lower, upper] of quantiles)
    it(`of ${a} and ${b} at ${p} is R's to 1e-12, on both sides`, () => {
      expect(error(betaQuantile(p, a, b), lower)).toBeLessThan(1e-12)
      expect(error(betaQuantile(p, a, b, 'upper'), upper)).toBeLessThan(1e-12)
    })

  it('at the largest counts is where a normal distribution has it', () => {
    const odds = betaQuantileOdds(0.025, 2 ** 53, 2 ** 53)
    expect((odds - 1) / Math.sqrt(2 / 2 ** 53)).toBeCloseTo(-1.959964, 6)
  })

  it('its tail gives p back, and its ends are 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
        (a, b, p) => {
          const odds = betaQuantileOdds(p, a, b)
          if (odds < 1e-300 || odds > 1e300) return // beyond what a number holds
          expect(incompleteBeta(a, b, odds / (1 + odds), 1 / (1 + odds)) / p).toBeCloseTo(1, 8)
        },
      ),
    )
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantile(0, 2, 3, 'upper')]).toEqual([0, 1, 1])
  })
})
