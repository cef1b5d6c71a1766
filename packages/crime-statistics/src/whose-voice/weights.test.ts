import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collapseMargin } from './collapse-margin.ts'
import { kishEffect } from './kish-effect.ts'
import { postStratifiedWeights } from './post-stratified-weights.ts'
import { rakeWeights } from './rake-weights.ts'
import type { SurveyMargin } from './survey-sample.ts'
import { trimAndRake } from './trim-and-rake.ts'
import { trimWeights } from './trim-weights.ts'

const sum = (weights: ArrayLike<number>) => Array.from(weights).reduce((total, weight) => total + weight, 0)

const sexAndAge: SurveyMargin[] = [
  { name: 'sex', categories: ['F', 'F', 'F', 'M', 'M', 'F'], targets: { F: 60, M: 40 } },
  { name: 'age', categories: [1, 1, 2, 1, 2, 2], targets: { 1: 30, 2: 70 } },
]

/** Samples of two margins in which every combination is there, so that raking always ends. */
const anyMargins = fc
  .record({
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 4 }),
    more: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 40 }),
    people: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ rows, columns, more, people }): SurveyMargin[] => {
    const cells = Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns] as const)
    const all = [...cells, ...more.map(([r, c]) => [r % rows, c % columns] as const)]
    const targets = (of: number[]) =>
      Object.fromEntries(of.map((share, i) => [`c${i}`, (share / of.reduce((a, b) => a + b, 0)) * 5000]))
    return [
      { name: 'row', categories: all.map(([r]) => `c${r}`), targets: targets(people.slice(0, rows)) },
      { name: 'column', categories: all.map(([, c]) => `c${c}`), targets: targets(people.slice(4, 4 + columns)) },
    ]
  })

const met = (weights: ArrayLike<number>, { categories, targets }: SurveyMargin) =>
  Object.entries(targets).map(
    ([category, people]) =>
      sum(Array.from(categories, (of, i) => (String(of) === category ? weights[i]! : 0))) / people - 1,
  )

describe('rakeWeights', () => {
  it('meets every margin of any sample in which all combinations are there', () => {
    fc.assert(
      fc.property(anyMargins, (margins) => {
        const { weights, converged, largestMiss } = rakeWeights(margins)
        expect(converged && largestMiss <= 1e-12).toBe(true)
        for (const margin of margins) for (const miss of met(weights, margin)) expect(Math.abs(miss)).toBeLessThan(1e-9)
        expect(weights.every((weight) => weight > 0)).toBe(true)
      }),
    )
  })

  it('does not care in which unit the start weights are, nor for the order of the margins', () => {
    fc.assert(
      fc.property(anyMargins, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (margins, unit) => {
        const { weights } = rakeWeights(margins)
        const startWeights = new Array(weights.length).fill(unit)
        const other = rakeWeights([...margins].reverse(), { startWeights }).weights
        for (const [i, weight] of weights.entries()) expect(other[i]! / weight).toBeCloseTo(1, 7)
      }),
    )
  })

  it('keeps odds ratios of the start weights: what raking does not touch', () => {
    // cells F1 w1, F2 w2, M1 w3, M2 w4: raking scales rows and columns only
    const margins: SurveyMargin[] = [
      { name: 'sex', categories: ['F', 'F', 'M', 'M'], targets: { F: 60, M: 40 } },
      { name: 'age', categories: ['1', '2', '1', '2'], targets: { 1: 30, 2: 70 } },
    ]
    const w = rakeWeights(margins, { startWeights: [3, 1, 1, 2] }).weights
    expect((w[0]! * w[3]!) / (w[1]! * w[2]!)).toBeCloseTo(6, 9)
  })

  it('says that it did not converge where an empty combination makes the margins impossible', () => {
    const impossible = rakeWeights([
      { name: 'sex', categories: ['F', 'M'], targets: { F: 60, M: 40 } },
      { name: 'age', categories: ['1', '2'], targets: { 1: 30, 2: 70 } },
    ])
    expect(impossible.converged).toBe(false)
    expect(impossible.largestMiss).toBeGreaterThan(0.1)
  })

  it('refuses a category without respondents, until it is collapsed', () => {
    const ward = { name: 'ward', categories: ['W1', 'W2', 'W1'], targets: { W1: 10, W2: 20, W3: 30 } }
    expect(() => rakeWeights([ward])).toThrow(
      'ward "W3" has a target of 30 but no respondent: collapse it into a neighbouring category.',
    )
    expect([...rakeWeights([collapseMargin(ward, 'W3', 'W2')]).weights]).toEqual([5, 50, 5])
    expect(ward.targets.W3).toBe(30)
  })

  it('refuses respondents without a target, a target of 0, and margins of two populations', () => {
    const sex = { name: 'sex', categories: ['F', 'M'], targets: { F: 60, M: 40 } }
    expect(() => rakeWeights([{ ...sex, targets: { F: 60 } }])).toThrow('sex "M" is in the sample but has no target')
    expect(() => rakeWeights([{ ...sex, targets: { F: 60, M: 0 } }])).toThrow(
      'sex "M" has respondents but a target of 0',
    )
    expect(() => rakeWeights([{ ...sex, targets: { F: 60, M: -1 } }])).toThrow('target of sex "M" is -1')
    expect(() => rakeWeights([sex, { ...sex, name: 'again', targets: { F: 60, M: 50 } }])).toThrow(
      'targets of sex add up to 100 and those of again to 110: give margins of the same population.',
    )
    expect(() => rakeWeights([sex, { ...sex, categories: ['F'] }])).toThrow('has 1 categories and the sample 2')
    expect(() => rakeWeights([sex], { startWeights: [1, 0] })).toThrow(
      'startWeights[1] is 0: leave that respondent out',
    )
    expect(() => rakeWeights([])).toThrow('margins is empty')
    expect(() => rakeWeights([{ name: 'sex', categories: [], targets: {} }])).toThrow('the sample is empty')
    expect(() => rakeWeights([{ ...sex, categories: ['F', null as unknown as string] }])).toThrow(TypeError)
  })
})

