import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countQuantile, countUpperTail } from './negative-binomial.ts'

const means = fc.double({ min: 0.01, max: 2000, noNaN: true })
const dispersions = fc.oneof(fc.constant(1), fc.double({ min: 1.001, max: 20, noNaN: true }))

describe('counts of a given mean and dispersion', () => {
  // R: pnbinom(n - 1, mean/(phi - 1), 1/phi, lower.tail = FALSE); ppois where phi is 1
  for (const [mean, dispersion, n, tail] of [
    [0.3, 2, 3, 0.026312439867963],
    [5, 1, 12, 0.0054530919130094],
    [5, 1.3, 12, 0.014355432603389],
    [20, 5, 60, 0.0020563392966268],
    [1500, 30, 2400, 0.00012792825956939],
    [40_000, 1.01, 41_500, 6.0914224325265e-14],
  ] as const)
    it(`${n} or more of mean ${mean} and dispersion ${dispersion} have a chance of ${tail}`, () =>
      expect(countUpperTail(n, { mean, dispersion }) / tail).toBeCloseTo(1, 9))

  // R: qnbinom(.995, …), qnbinom(.05, …)
  for (const [mean, dispersion, high, low] of [
    [0.3, 2, 4, 0],
    [5, 1, 12, 2],
    [5, 1.3, 13, 1],
    [20, 5, 54, 6],
    [1500, 30, 2102, 1169],
    [40_000, 1.01, 40_519, 39_670],
  ] as const)
    it(`of mean ${mean} and dispersion ${dispersion}, the upper quantile is ${high} and the lower ${low}`, () => {
      expect(countQuantile(0.005, { mean, dispersion })).toBe(high)
      expect(countQuantile(0.95, { mean, dispersion })).toBe(low)
    })

  it('a quantile is the smallest count exceeded with at most the chance asked for', () =>
    fc.assert(
      fc.property(means, dispersions, fc.double({ min: 1e-9, max: 0.99, noNaN: true }), (mean, dispersion, alpha) => {
        const k = countQuantile(alpha, { mean, dispersion })
        expect(countUpperTail(k + 1, { mean, dispersion })).toBeLessThanOrEqual(alpha)
        if (k > 0) expect(countUpperTail(k, { mean, dispersion })).toBeGreaterThan(alpha)
      }),
    ))

  it('no events have mean 0', () => expect(countQuantile(0.01, { mean: 0, dispersion: 1 })).toBe(0))
})
