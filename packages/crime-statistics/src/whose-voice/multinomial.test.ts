import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bonferroniExactIntervals } from './bonferroni-exact-intervals.ts'
import { goodmanIntervals } from './goodman-intervals.ts'
import { leadOverSecond } from './lead-over-second.ts'
import { quesenberryHurstIntervals } from './quesenberry-hurst-intervals.ts'
import { sisonGlazIntervals } from './sison-glaz-intervals.ts'
import { waldIntervals } from './wald-intervals.ts'
import { wilsonIntervals } from './wilson-intervals.ts'

const anyCounts = fc
  .array(fc.oneof(fc.nat(5), fc.nat(2000)), { minLength: 2, maxLength: 8 })
  .filter((counts) => counts.some((count) => count > 0))

const all = {
  bonferroniExactIntervals,
  goodmanIntervals,
  quesenberryHurstIntervals,
  sisonGlazIntervals: (counts: ArrayLike<number>, level?: number) => sisonGlazIntervals(counts, level).intervals,
  wilsonIntervals,
}

for (const [name, intervals] of Object.entries(all))
  describe(name, () => {
    it('holds every share, within 0 to 1, in any order of the answers', () => {
      fc.assert(
        fc.property(anyCounts, (counts) => {
          Object.freeze(counts)
          const n = counts.reduce((sum, count) => sum + count, 0)
          const found = intervals(counts)
          for (const [i, { lower, upper }] of found.entries()) {
            expect(lower >= 0 && lower <= counts[i]! / n + 1e-12).toBe(true)
            expect(upper <= 1 && upper >= counts[i]! / n - 1e-12).toBe(true)
          }
          const reversed = intervals([...counts].reverse()).reverse()
          for (const [i, { upper }] of found.entries()) expect(reversed[i]!.upper).toBeCloseTo(upper, 9)
        }),
        { numRuns: 60 },
      )
    })

    it('refuses one answer, no choices and parts of choices', () => {
      expect(() => intervals([5])).toThrow('counts has 1 answers')
      expect(() => intervals([0, 0])).toThrow('counts are all 0: nobody has answered.')
      expect(() => intervals([1.5, 2])).toThrow('counts[0] is 1.5')
      expect(() => intervals([1, 2], 1)).toThrow('level is 1')
    })
  })

describe('the intervals beside one another', () => {
  const poll = [92, 26, 10, 6, 2]

  it('Goodman’s never has 0 below for an answer that was given; Sison and Glaz’s has', () => {
    expect(goodmanIntervals(poll).every(({ lower }) => lower > 0)).toBe(true)
    expect(sisonGlazIntervals(poll).intervals.map(({ lower }) => lower > 0)).toEqual([true, true, false, false, false])
  })

  it('Sison and Glaz’s is the narrower for the largest share', () => {
    const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower
    expect(width(sisonGlazIntervals(poll).intervals[0]!)).toBeLessThan(width(goodmanIntervals(poll)[0]!))
  })

  it('for two answers Goodman’s is a score interval at 97.5 %', () => {
    const [found] = goodmanIntervals([30, 70])
    const [wilson] = wilsonIntervals([30, 70], 0.975)
    expect(found!.lower).toBeCloseTo(wilson!.lower, 12)
    expect(found!.upper).toBeCloseTo(wilson!.upper, 12)
  })

  // May & Johnson (2000), table 1 and section 4: c = 19 for 56, 72, 73, 59, 62, 87, 58
  it('Sison and Glaz’s half-width for May and Johnson’s example is 19', () => {
    expect(sisonGlazIntervals([56, 72, 73, 59, 62, 87, 58]).halfWidth).toBe(19)
  })

  it('Sison and Glaz give 3 of 3 a point and Goodman 0.3739 to 1: the docstring warns of it', () => {
    expect(sisonGlazIntervals([3, 0])).toMatchObject({
      halfWidth: 0,
      intervals: [{ lower: 1, upper: 1 }, { lower: 0 }],
    })
    // lower limit of 3 in 3: 3/(3 + A) with A = 5.0239, the chi-squared(1) quantile at 0.975 (by hand)
    expect(goodmanIntervals([3, 0])[0]!.lower).toBeCloseTo(0.3739, 4)
  })

  it('so few answers that nothing can be said give 0 to 1', () => {
    expect(sisonGlazIntervals([1, 0], 0.99).intervals[0]!.upper).toBe(1)
  })

  it('Wald limits may leave 0 to 1 and have no width for an answer nobody gave', () => {
    expect(waldIntervals([0, 10])).toEqual([
      { lower: 0, upper: 0 },
      { lower: 1, upper: 1 },
    ])
    expect(waldIntervals(poll)[4]!.lower).toBeLessThan(0)
  })
})

describe('leadOverSecond', () => {
  it('of two answers is 2p − 1 with the standard error of that', () => {
    const { lead, standardError, first, second } = leadOverSecond([30, 70])
    expect([first, second]).toEqual([1, 0])
    expect(lead).toBeCloseTo(0.4, 12)
    expect(standardError).toBeCloseTo(2 * Math.sqrt((0.3 * 0.7) / 100), 12)
  })

  it('of equals is 0, the earlier first', () => {
    expect(leadOverSecond([5, 9, 9])).toMatchObject({ first: 1, second: 2, lead: 0 })
  })
})
