import { describe, expect, it } from 'vitest'
import { normalQuantile, normalTwoSided, normalTwoSidedP, normalUpperTail } from './normal.ts'

// p, qnorm(p): R 4.2.2
const quantiles = [
  [1e-100, -21.27345356096532],
  [1e-20, -9.262340089798405],
  [1e-12, -7.034483825301132],
  [1e-6, -4.753424308822899],
  [0.025, -1.9599639845400538],
  [0.3, -0.5244005127080407],
  [0.5, 0],
  [0.975, 1.9599639845400536],
] as const

const error = (found: number, expected: number) =>
  Math.abs(found - expected) / (expected === 0 ? 1 : Math.abs(expected))

describe('normalQuantile', () => {
  for (const [p, z] of quantiles)
    it(`of ${p} is R's, and its tail gives p back`, () => {
      expect(error(normalQuantile(p), z)).toBeLessThan(1e-13)
      expect(error(normalUpperTail(-normalQuantile(p)), p)).toBeLessThan(1e-12)
    })

  it('95 % lie within 1.96 of the mean', () => {
    expect(normalTwoSided(0.95)).toBeCloseTo(1.959963984540054, 14)
    expect(normalTwoSidedP(1.959963984540054)).toBeCloseTo(0.05, 14)
  })
})
