import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa, fleissKappa, intraclassCorrelation } from './index.ts'

const TABLE = [
  [22, 3, 1, 0],
  [4, 18, 6, 1],
  [1, 5, 15, 4],
  [0, 1, 3, 16],
]
/** The two lists of ratings that a table of counts sums up. */
const ratings = (table: number[][]) => {
  const pairs = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
  )
  return [pairs.map(([i]) => i), pairs.map(([, j]) => j)] as const
}
/** Fleiss 1971's form, an example often printed: 10 cases, 14 raters, 5 categories. */
const FOURTEEN = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
]
/** Shrout & Fleiss 1979, table 2: six cases, four raters. */
const SHROUT = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

describe('cohensKappa', () => {
  it('and its standard error are what statsmodels gives, plain and weighted', () => {
    const [first, second] = ratings(TABLE)
    for (const [weights, kappa, error] of [
      ['none', 0.6117804551539491, 0.06094450262211116], // statsmodels 0.13.5, cohens_kappa
      ['linear', 0.7276328821393199, 0.04827504394335504],
      ['quadratic', 0.8261238337574216, 0.03967714806472191],
    ] as const) {
      const found = cohensKappa(first, second, { weights })
      expect(found.kappa).toBeCloseTo(kappa, 12)
      expect(found.standardError).toBeCloseTo(error, 12)
    }
    expect(cohensKappa(first, second).interval!.lower).toBeCloseTo(0.4923314249589043, 10)
  })

  it('35 of 50 agreed where 25 would by chance is 0.4', () => {
    const [first, second] = ratings([
      [20, 5],
      [10, 15],
    ])
    expect(cohensKappa(first, second)).toMatchObject({
      observed: expect.closeTo(0.7, 12),
      expected: expect.closeTo(0.5, 12),
      kappa: expect.closeTo(0.4, 12),
    })
  })

  it('is 1 of full agreement, and not defined where only one category was used', () => {
    expect(cohensKappa(['a', 'b', 'a'], ['a', 'b', 'a'])).toMatchObject({ kappa: 1, standardError: 0 })
    expect(cohensKappa(['a', 'a'], ['a', 'a'])).toMatchObject({ kappa: null, observed: 1, interval: null })
  })

  it('takes the order of the scale from the categories given', () => {
    const scale = { weights: 'linear', categories: ['low', 'medium', 'high'] } as const
    const near = cohensKappa(['low', 'high', 'medium'], ['medium', 'high', 'medium'], scale)
    const far = cohensKappa(['low', 'high', 'medium'], ['high', 'high', 'medium'], scale)
    expect(near.kappa!).toBeGreaterThan(far.kappa!)
  })

  it('does not change when raters or the direction of the scale are exchanged', () => {
    const anyRatings = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(anyRatings, fc.constantFrom('none', 'linear', 'quadratic' as const), (pairs, weights) => {
        const options = { weights, categories: [0, 1, 2, 3, 4] } as const
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
        const found = cohensKappa(first, second, options)
        const turned = cohensKappa(
          second.map((x) => 4 - x),
          first.map((x) => 4 - x),
          options,
        )
        if (found.kappa === null) {
          expect(turned.kappa).toBeNull()
          return
        }
        expect(turned.kappa).toBeCloseTo(found.kappa, 10)
        expect(turned.standardError).toBeCloseTo(found.standardError!, 10)
        expect(found.kappa).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('refuses lists of different length, none, and a category not on the scale', () => {
    expect(() => cohensKappa([1], [1, 2])).toThrow(
      'second has 2 values and first has 1: give one of each for every case.',
    )
    expect(() => cohensKappa([], [])).toThrow('first has no case')
    expect(() => cohensKappa([1], [9], { categories: [1, 2] })).toThrow(
      'second[0] is 9, which is not among the categories given.',
    )
    expect(() => cohensKappa([1], [1], { categories: [1, 1] })).toThrow('categories names one twice')
    expect(() => cohensKappa([1], [2], { weights: 'cubic' as 'none' })).toThrow('weights is "cubic"')
  })
})

describe('fleissKappa', () => {
  it('of ten cases and fourteen raters is 0.210, as statsmodels gives it', () => {
    const found = fleissKappa(FOURTEEN)
    expect(found.kappa).toBeCloseTo(0.20993070442195522, 12) // statsmodels 0.13.5, fleiss_kappa
    expect(found.standardError).toBeCloseTo(0.10055702324497183, 10) // jackknife in numpy
    expect(found.raters).toBe(14)
  })

  it('counts near misses with weights', () => {
    expect(fleissKappa(FOURTEEN, { weights: 'linear' }).kappa).toBeCloseTo(0.3929056900232072, 12) // numpy, by the formula
    expect(fleissKappa(FOURTEEN, { weights: 'quadratic' }).kappa).toBeCloseTo(0.5404573012373302, 12)
    expect(fleissKappa(FOURTEEN, { weights: 'quadratic' }).standardError).toBeCloseTo(0.1612429488068936, 10)
  })

  it('is 1 of full agreement on several categories, not defined on one, and has no interval for one case', () => {
    expect(
      fleissKappa([
        [3, 0],
        [0, 3],
        [0, 3],
        [3, 0],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0 })
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ kappa: null, observed: 1, interval: null })
    expect(fleissKappa([[2, 1]]).interval).toBeNull()
  })

  it('does not depend on the order of cases, nor unweighted on that of categories', () => {
    const anyTable = fc.array(fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(anyTable, (labels) => {
        const rows = labels.map((row) => [0, 1, 2].map((category) => row.filter((label) => label === category).length))
        const { kappa } = fleissKappa(rows)
        const others = [fleissKappa(rows.toReversed()).kappa, fleissKappa(rows.map(([a, b, c]) => [b!, c!, a!])).kappa]
        for (const other of others)
          if (kappa === null) expect(other).toBeNull()
          else expect(other).toBeCloseTo(kappa, 9)
      }),
    )
  })

  it('refuses one rater and cases with different numbers of raters', () => {
    expect(() => fleissKappa([[1, 0]])).toThrow('counts[0] has 1 raters: give two or more for each case.')
    expect(() =>
      fleissKappa([
        [2, 1],
        [1, 1],
      ]),
    ).toThrow('counts[1] has 2 raters and counts[0] has 3')
    expect(() =>
      fleissKappa([
        [2, 1],
        [1, 1, 1],
      ]),
    ).toThrow('counts[1] has 3 categories and counts[0] has 2')
    expect(() => fleissKappa([])).toThrow('counts has no case')
  })
})

describe('intraclassCorrelation', () => {
  it('of Shrout and Fleiss’s example is as they print it, with the limits R gives', () => {
    const found = intraclassCorrelation(SHROUT)!
    // R 4.2.2: mean squares by lm, limits by qf with the formulas of McGraw & Wong 1996
    for (const [form, correlation, lower, upper] of [
      [found.oneWay.single, 0.165741768405475, -0.132932324874751, 0.722560062328121],
      [found.oneWay.average, 0.442797133679268, -0.884442155238121, 0.912415420340775],
      [found.agreement.single, 0.289763779527559, 0.018786513374712, 0.761084369648953],
      [found.agreement.average, 0.6200505475989889, 0.0711368153025032, 0.9272320401677219],
      [found.consistency.single, 0.714840714840715, 0.342464765033925, 0.945858259955359],
      [found.consistency.average, 0.909315542377069, 0.675674713816304, 0.985891678169062],
    ] as const) {
      expect(form.correlation).toBeCloseTo(correlation, 10)
      expect(form.interval!.lower).toBeCloseTo(lower, 8)
      expect(form.interval!.upper).toBeCloseTo(upper, 8)
    }
  })

  it('a rater who is always two points stricter counts against agreement, not against consistency', () => {
    const strict = [1, 4, 6, 9].map((score) => [score, score - 2])
    const found = intraclassCorrelation(strict)!
    expect(found.consistency.single.correlation).toBeCloseTo(1, 12)
    expect(found.agreement.single.correlation!).toBeLessThan(0.95)
  })

  it('is 1 of full agreement and not defined where all scores are the same', () => {
    const full = intraclassCorrelation([
      [1, 1],
      [5, 5],
      [2, 2],
    ])!
    for (const forms of [full.oneWay, full.agreement, full.consistency])
      expect(forms.single).toEqual({ correlation: 1, interval: { lower: 1, upper: expect.closeTo(1, 12) } })
    expect(
      intraclassCorrelation([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull()
  })

  it('is null, form by form, where neither cases nor raters differ in their means', () => {
    const found = intraclassCorrelation([
      [1, 2],
      [2, 1],
    ])!
    expect(found.agreement.single).toEqual({ correlation: null, interval: null })
    expect(found.oneWay.single.correlation).toBe(-1)
    expect(found.oneWay.average.correlation).toBeNull()
  })

  it('does not change with the unit, the origin or the order of raters, and holds its value', () => {
    const anyScores = fc.array(fc.array(fc.nat(10), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 10 })
    fc.assert(
      fc.property(anyScores, (scores) => {
        const found = intraclassCorrelation(scores)
        const other = intraclassCorrelation(scores.map((row) => row.toReversed().map((score) => 4 * score + 100)))
        expect(JSON.stringify(found)).not.toMatch(/NaN/)
        if (!found) return
        for (const form of ['oneWay', 'consistency', 'agreement'] as const) {
          const { correlation, interval } = found[form].single
          expect(other![form].single.correlation).toBeCloseTo(correlation!, 8)
          expect(interval!.lower).toBeLessThanOrEqual(correlation! + 1e-9)
          expect(interval!.upper).toBeGreaterThanOrEqual(correlation! - 1e-9)
        }
      }),
    )
  })

  it('refuses one rater, one case, and a missing score', () => {
    expect(() => intraclassCorrelation([[1], [2]])).toThrow(
      'scores has 2 cases and 1 raters: give two or more of each.',
    )
    expect(() => intraclassCorrelation([[1, 2]])).toThrow('scores has 1 cases')
    expect(() => intraclassCorrelation([[1, 2], [1]])).toThrow('scores[1] has 1 scores')
    expect(() =>
      intraclassCorrelation([
        [1, 2],
        [Number.NaN, 1],
      ]),
    ).toThrow('scores[1][0] is NaN')
  })
})
