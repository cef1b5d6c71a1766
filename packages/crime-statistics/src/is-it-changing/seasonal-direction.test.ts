import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mannKendall } from './mann-kendall.ts'
import { PairSlopes } from './pair-slopes.ts'
import { risesLessFalls } from './rises-less-falls.ts'
import { seasonalMannKendall } from './seasonal-mann-kendall.ts'
import { seasonalTheilSen } from './seasonal-theil-sen.ts'
import { theilSen } from './theil-sen.ts'

const anyValues = fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { freq: 9 }), { minLength: 12, maxLength: 60 })
const seenTwice = (values: (number | null)[], seasons: number) =>
  values.some(
    (value, i) => value !== null && values.some((other, j) => j > i && (j - i) % seasons === 0 && other !== null),
  )

describe('seasonalMannKendall', () => {
  it('four years of two seasons: one always rises, the other but once', () => {
    const found = seasonalMannKendall([3, 9, 4, 11, 6, 10, 7, 14], { period: 2 })
    // by hand: 3 4 6 7 rises 6 times of 6; 9 11 10 14 rises 5 times and falls once. Variance 4·3·13/18 each
    expect(found).toMatchObject({
      s: 10,
      tau: 10 / 12,
      perSeason: [
        { s: 6, n: 4 },
        { s: 4, n: 4 },
      ],
    })
    expect(found.variance).toBeCloseTo(2 * (156 / 18), 13)
    expect(found.z).toBeCloseTo(9 / Math.sqrt(2 * (156 / 18)), 13)
    expect(found.dependent.variance).toBeCloseTo(30.66666666667, 10) // R 4.2.2, by Hirsch and Slack's formula
    expect(found.dependent).toMatchObject({ cycles: 4, shaky: true })
  })

  it('a season by itself is no direction', () => {
    const wave = Array.from({ length: 48 }, (_, i) => Math.round(100 + 50 * Math.sin((i * Math.PI) / 6)))
    expect(seasonalMannKendall(wave)).toMatchObject({ s: 0, z: 0, p: 1 })
    expect(mannKendall(wave.slice(0, 45)).p).toBeLessThan(1)
  })

  it('a constant series has s 0, p 1, and no z from a variance of 0', () => {
    const found = seasonalMannKendall(new Array(24).fill(4))
    expect(found).toMatchObject({ s: 0, variance: 0, z: 0, p: 1, dependent: { variance: 0, z: null, p: null } })
  })

  it('twelve months that all say the same have twelve times the variance of independent ones', () => {
    const years = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    const values = years.flatMap((value) => new Array(12).fill(value) as number[])
    const { variance, dependent } = seasonalMannKendall(values)
    expect(dependent.variance).toBeCloseTo(12 * variance, 8)
    expect(dependent.shaky).toBe(false)
  })

  it('a season’s own part of the dependent variance is the tie-corrected one, missing values or not', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const alone = values.flatMap((value) => [value, null]) // the other season is never seen
        if (!seenTwice(alone, 2)) return
        const { variance, dependent } = seasonalMannKendall(alone, { period: 2 })
        expect(dependent.variance).toBeCloseTo(variance, 7)
      }),
    )
  })

  it('turns its sign when time runs backwards, moves with no shift of a season, and counts one season’s as mannKendall', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const whole = values.slice(0, values.length - (values.length % 4))
        if (!seenTwice(whole, 4)) return
        Object.freeze(whole)
        const found = seasonalMannKendall(whole, { period: 4 })
        const shifted = whole.map((value, i) => (value === null ? null : value + 100 * (i % 4)))
        expect(seasonalMannKendall(shifted, { period: 4 })).toEqual(found)
        const back = seasonalMannKendall([...whole].reverse(), { period: 4 })
        expect(back.s + found.s).toBe(0)
        expect(back.dependent.variance).toBeCloseTo(found.dependent.variance, 7)
        const first = whole.filter((_, i) => i % 4 === 0)
        if (first.filter((value) => value !== null).length >= 2)
          expect(found.perSeason[0]!.s).toBe(mannKendall(first).s)
      }),
    )
  })

  it('refuses a single cycle, no season twice, and a season of one step', () => {
    expect(() => seasonalMannKendall([1, 2, 3])).toThrow('values has 3 places and period is 12: give 2 cycles or more.')
    expect(() => seasonalMannKendall(Array.from({ length: 12 }, (_, i) => i))).toThrow('no season that was seen twice')
    expect(() => seasonalMannKendall([1, 2, 3], { period: 1 })).toThrow('period is 1: give a whole number, 2 or more.')
  })
})

describe('seasonalTheilSen', () => {
  it('is the yearly rise of a straight line with a season on it', () => {
    const values = Array.from(
      { length: 48 },
      (_, i) => 5 * Math.floor(i / 12) + [9, 2, 7, 0, 3, 8, 8, 1, 4, 6, 5, 2][i % 12]!,
    )
    expect(seasonalTheilSen(values)).toMatchObject({ slope: 5, pairs: 72, interval: { lower: 5, upper: 5 } })
  })

  it('has no interval for two seasons seen twice: all rise or all fall in half of the orders', () =>
    expect(seasonalTheilSen([3, 9, 4, 11], { period: 2 })).toMatchObject({ slope: 1.5, interval: null }))

  it('lies in its intervals, of which the outer is never the narrower, and scales', () => {
    fc.assert(
      fc.property(anyValues, fc.integer({ min: 2, max: 9 }), (values, factor) => {
        if (!seenTwice(values, 3)) return
        const { slope, interval, outerInterval } = seasonalTheilSen(values, { period: 3 })
        expect(outerInterval === null).toBe(interval === null)
        if (interval && outerInterval) {
          expect(outerInterval.lower <= interval.lower && interval.lower <= slope).toBe(true)
          expect(outerInterval.upper >= interval.upper && interval.upper >= slope).toBe(true)
        }
        const scaled = values.map((value) => (value === null ? null : value * factor + 3))
        expect(seasonalTheilSen(scaled, { period: 3 }).slope).toBeCloseTo(slope * factor, 8)
      }),
    )
  })
})

describe('PairSlopes', () => {
  it('gives the same slopes when it may not keep them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })), {
          minLength: 2,
          maxLength: 40,
        }),
        fc.array(fc.double({ min: -2, max: 900, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (value, ranks) => {
          const group = { time: value.map((_, i) => i), value }
          expect(new PairSlopes([group], 0).atRanks(ranks)).toEqual(new PairSlopes([group]).atRanks(ranks))
        },
      ),
    )
  })

  it('finds the slope of 4,000 values without keeping eight million', () => {
    const value = Array.from({ length: 4000 }, (_, i) => 0.25 * i + (i % 97 === 0 ? 1000 : 0))
    expect(theilSen(value).slope).toBe(0.25)
  })
})

describe('risesLessFalls', () => {
  it('is the sum over pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
        let sum = 0
        for (let j = 0; j < values.length; j++) for (let i = 0; i < j; i++) sum += Math.sign(values[j]! - values[i]!)
        expect(risesLessFalls(values)).toBe(sum)
      }),
    )
  })

  it('takes a million values', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => i)
    expect(risesLessFalls(values)).toBe((1_000_000 * 999_999) / 2)
  })
})