describe('postStratifiedWeights', () => {
  it('keeps the start weights apart within a group', () => {
    const { weights } = postStratifiedWeights(sexAndAge[0]!, [1, 2, 3, 1, 1, 4])
    expect([...weights]).toEqual([6, 12, 18, 20, 20, 24])
  })

  it('is raking to one margin', () => {
    expect([...postStratifiedWeights(sexAndAge[1]!).weights]).toEqual([...rakeWeights([sexAndAge[1]!]).weights])
  })
})

describe('trimWeights', () => {
  it('keeps the total and caps once; those given are unchanged', () => {
    const weights = Object.freeze([1, 1, 2, 16])
    expect([...trimWeights(weights, { upper: 10, lower: 1.5 })]).toEqual([1.5, 1.5, 7, 10])
  })

  it('leaves weights within the limits as they are', () => {
    expect([...trimWeights([1, 2, 3], { upper: 3, lower: 1 })]).toEqual([1, 2, 3])
  })

  it('refuses limits that nobody is within, or in the wrong order', () => {
    expect(() => trimWeights([1, 5], { upper: 3, lower: 2 })).toThrow('every weight is beyond the limits')
    expect(() => trimWeights([1, 5], { upper: 2, lower: 2 })).toThrow('give upper above lower')
    expect(() => trimWeights([0, 0], { upper: 2 })).toThrow('weights add up to 0')
    expect(() => trimWeights([1, -1], { upper: 2 })).toThrow('weights[1] is -1')
  })
})

describe('trimAndRake', () => {
  it('meets margins and cap where both can hold', () => {
    const raked = rakeWeights(sexAndAge)
    const mean = sum(raked.weights) / 6
    const largest = Math.max(...raked.weights) / mean
    const trimmed = trimAndRake(sexAndAge, largest * 0.97)
    expect(trimmed).toMatchObject({ withinCap: true, converged: true })
    expect(trimmed.trims).toBeGreaterThan(0)
    expect(Math.max(...trimmed.weights)).toBeLessThanOrEqual(trimmed.upper * (1 + 1e-6))
    for (const margin of sexAndAge) for (const miss of met(trimmed.weights, margin)) expect(miss).toBeCloseTo(0, 9)
  })

  it('is raking alone where nobody is above the cap', () => {
    expect(trimAndRake(sexAndAge, 10)).toMatchObject({ trims: 0, weights: rakeWeights(sexAndAge).weights })
  })

  it('refuses a cap at or below the mean', () => {
    expect(() => trimAndRake(sexAndAge, 1)).toThrow('timesMean is 1: give a multiple of the mean above 1')
  })
})

describe('kishEffect', () => {
  it('is 1 and the sample size for equal weights, and does not change with their unit', () => {
    expect(kishEffect([7, 7, 7])).toEqual({ designEffect: 1, effectiveSize: 3 })
    expect(kishEffect([1e200, 1e200, 2e200, 4e200]).designEffect).toBeCloseTo(1.375, 12)
  })

  it('is between 1 and the number of respondents', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const { designEffect, effectiveSize } = kishEffect(weights)
          expect(designEffect >= 1 - 1e-12 && effectiveSize >= 1 - 1e-12).toBe(true)
        },
      ),
    )
  })
})
