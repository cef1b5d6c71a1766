import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactPoints } from './exact-points.ts'
import { finestCellFor } from './finest-cell-for.ts'
import type { ExactPoints } from './located-points.ts'
import { requireCellAllowed, requireExactPoints } from './require-exact-points.ts'
import { snappedPoints } from './snapped-points.ts'

const streetLevel = (points: ExactPoints) => requireExactPoints(points, 'kernelDensityAt')
const anyMetres = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), {
  maxLength: 300,
})

describe('exactPoints and snappedPoints', () => {
  it('copy what they are given, so that later changes of the caller do not reach the points', () => {
    const x = [1, 2]
    const points = exactPoints(x, [3, 4])
    x[0] = 99
    expect([...points.x]).toEqual([1, 2])
  })

  it('keep their mark on the way to a worker', () => {
    expect(() => streetLevel(structuredClone(exactPoints([1], [2])))).not.toThrow()
    expect(() => streetLevel(structuredClone(snappedPoints([1], [2], 50)) as never)).toThrow('are snapped')
  })

  it('snappedPoints works out the spacing of 0, 3, 7 and 50 along a line as 3.5: the median of 3, 3, 4 and 43', () => {
    expect(snappedPoints([0, 3, 7, 50, 50, 3], [0, 0, 0, 0, 0, 0]).spacing).toBe(3.5)
  })

  it('the spacing of one place alone is not known: Infinity', () => {
    expect(snappedPoints([5, 5], [5, 5]).spacing).toBe(Infinity)
    expect(snappedPoints([], []).spacing).toBe(Infinity)
  })

  it('spacing is the median of the gaps found by comparing every pair', () => {
    fc.assert(
      fc.property(anyMetres, (places) => {
        const distinct = [...new Set(places.map(String))].map((place) => place.split(',').map(Number))
        fc.pre(distinct.length > 1)
        const gaps = distinct
          .map(([x, y]) => Math.min(...distinct.map(([a, b]) => Math.hypot(a! - x!, b! - y!)).filter((gap) => gap > 0)))
          .sort((a, b) => a - b)
        const { spacing } = snappedPoints(
          places.map(([x]) => x),
          places.map(([, y]) => y),
        )
        expect(spacing).toBeGreaterThanOrEqual(gaps[Math.floor((gaps.length - 1) / 2)]! - 1e-9)
        expect(spacing).toBeLessThanOrEqual(gaps[Math.ceil((gaps.length - 1) / 2)]! + 1e-9)
      }),
    )
  })

  it('200,000 events are read in well under the time that comparing pairs would take', () => {
    const x = Float64Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 10_007)
    const y = Float64Array.from({ length: 200_000 }, (_, i) => (i * 104_729) % 9973)
    expect(snappedPoints(x, y).spacing).toBeGreaterThan(0)
  })

  it('refuse lists that do not belong together, values that are no numbers and a spacing of 0', () => {
    expect(() => exactPoints([1, 2], [1])).toThrow('y has 1 values and x has 2: give one of each for every event.')
    expect(() => exactPoints([1, NaN], [1, 2])).toThrow('x[1] is NaN: give a finite number.')
    expect(() => exactPoints('here' as never, [1])).toThrow('x is "here": give an array.')
    expect(() => snappedPoints([1], [1], 0)).toThrow('spacing is 0: give a finite number above 0.')
  })
})

describe('methods that need exact places', () => {
  it('do not compile with snapped points or unmarked coordinates, and refuse them when run', () => {
    // @ts-expect-error snapped points are not exact
    expect(() => streetLevel(snappedPoints([1], [2], 100))).toThrow(
      'kernelDensityAt needs exact places and points are snapped: neighbours share one point',
    )
    // @ts-expect-error the words alone make no exact points: only exactPoints does
    expect(() => streetLevel({ locations: 'exact', x: [1], y: [2] })).toThrow('make it with exactPoints(x, y)')
    // @ts-expect-error nothing says how exact these are
    expect(() => streetLevel({ x: new Float64Array(1), y: new Float64Array(1) })).toThrow(
      'says nothing about how exact',
    )
    expect(() => streetLevel(null as never)).toThrow('says nothing about how exact')
    expect(() => streetLevel(exactPoints([1], [2]))).not.toThrow()
  })

  it('cells must be twice the spacing of snapped points; exact points take any', () => {
    const points = snappedPoints([0, 0, 300], [0, 400, 0], 120)
    expect(finestCellFor(points)).toBe(240)
    expect(() => requireCellAllowed(points, 240)).not.toThrow()
    expect(() => requireCellAllowed(points, 200)).toThrow(
      'cell is 200 and the points are snapped to shared places: give cells of 240 m or more, or exact points.',
    )
    expect(() => requireCellAllowed(snappedPoints([1], [1]), 200)).toThrow('of unknown spacing')
    expect(() => requireCellAllowed(exactPoints([1], [1]), 0.5)).not.toThrow()
  })
})
