import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHalfAwayFromZero } from './round-half-away-from-zero.ts'

const cases = [
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [-10.15, 1, -10.2],
  [10.25, 1, 10.3],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [34.59317585301837, 1, 34.6],
  [0.1 + 0.2, 15, 0.3],
  [1e-7, 3, 0],
  [5e-7, 6, 0.000001],
  [1e21, 2, 1e21],
  [1.7976931348623157e308, 15, 1.7976931348623157e308],
  [-0.04, 1, 0],
  [0, 1, 0],
] as const

describe('roundHalfAwayFromZero', () => {
  for (const [x, places, expected] of cases)
    it(`${x} to ${places} places is ${expected}`, () => expect(roundHalfAwayFromZero(x, places)).toBe(expected))

  it('rounds every decimal half away from zero, whatever its binary form', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 0, max: 5 }), (n, places) => {
        const half = Number(`${n}5e-${places + 1}`)
        const up = Number(`${n + 1}e-${places}`)
        expect(roundHalfAwayFromZero(half, places)).toBe(up)
        expect(roundHalfAwayFromZero(-half, places)).toBe(-up)
      }),
    )
  })

  it('never moves a number by more than half a place and leaves rounded numbers alone', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 15 }), (x, places) => {
        const rounded = roundHalfAwayFromZero(x, places)
        expect(Math.abs(rounded - x)).toBeLessThanOrEqual(0.5 * 10 ** -places + Math.abs(x) * 2 ** -52)
        expect(roundHalfAwayFromZero(rounded, places)).toBe(rounded)
        expect(Object.is(rounded, -0)).toBe(false)
      }),
    )
  })

  it('refuses what is not a number of places', () => {
    expect(() => roundHalfAwayFromZero(1, 1.5)).toThrow(
      'places is 1.5: give a whole number of decimal places, 0 to 15.',
    )
    expect(() => roundHalfAwayFromZero(Number.NaN, 1)).toThrow('x is NaN: give a finite number.')
  })
})
