import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked } from './masked.ts'

describe('masked', () => {
  for (const value of ['2026-13', '2025-01-32', '91', '-0.2708', '51.439934', '12:30', '01/02/2025'])
    it(`leaves ${value} as it is, since it says what is wrong`, () => expect(masked(value)).toBe(value))

  for (const [value, shape] of [
    ['Jane Doe', 'xxxx xxx'],
    ['07700 900123', '99999 999999'],
    ['943 476 5919', '999 999 9999'],
    ['9434765919', '9999999999'],
    ['DA1 1DT', 'xx9 9xx'],
    ['a\nb', 'x x'],
    ['١٢٣ é', '999 x'],
  ])
    it(`shows only the shape of ${JSON.stringify(value)}`, () => expect(masked(value!)).toBe(shape))

  it('never lets a letter, a long number, a second line or more than 25 characters through', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.stringMatching(/^[-\d.:/ ]{0,14}$/),
          fc.string({ unit: 'grapheme' }),
        ),
        (value) => {
          const shown = masked(value)
          if (shown !== value) {
            expect(shown).not.toMatch(/[^x\P{L}]/u)
            expect(shown).not.toMatch(/[^9\P{N}]/u)
          }
          expect(shown.match(/\p{L}/gu)?.filter((letter) => letter !== 'x') ?? []).toEqual([])
          if (/[0-8]/.test(shown)) expect(shown.replace(/\D/g, '').length).toBeLessThanOrEqual(8)
          expect(shown).not.toMatch(/[\r\n\u2028\u2029]/)
          expect(shown.length).toBeLessThanOrEqual(25)
        },
      ),
      { numRuns: 2000 },
    ))
})
