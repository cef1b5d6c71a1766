import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLevel, countableCount } from '../../test/arbitraries.ts'
import { clopperPearsonInterval } from './clopper-pearson-interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

// From SciPy 1.17: Wilson by its formula, Clopper–Pearson by beta.ppf and beta.isf.
const cases = [
  { part: 0, whole: 20, wilson: [0, 0.1611251580528194], exact: [0, 0.16843347098308534] },
  {
    part: 1,
    whole: 20,
    wilson: [0.008881448800795402, 0.2361311934467421],
    exact: [0.0012650894979498, 0.248732762772028],
  },
  {
    part: 92,
    whole: 136,
    wilson: [0.5939340919973467, 0.7493117551555065],
    exact: [0.590950641897174, 0.754112089749947],
  },
  { part: 20, whole: 20, wilson: [0.8388748419471804, 1], exact: [0.8315665290169146, 1] },
]

for (const [name, interval, key] of [
  ['wilsonInterval', wilsonInterval, 'wilson'],
  ['clopperPearsonInterval', clopperPearsonInterval, 'exact'],
] as const)
  describe(name, () => {
    for (const { part, whole, ...expected } of cases)
      it(`${part} of ${whole} is between ${expected[key][0]} and ${expected[key][1]}`, () => {
        expect(interval(part, whole).lower).toBeCloseTo(expected[key][0]!, 12)
        expect(interval(part, whole).upper).toBeCloseTo(expected[key][1]!, 12)
      })

    it('holds the share, stays within 0 to 1, and mirrors when part and remainder change places', () => {
      fc.assert(
        fc.property(countableCount, countableCount, anyLevel, (a, b, level) => {
          const [part, whole] = [Math.min(a, b), Math.max(a, b, 1)]
          const { lower, upper } = interval(part, whole, level)
          const share = part / whole
          expect(lower >= 0 && lower <= share * (1 + 1e-12)).toBe(true)
          expect(upper <= 1 && upper >= share * (1 - 1e-12)).toBe(true)
          expect(interval(whole - part, whole, level).lower).toBeCloseTo(1 - upper, 9)
        }),
      )
    })

    it('closes in on the share for the largest counts', () => {
      const { lower, upper } = interval((Number.MAX_SAFE_INTEGER - 1) / 2, Number.MAX_SAFE_INTEGER)
      expect(lower).toBeCloseTo(0.5, 7)
      expect(upper).toBeCloseTo(0.5, 7)
    })

    it('refuses a part above the whole and a whole of 0', () => {
      expect(() => interval(5, 4)).toThrow('part is 5 and whole is 4: the part cannot be above the whole.')
      expect(() => interval(0, 0)).toThrow('whole is 0: there is nothing to take a share of')
      expect(() => interval(0.5, 4)).toThrow('part is 0.5: give a whole number')
      expect(() => interval(1, 4, 1)).toThrow('level is 1')
    })
  })
