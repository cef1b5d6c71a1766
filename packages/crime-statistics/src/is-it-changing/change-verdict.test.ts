import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySeries, asbCounts, threeYears } from '../../test/monthly-series.ts'
import { changeInterval } from './change-interval.ts'
import { changeVerdict } from './change-verdict.ts'

const noMonths = threeYears([])
const asb = { current: 2564, currentDays: 365, base: 2855, baseDays: 365 }
/** Three years of 30-day months, the middle one lower and the last one higher by `swing`. */
const swinging = (swing: number) => ({
  ...threeYears(Array.from({ length: 36 }, (_, i) => 200 + swing * [0, -1, 1][Math.floor(i / 12)]!)),
  days: new Array(36).fill(30),
})

describe('changeVerdict', () => {
  it('keeps the rule and its version', () => {
    expect(changeVerdict({ ...asb, months: noMonths }).rule).toBe('change/1')
  })

  it('calls 2,564 from 2,855 a fall when months vary by chance alone, from the exact interval', () => {
    expect(changeVerdict({ ...asb, months: swinging(5) })).toMatchObject({
      verdict: 'fall',
      change: -291,
      percentageChange: expect.closeTo(-10.1926, 4),
      interval: { lower: expect.closeTo(-14.8896, 4), upper: expect.closeTo(-5.2402, 4), method: 'exact central' },
      phi: 1,
      rawPhi: expect.closeTo(0.125, 12), // 12 × (5² + 5²) / 200 over 24
      usableMonths: 36,
      label: null,
      reason: null,
    })
  })

  it('calls the same change no clear change when months vary five times as much', () => {
    // 12 × (2 × swing²) / 200 over 24 is 5 at a swing of √1000: whole counts come close with 32
    const found = changeVerdict({ ...asb, months: swinging(32) })
    expect(found.phi).toBeCloseTo(5.12, 10)
    expect(found).toMatchObject({ verdict: 'no clear change', change: -291 })
    expect(found.interval).toEqual(changeInterval(asb, found.phi!).interval)
  })

  it('calls a rise from published and invented counts alike: 2,564 from 1,905 at φ = 5.12', () => {
    expect(changeVerdict({ ...asb, base: 1905, months: swinging(32) }).verdict).toBe('rise')
  })

  it('with 23 usable months gives the exact interval, labelled minimum uncertainty, and no φ', () => {
    const months = threeYears(asbCounts.map((count, i) => (i < 13 ? null : count)))
    expect(changeVerdict({ ...asb, months })).toMatchObject({
      verdict: 'fall',
      interval: { method: 'exact central' },
      phi: null,
      usableMonths: 23,
      label: 'minimum uncertainty',
    })
  })

  it('with 24 usable months estimates φ', () => {
    const months = { ...threeYears(asbCounts), removed: asbCounts.map((_, i) => i < 12) }
    expect(changeVerdict({ ...asb, months })).toMatchObject({ usableMonths: 24, label: null, phi: expect.any(Number) })
  })

  it.each([
    [null, 5, 'the later period has no complete count'],
    [5, null, 'the earlier period has no complete count'],
    [null, null, 'neither period has a complete count'],
    [0, 0, 'there were none in either period'],
    [5, 0, 'there were none in the earlier period, so there is no base for a change in per cent'],
  ])('cannot ascertain %s from %s, and says why: %s', (current, base, reason) => {
    const found = changeVerdict({ ...asb, current, base, months: swinging(5) })
    expect(found).toMatchObject({ verdict: 'cannot be ascertained', reason, interval: null, ratio: null, p: null })
    expect(found.change).toBe(current === null || base === null ? null : current - base)
    expect(found.percentageChange).toBeNull()
  })

  it('judges the limits as they are printed: an upper limit that prints as 0.0 is no clear change', () => {
    const found = changeVerdict({ current: 57, currentDays: 365, base: 81, baseDays: 365, months: noMonths })
    expect(found.interval!.upper).toBeLessThan(0)
    expect(found.interval!.upper).toBeGreaterThan(-0.05)
    expect(found.verdict).toBe('no clear change')
  })

  it('gives the same answer for months in any order, and always one of the four verdicts with its numbers', () => {
    const maybe = fc.option(fc.nat(3000), { freq: 10 })
    fc.assert(
      fc.property(maybe, maybe, anySeries, (current, base, months) => {
        const found = changeVerdict({ current, currentDays: 365, base, baseDays: 366, months })
        const { verdict, interval, p, reason } = found
        expect(verdict === 'cannot be ascertained').toBe(interval === null)
        expect((reason === null) === (interval !== null)).toBe(true)
        if (!interval) return
        expect([interval.lower, interval.upper, p, found.ratio].every(Number.isFinite)).toBe(true)
        if (verdict === 'rise') expect(interval.lower).toBeGreaterThan(0)
        if (verdict === 'fall') expect(interval.upper).toBeLessThan(0)
      }),
    )
  })

  it('refuses more than the 36 months of the rule', () => {
    expect(() => changeVerdict({ ...asb, months: threeYears(new Array(37).fill(1)) })).toThrow(
      'months has 37 months: give the 36 that end with the later period.',
    )
    expect(() => changeVerdict({ ...asb, currentDays: 0, months: noMonths })).toThrow('currentDays is 0')
  })
})
