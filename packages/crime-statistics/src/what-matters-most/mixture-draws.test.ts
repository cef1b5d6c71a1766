import { describe, expect, it } from 'vitest'
import { flatWeights } from '../../test/flat-weights.ts'
import { sum, within } from '../../test/near.ts'

describe('MixtureDraws', () => {
  it('of any number of parts adds up to 1, with the means, variances and independence of a flat Dirichlet', () => {
    for (const parts of [2, 3, 4, 5, 6, 9]) {
      const draws = flatWeights(parts, 30_000, parts)
      for (let j = 0; j < parts; j++) {
        const column = draws.map((shares) => shares[j]!)
        within(sum(column) / draws.length, 1 / parts, 0.008)
        within(
          sum(column.map((x) => (x - 1 / parts) ** 2)) / draws.length,
          (parts - 1) / parts ** 2 / (parts + 1),
          0.003,
        )
        // P(share > t) = (1 − t)^(parts − 1)
        within(column.filter((x) => x > 0.3).length / draws.length, 0.7 ** (parts - 1), 0.015)
      }
      expect(draws.every((shares) => Math.abs(sum(shares) - 1) < 1e-8 && shares.every((share) => share >= 0))).toBe(
        true,
      )
    }
  })
})
