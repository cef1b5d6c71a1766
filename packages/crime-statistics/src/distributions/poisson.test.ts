import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonAtLeast, poissonAtMost, poissonMass, poissonQuantile } from './poisson.ts'

// n, mean, ppois(n, mean), ppois(n − 1, mean, lower = FALSE): R 4.2.2
const tails = [
  [0, 3, 0.049787068367863944, 1],
  [5, 6.2, 0.41411303858437765, 0.7408226310970534],
  [12345, 12345, 0.5023936947344199, 0.5011968602938193],
  [1000500, 1000000, 0.6916824365452102, 0.3086695481000024],
] as const

// p, mean, qpois(p, mean): R 4.2.2
const quantiles = [
  [0.025, 6.2, 2],
  [0.001, 3, 0],
  [0.5, 0.1, 0],
  [0.999, 1000000, 1003092],
  [1e-12, 1000000, 992974],
  [0.975, 12345, 12563],
  [0.5, 12345, 12345],
] as const

const error = (found: number, expected: number) =>
  Math.abs(found - expected) / (expected === 0 ? 1 : Math.abs(expected))

describe('Poisson tails', () => {
  for (const [n, mean, atMost, atLeast] of tails)
    it(`of ${n} at a mean of ${mean} are R's to 1e-12`, () => {
      expect(error(poissonAtMost(n, mean), atMost)).toBeLessThan(1e-12)
      expect(error(poissonAtLeast(n, mean), atLeast)).toBeLessThan(1e-12)
    })

  it('nothing is at most −1', () => expect([poissonAtMost(-1, 3), poissonAtLeast(0, 3)]).toEqual([0, 1]))
  it('the mass of 2 at a mean of 3 is 4.5/e³', () => expect(poissonMass(2, 3)).toBeCloseTo(4.5 / Math.E ** 3, 15))
})

describe('poissonQuantile', () => {
  for (const [p, mean, n] of quantiles)
    it(`of ${p} at a mean of ${mean} is ${n}`, () => expect(poissonQuantile(p, mean)).toBe(n))

  it('is the first count at which the lower tail reaches p', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        (p, mean) => {
          const n = poissonQuantile(p, mean)
          expect(poissonAtMost(n, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-10))
          expect(poissonAtMost(n - 1, mean)).toBeLessThan(p * (1 + 1e-10))
        },
      ),
    )
  })
})
