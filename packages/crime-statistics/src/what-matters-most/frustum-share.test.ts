import { describe, expect, it } from 'vitest'
import { flatWeights } from '../../test/flat-weights.ts'
import { sum, within } from '../../test/near.ts'
import { shareAboveZero } from './frustum-share.ts'

describe('shareAboveZero', () => {
  it('is how often flat shares make the form positive', () => {
    const forms = [
      [1, -1],
      [3, -1, -1],
      [2, 1, -4, 0.5],
      [0.3, -0.2, 0.3, -0.2, 1],
      [-1, -1, 5, -2, -0.5, 3],
    ]
    for (const form of forms) {
      const draws = flatWeights(form.length, 30_000, 5)
      const positive = draws.filter((shares) => sum(shares.map((share, j) => share * form[j]!)) > 0).length
      within(shareAboveZero(form), positive / draws.length, 0.015)
    }
  })

  it('is the ratio of two numbers in two parts, 1 where nothing is below 0 and 0 where nothing is above', () => {
    expect(shareAboveZero([3, -1])).toBeCloseTo(0.75, 12)
    expect(shareAboveZero([2, 0, 1])).toBe(1)
    expect(shareAboveZero([-2, 0, -1])).toBe(0)
  })
})
