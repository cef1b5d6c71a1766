import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/seeded-random.ts'
import { syntheticComparison } from './index.ts'
import { simplexLeastSquares } from './simplex-least-squares.ts'

const DONORS = [
  [3, 4, 5, 4, 3, 6, 5, 4, 3, 5, 4, 6],
  [8, 7, 9, 8, 7, 9, 8, 8, 7, 9, 9, 8],
  [1, 2, 1, 3, 2, 1, 2, 3, 1, 2, 2, 1],
  [6, 5, 4, 6, 7, 5, 4, 6, 5, 4, 6, 5],
]
const TREATED = [4, 4.5, 5, 4.8, 4, 6, 5, 5, 4, 5, 5, 5.5]

const squares = (columns: number[][], target: number[], weights: ArrayLike<number>) =>
  target.reduce(
    (sum, y, t) => sum + (y - columns.reduce((mix, column, j) => mix + weights[j]! * column[t]!, 0)) ** 2,
    0,
  )

describe('simplexLeastSquares', () => {
  it('finds the weights that SciPy finds', () => {
    const weights = simplexLeastSquares(DONORS, TREATED)
    expect(squares(DONORS, TREATED, weights)).toBeCloseTo(0.22514557058408205, 10) // SciPy 1.10, SLSQP
    for (const [j, weight] of [0.57177744, 0.16130716, 0.10456855, 0.16234685].entries())
      expect(weights[j]).toBeCloseTo(weight, 5)
  })

  it('cannot be bettered by moving weight between any two columns, whatever the columns', () => {
    const anyProblem = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 10 }))
      .chain(([n, length]) =>
        fc.tuple(
          fc.array(fc.array(fc.nat(20), { minLength: length, maxLength: length }), { minLength: n, maxLength: n }),
          fc.array(fc.nat(20), { minLength: length, maxLength: length }),
        ),
      )
    fc.assert(
      fc.property(anyProblem, ([columns, target]) => {
        const weights = simplexLeastSquares(columns, target)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
        expect(weights.every((weight) => weight >= 0)).toBe(true)
        const best = squares(columns, target, weights)
        for (const step of [1, 0.1, 1e-3])
          for (let from = 0; from < columns.length; from++)
            for (let to = 0; to < columns.length; to++) {
              const moved = weights.slice()
              const amount = Math.min(moved[from]!, step)
              moved[from]! -= amount
              moved[to]! += amount
              expect(squares(columns, target, moved)).toBeGreaterThanOrEqual(best - 1e-7 * (1 + best))
            }
      }),
      { numRuns: 150 },
    )
  })
})

/** Donors that share a season and differ in level and noise; the treated area is a mixture of the first two. */
function pool(donors: number, effect: number, seed = 2) {
  const random = seededRandom(seed)
  const season = (t: number) => 10 + 3 * Math.sin((2 * Math.PI * t) / 12)
  const areas = Array.from({ length: donors }, () => {
    const level = 0.6 + 0.8 * random()
    return Array.from({ length: 36 }, (_, t) => level * season(t) * (1 + 0.05 * (random() - 0.5)))
  })
  const treated = areas[0]!.map((value, t) => (0.5 * value + 0.5 * areas[1]![t]!) * (1 + 0.05 * (random() - 0.5)))
  return { treated: treated.map((value, t) => (t >= 24 ? value * effect : value)), areas }
}

describe('syntheticComparison', () => {
  it('finds a fall of 30 % among 24 areas: worked, p 1/25', () => {
    const { treated, areas } = pool(24, 0.7)
    const found = syntheticComparison(treated, areas, { start: 24 })
    expect(found.ratio).toBeCloseTo(0.7, 1)
    expect(found.p).toBe(1 / 25)
    expect(found.answer).toBe('worked')
    expect(found.interval!.upper).toBeLessThan(1)
    expect(syntheticComparison(treated, areas, { start: 24, better: 'more' }).answer).toBe('did not work')
  })

  it('is not proven where nothing changed', () => {
    const { treated, areas } = pool(24, 1)
    const found = syntheticComparison(treated, areas, { start: 24 })
    expect(found.answer).toBe('not proven')
    expect(found.p).toBeGreaterThan(0.05)
    expect(found.reason).toContain('areas without the initiative often do')
  })

  it('can prove nothing at 95 % with fewer than 19 areas, and says so', () => {
    const { treated, areas } = pool(18, 0.5)
    const found = syntheticComparison(treated, areas, { start: 24 })
    expect(found).toMatchObject({ answer: 'not proven', p: 1 / 19 })
    expect(found.reason).toBe('There are 18 areas to judge chance by: it takes 19 to rule it out at 95 %.')
    expect(syntheticComparison(treated, areas, { start: 24, level: 0.9 }).answer).toBe('worked')
    expect(syntheticComparison(pool(19, 0.5).treated, pool(19, 0.5).areas, { start: 24 }).answer).toBe('worked')
  })

  it('is not proven where no mixture came near before', () => {
    const { areas } = pool(24, 1)
    const found = syntheticComparison(
      areas[0]!.map((value) => value * 9),
      areas,
      { start: 24 },
    )
    expect(found.answer).toBe('not proven')
    expect(found.reason).toContain('no mixture of these areas is near enough')
  })

  it('takes a perfect fit, and areas without anything', () => {
    const { areas } = pool(4, 1)
    const twin = syntheticComparison(areas[0]!, areas, { start: 24 })
    expect(twin).toMatchObject({ errorRatio: null, ratio: expect.closeTo(1, 9) })
    const nothing = Array(36).fill(0)
    expect(JSON.stringify(syntheticComparison(nothing, [nothing, nothing, nothing], { start: 24 }))).not.toContain(
      'NaN',
    )
  })

  it('refuses one donor, too few months and a rate below 0', () => {
    const { treated, areas } = pool(4, 1)
    expect(() => syntheticComparison(treated, [areas[0]!], { start: 24 })).toThrow(
      'donors has 1: give two areas or more.',
    )
    expect(() => syntheticComparison(treated, areas, { start: 11 })).toThrow('give at least 12 and 3')
    expect(() => syntheticComparison(treated, areas, { start: 34 })).toThrow('and 2 after')
    expect(() => syntheticComparison(treated, [areas[0]!, areas[1]!.with(3, -1)], { start: 24 })).toThrow(
      'donors[1][3] is -1',
    )
  })
})
