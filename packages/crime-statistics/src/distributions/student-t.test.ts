import { describe, expect, it } from 'vitest'
import { fUpperTail, tOfTwoSidedP, tTwoSided, tTwoSidedP } from './student-t.ts'

// degrees of freedom, t, 2·pt(−t): R 4.2.2
const tails = [
  [1, 1e-8, 0.9999999936338022],
  [1, 10000, 6.366197702455153e-5],
  [1.5, 12, 0.018042029274027864],
  [3, 0.7, 0.5343269983047636],
  [35, 1.96, 0.0579958674761478],
  [35, 8, 2.055403427011157e-9],
  [314.2, 3, 0.0029157786439209426],
  [10000, 5, 5.830326613662642e-7],
  [1000000, 1.96, 0.049996067585269796],
  [1000000, 40, 0],
] as const

// degrees of freedom, two-sided p, −qt(p/2): R 4.2.2
const quantiles = [
  [1, 1e-30, 6.366197723675814e29],
  [1, 0.98, 0.031426266043351254],
  [2, 0.05, 4.302652729749464],
  [5, 1e-12, 452.53922433340074],
  [35, 0.05, 2.030107928250343],
  [100, 1e-9, 6.745962975444968],
  [10000, 0.5, 0.6745142844835924],
  [1000000, 0.05, 1.9599663568141066],
  [1000000, 1e-30, 11.524269061817494],
] as const

// degrees of freedom above and below, f, upper tail of pf: R 4.2.2
const ratios = [
  [1, 10, 4.96, 0.050087650566468134],
  [3, 43, 2.8, 0.051243998743796884],
  [12, 2, 1, 0.6034305433960336],
  [5, 1000000, 10, 1.3865647423328768e-9],
] as const

const error = (found: number, expected: number) =>
  Math.abs(found - expected) / (expected === 0 ? 1 : Math.abs(expected))

describe('Student’s t', () => {
  for (const [df, t, p] of tails)
    it(`${t} with ${df} degrees of freedom has R's two-sided p to 1e-12`, () => {
      expect(error(tTwoSidedP(t, df), p)).toBeLessThan(1e-12)
      expect(tTwoSidedP(-t, df)).toBe(tTwoSidedP(t, df))
    })

  for (const [df, p, t] of quantiles)
    it(`p ${p} with ${df} degrees of freedom has R's quantile to 1e-12`, () => {
      expect(error(tOfTwoSidedP(p, df), t)).toBeLessThan(1e-12)
    })

  it('is 0 and infinite at the ends, and 12.706 at 95 % with one degree of freedom', () => {
    expect([tOfTwoSidedP(1, 4), tOfTwoSidedP(0, 4), tTwoSidedP(0, 4), tTwoSidedP(Infinity, 4)]).toEqual([
      0,
      Infinity,
      1,
      0,
    ])
    expect(tTwoSided(0.95, 1)).toBeCloseTo(12.706204736174694, 10) // tan(0.475π)
  })
})

describe('fUpperTail', () => {
  for (const [above, below, f, p] of ratios)
    it(`of ${f} with ${above} and ${below} is R's to 1e-12`, () => {
      expect(error(fUpperTail(f, above, below), p)).toBeLessThan(1e-12)
    })

  it('of a square is the two-sided p of t', () =>
    expect(fUpperTail(2.5 ** 2, 1, 9)).toBeCloseTo(tTwoSidedP(2.5, 9), 14))
})
