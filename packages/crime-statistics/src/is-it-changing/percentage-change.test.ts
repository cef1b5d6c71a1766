import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHalfAwayFromZero } from '../how-to-print/round-half-away-from-zero.ts'
import { percentageChange } from './percentage-change.ts'

describe('percentageChange', () => {
  // Anti-social behaviour incidents in Dartford, year ending September 2021, against 2020 and 2019.
  it('2,564 from 2,855 prints as −10.2', () => expect(printed(2564, 2855)).toBe(-10.2))
  it('2,564 from 1,905 prints as 34.6', () => expect(printed(2564, 1905)).toBe(34.6))

  it('is null from a base of 0, whatever came after', () => {
    expect(percentageChange(0, 0)).toBeNull()
    expect(percentageChange(12, 0)).toBeNull()
  })

  it('is −100 to nothing and 0 with no change', () => {
    expect(percentageChange(0, 7)).toBe(-100)
    expect(percentageChange(7, 7)).toBe(0)
  })

  it('keeps decimal halves: 8,985 from 10,000 is exactly −10.15 and prints as −10.2', () => {
    expect(percentageChange(8985, 10_000)).toBe(-10.15)
    expect(printed(8985, 10_000)).toBe(-10.2)
  })

  it('is the double nearest the true quotient for any two counts, so every half prints right', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (current, base) => {
        const tenths =
          (2000n * BigInt(current - base) + BigInt(base) * (current < base ? -1n : 1n)) / (2n * BigInt(base))
        expect(printed(current, base)).toBe(Number(`${tenths}e-1`)) // exact integer arithmetic, half away from zero
      }),
    )
  })

  it('refuses what cannot be a count or a rate', () => {
    expect(() => percentageChange(-1, 5)).toThrow('current is -1: give a finite number, 0 or more.')
    expect(() => percentageChange(1, Number.NaN)).toThrow('base is NaN')
    expect(() => percentageChange(1e308, 1e-5)).toThrow('too far apart')
  })
})

const printed = (current: number, base: number) => roundHalfAwayFromZero(percentageChange(current, base)!, 1)
