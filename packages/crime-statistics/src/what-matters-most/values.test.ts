import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curvedValue, minMaxValues, piecewiseLinearValue, rankValues, zScoreValues } from './index.ts'

const anyFigures = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 })
const POINTS = [
  [0, 0],
  [500, 60],
  [2000, 100],
] as const

describe('piecewiseLinearValue', () => {
  it('runs straight between the points and stays put beyond them', () => {
    expect(piecewiseLinearValue(250, POINTS)).toBe(30)
    expect(piecewiseLinearValue(500, POINTS)).toBe(60)
    expect(piecewiseLinearValue(1250, POINTS)).toBe(80)
    expect(piecewiseLinearValue(-3, POINTS)).toBe(0)
    expect(piecewiseLinearValue(9e9, POINTS)).toBe(100)
  })

  it('never falls where the values do not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 3000, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (x, more) => {
          expect(piecewiseLinearValue(x + more, POINTS)).toBeGreaterThanOrEqual(piecewiseLinearValue(x, POINTS))
        },
      ),
    )
  })

  it('refuses one point, and figures that do not rise', () => {
    expect(() => piecewiseLinearValue(1, [[0, 0]])).toThrow('points has 1: give two or more')
    expect(() =>
      piecewiseLinearValue(1, [
        [0, 0],
        [0, 5],
      ]),
    ).toThrow('points[1][0] is 0 after 0: give figures that rise.')
    expect(() => piecewiseLinearValue(Number.NaN, POINTS)).toThrow('figure is NaN: give a finite number.')
  })
})

describe('curvedValue', () => {
  it('is straight without a curve, either way round', () => {
    expect(curvedValue(30, { zeroAt: 0, hundredAt: 120 })).toBeCloseTo(25, 12)
    expect(curvedValue(30, { zeroAt: 120, hundredAt: 0 })).toBeCloseTo(75, 12)
  })

  it('gives each doubling the same on the logarithmic scale, and 0 to a figure of 0', () => {
    const scale = { zeroAt: 10, hundredAt: 160, scale: 'logarithmic' } as const
    expect([10, 20, 40, 80, 160, 0, 1e9].map((x) => Math.round(curvedValue(x, scale)))).toEqual([
      0, 25, 50, 75, 100, 0, 100,
    ])
  })

  it('counts the first steps most with a curve above 0, and mirrors it below', () => {
    const at = (x: number, curve: number) => curvedValue(x, { zeroAt: 0, hundredAt: 1, curve })
    expect(at(0.3, 2)).toBeCloseTo((100 * (1 - Math.exp(-0.6))) / (1 - Math.exp(-2)), 10)
    expect(at(0.3, 2) + at(0.7, -2)).toBeCloseTo(100, 10)
    expect(at(0.3, 1e-9)).toBeCloseTo(30, 6)
  })

  it('refuses equal pins, a figure below 0 on the logarithmic scale, and an unknown scale', () => {
    expect(() => curvedValue(1, { zeroAt: 5, hundredAt: 5 })).toThrow('zeroAt and hundredAt are both 5')
    expect(() => curvedValue(-1, { zeroAt: 1, hundredAt: 5, scale: 'logarithmic' })).toThrow('on a logarithmic scale')
    expect(() => curvedValue(1, { zeroAt: 1, hundredAt: 5, scale: 'root' as 'linear' })).toThrow('scale is "root"')
    expect(() => curvedValue(1, { zeroAt: 1, hundredAt: 5, curve: 99 })).toThrow('curve is 99')
  })
})

describe('values that depend on the list', () => {
  it('min-max: 0 for the least, 1 for the most; all 0 when all are the same', () => {
    expect(minMaxValues([10, 20, 40])).toEqual([0, expect.closeTo(1 / 3, 12), 1])
    expect(minMaxValues([10, 20, 40], 'min')).toEqual([1, expect.closeTo(2 / 3, 12), 0])
    expect(minMaxValues([-2, -2])).toEqual([0, 0])
    expect(minMaxValues([-1.7e308, 1.7e308, 0])).toEqual([0, 1, 0.5])
  })

  it('ranks: ties share the mean of their ranks, all at the middle when all are the same', () => {
    expect(rankValues([10, 500, 40, 40])).toEqual([0, 1, 0.5, 0.5])
    expect(rankValues([3, 3, 9], 'min')).toEqual([0.75, 0.75, 0])
    expect(rankValues([5, 5, 5])).toEqual([0.5, 0.5, 0.5])
    expect(rankValues([5])).toEqual([0])
  })

  it('z-scores: by the sample standard deviation, all 0 when all are the same', () => {
    expect(zScoreValues([10, 20, 30])).toEqual([-1, 0, 1])
    expect(zScoreValues([0.1, 0.1, 0.1])).toEqual([0, 0, 0])
    expect(zScoreValues([4])).toEqual([0])
    expect(zScoreValues([1e200, 3e200, 5e200]).map((z) => Math.round(z) + 0)).toEqual([-1, 0, 1])
  })

  it('does not change with unit or origin, turns round with the direction, and leaves the list alone', () => {
    fc.assert(
      fc.property(
        anyFigures,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -99, max: 99 }),
        (figures, unit, shift) => {
          for (const valuesOf of [minMaxValues, rankValues, zScoreValues]) {
            const given = [...figures]
            const values = valuesOf(given)
            const other = valuesOf(figures.map((figure) => figure * unit + shift))
            const turned = valuesOf(
              figures.map((figure) => -figure),
              'min',
            )
            expect(given).toEqual(figures)
            for (const [i, value] of values.entries()) {
              expect(other[i]).toBeCloseTo(value, 9)
              expect(turned[i]).toBeCloseTo(value, 9)
            }
          }
        },
      ),
    )
  })

  it('shows why a printed scale is safer: one more candidate reorders two others', () => {
    const sums = (table: number[][]) => {
      const columns = [0, 1].map((j) => minMaxValues(table.map((row) => row[j]!)))
      return table.map((_, i) => columns[0]![i]! + columns[1]![i]!)
    }
    const two = sums([
      [10, 0],
      [0, 9],
    ])
    expect(two[0]).toBe(two[1])
    const three = sums([
      [10, 0],
      [0, 9],
      [90, 0],
    ])
    expect(three[1]! > three[0]!).toBe(true)
  })

  it('refuses another direction and a figure that is missing', () => {
    expect(() => minMaxValues([1], 'up' as 'max')).toThrow('direction is "up": give "max" where more matters more')
    expect(() => rankValues([1, Number.NaN])).toThrow('figures[1] is NaN')
  })
})
