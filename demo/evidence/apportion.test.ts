import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from './apportion.ts'

describe('apportion', () => {
  it('gives the largest remainders what is left over', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(7, [5, 3, 1])).toEqual([4, 2, 1]) // shares 3.89, 2.33, 0.78
  })

  it('always adds up to the total, and never strays a whole unit from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat(100_000), weights, (total, shares) => {
        const counts = apportion(total, shares)
        const sum = shares.reduce((a, b) => a + b, 0)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(total)
        counts.forEach((count, i) => {
          expect(Math.abs(count - (total * shares[i]!) / sum)).toBeLessThan(1)
        })
      }),
    )
  })

  it('refuses weights that add up to nothing', () => {
    expect(() => apportion(3, [0, 0])).toThrow(RangeError)
  })
})
