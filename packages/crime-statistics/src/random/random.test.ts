import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from './seeded-random.ts'
import { shuffle } from './shuffle.ts'

const draws = (seed: number, n: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => random())
}

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, in every version: a printed seed must stay good', () => {
    expect(draws(1, 3)).toEqual(draws(1, 3))
    // lower halves of xoroshiro128+ after its jump, computed again with 64-bit integers in Python
    expect(draws(20220331, 3).map((u) => Math.round(u * 2 ** 32))).toEqual([1946875332, 2828973809, 3477139256])
  })

  it('is uniform: 100,000 draws fall into 20 equal parts as chance would have it', () => {
    // chi-squared with 19 degrees of freedom: 99.9 % of samples lie below 43.82 (table)
    const counts = new Array<number>(20).fill(0)
    for (const u of draws(7, 100_000)) counts[Math.floor(u * 20)]!++
    expect(counts.reduce((sum, n) => sum + (n - 5000) ** 2 / 5000, 0)).toBeLessThan(43.82)
  })

  it('begins anew with every seed: the first draws of 2,000 neighbouring seeds are uniform and not alike', () => {
    const firsts = Array.from({ length: 2000 }, (_, seed) => seededRandom(seed)())
    const counts = new Array<number>(10).fill(0)
    for (const u of firsts) counts[Math.floor(u * 10)]!++
    expect(counts.reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0)).toBeLessThan(27.88) // 9 degrees of freedom, 99.9 %
    const mean = firsts.reduce((sum, u) => sum + u, 0) / firsts.length
    const correlation =
      firsts.slice(1).reduce((sum, u, i) => sum + (u - mean) * (firsts[i]! - mean), 0) / (firsts.length / 12)
    expect(Math.abs(correlation)).toBeLessThan(0.08)
  })

  it('refuses a seed that is not a whole number', () => {
    expect(() => seededRandom(1.5)).toThrow(/seed is 1.5: give a whole number/)
    expect(() => seededRandom('1' as unknown as number)).toThrow(TypeError)
  })
})

describe('shuffle', () => {
  it('keeps every value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (values, seed) => {
        const shuffled = [...values]
        shuffle(shuffled, seededRandom(seed))
        expect(shuffled.sort()).toEqual([...values].sort())
      }),
    )
  })

  it('gives each of the six orders of three values as often', () => {
    const random = seededRandom(3)
    const orders = new Map<string, number>()
    for (let i = 0; i < 12_000; i++) {
      const values = [1, 2, 3]
      shuffle(values, random)
      orders.set(values.join(''), (orders.get(values.join('')) ?? 0) + 1)
    }
    const chi = [...orders.values()].reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0)
    expect(orders.size).toBe(6)
    expect(chi).toBeLessThan(20.52) // 5 degrees of freedom, 99.9 %
  })
})
