import { describe, expect, it } from 'vitest'
import { chance } from './random.ts'

const draws = (many: number, draw: () => number) => Array.from({ length: many }, draw)
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
const variance = (values: number[]) => {
  const centre = mean(values)
  return mean(values.map((v) => (v - centre) ** 2))
}

const seeded = chance('test')

describe('chance', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const first = draws(5, chance('a').uniform)
    expect(draws(5, chance('a').uniform)).toEqual(first)
    expect(draws(5, chance('b').uniform)).not.toEqual(first)
  })

  // Bounds are about five standard errors at these sizes; the draws are fixed by their seeds.
  it('draws Poisson counts whose mean and variance are the mean asked for, large and small', () => {
    for (const expected of [0.5, 12, 430]) {
      const counts = draws(20_000, () => seeded.poisson(expected))
      expect(Math.abs(mean(counts) / expected - 1)).toBeLessThan(0.05)
      expect(Math.abs(variance(counts) / expected - 1)).toBeLessThan(0.08)
    }
  })

  it('draws gammas with mean 1 and the coefficient of variation asked for', () => {
    const values = draws(20_000, () => seeded.gammaAroundOne(0.2))
    expect(mean(values)).toBeCloseTo(1, 1)
    expect(Math.sqrt(variance(values))).toBeCloseTo(0.2, 2)
    expect(seeded.gammaAroundOne(0)).toBe(1)
  })

  it('refuses a coefficient of variation above 1', () => {
    expect(() => seeded.gammaAroundOne(1.5)).toThrow(RangeError)
  })
})
