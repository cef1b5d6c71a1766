import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPValue } from '../../test/arbitraries.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { holm } from './holm.ts'

// The p-values of Benjamini and Hochberg (1995), section 4.1: four are called at 5 % by theirs, three by Bonferroni and Holm.
const paper = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
]
const called = (p: number[]) => p.filter((value) => value <= 0.05).length

describe('benjaminiHochberg', () => {
  it('calls four of the fifteen comparisons in its authors’ example', () =>
    expect(called(benjaminiHochberg(paper))).toBe(4))
  it('the fourth is 15/4 of its p-value', () => expect(benjaminiHochberg(paper)[3]).toBeCloseTo((0.0095 * 15) / 4, 15))
})

describe('holm', () => {
  it('calls three of the same fifteen', () => expect(called(holm(paper))).toBe(3))
  it('the third is 13 times its p-value', () => expect(holm(paper)[2]).toBeCloseTo(0.0019 * 13, 15))
})

for (const [name, adjust] of [
  ['benjaminiHochberg', benjaminiHochberg],
  ['holm', holm],
] as const)
  describe(name, () => {
    it('gives nothing for an empty list and leaves one value as it is', () => {
      expect(adjust([])).toEqual([])
      expect(adjust([0.03])).toEqual([0.03])
      expect(adjust(Float64Array.of(0.03))).toEqual([0.03])
    })

    it('keeps the order of the list, never lowers a value, stays within 1, gives ties the same, and changes nothing it is given', () => {
      fc.assert(
        fc.property(fc.array(anyPValue, { maxLength: 60 }), (p) => {
          Object.freeze(p)
          const adjusted = adjust(p)
          p.forEach((value, i) => {
            expect(adjusted[i]! >= value * (1 - 1e-15) && adjusted[i]! <= 1).toBe(true)
            expect(adjusted[p.indexOf(value)]).toBe(adjusted[i])
            for (const [j, other] of p.entries()) if (other > value) expect(adjusted[j]! >= adjusted[i]!).toBe(true)
          })
          expect(adjust([...p].reverse())).toEqual(adjusted.reverse())
        }),
      )
    })

    it('refuses what is not a probability, naming its place', () => {
      expect(() => adjust([0.1, 1.2])).toThrow('p[1] is 1.2: give a probability, 0 to 1.')
      expect(() => adjust([Number.NaN])).toThrow(RangeError)
      expect(() => adjust(0.1 as unknown as number[])).toThrow(new TypeError('p is 0.1: give an array.'))
    })
  })

it('holm is never below benjaminiHochberg', () => {
  fc.assert(
    fc.property(fc.array(anyPValue, { maxLength: 40 }), (p) => {
      const bh = benjaminiHochberg(p)
      for (const [i, value] of holm(p).entries()) expect(value).toBeGreaterThanOrEqual(bh[i]! * (1 - 1e-12))
    }),
  )
})
