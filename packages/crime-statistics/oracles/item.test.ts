import { describe, expect, it } from 'vitest'
import { compared, passes, worstDifference } from './item.ts'

describe('worstDifference', () => {
  it('is relative, and absolute where the reference is below 1e-6', () => {
    expect(worstDifference(110, 100)).toBeCloseTo(0.1, 12)
    expect(worstDifference(3e-7, 1e-7)).toBeCloseTo(2e-7, 20)
    expect(worstDifference(110, 100, 'absolute')).toBe(10)
  })

  it('takes the largest over lists of any depth, typed or not', () => {
    expect(worstDifference([[1, 2], new Float64Array([4])], [[1, 2], [5]])).toBeCloseTo(0.2, 12)
  })

  it('is Infinity where lengths differ, or one side is not defined and the other is', () => {
    expect(worstDifference([1], [1, 2])).toBe(Infinity)
    expect(worstDifference(null, 0)).toBe(Infinity)
    expect(worstDifference(0, null)).toBe(Infinity)
    expect(worstDifference(Number.NaN, 0)).toBe(Infinity)
    expect(worstDifference(undefined, null)).toBe(0)
  })
})

describe('compared', () => {
  it('fails when nothing was compared, so that an empty file cannot pass', () => {
    expect(passes(compared('nothing', 'f', 1, []))).toBe(false)
  })

  it('passes at the tolerance and not beyond it', () => {
    expect(passes(compared('at', 'f', 0.5, [[1.5, 1]]))).toBe(true)
    expect(
      passes(
        compared('beyond', 'f', 0.5, [
          [1, 1],
          [1.6, 1],
        ]),
      ),
    ).toBe(false)
  })
})
