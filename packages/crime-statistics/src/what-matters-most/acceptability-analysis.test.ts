import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum, within } from '../../test/near.ts'
import { acceptabilityAnalysis, type WeightKnowledge } from './index.ts'

describe('acceptabilityAnalysis', () => {
  it('of two criteria is the share of the line on which each rank holds', () => {
    // scores 100w + 10(1 − w), 55w + 60(1 − w), 100(1 − w): the order changes at w = 8/19, 9/19, 10/19
    const { rankAcceptability } = acceptabilityAnalysis(
      [
        [100, 10],
        [55, 60],
        [0, 100],
      ],
      { seed: 1 },
    )
    const [w1, w2, w3] = [8 / 19, 9 / 19, 10 / 19]
    const exact = [
      [1 - w3, w3 - w2, w2],
      [w3 - w1, 1 - (w3 - w1), 0],
      [w1, w2 - w1, 1 - w2],
    ]
    for (const [i, ranks] of exact.entries())
      for (const [rank, share] of ranks.entries()) within(rankAcceptability[i]![rank]!, share, 0.008)
  })

  it('central weights are the middle of the weights that put a candidate first, null where none do', () => {
    const found = acceptabilityAnalysis(
      [
        [100, 0],
        [0, 100],
        [30, 30],
      ],
      { seed: 2 },
    )
    within(found.centralWeights[0]![0]!, 0.75, 0.005)
    within(found.centralWeights[1]![0]!, 0.25, 0.005)
    expect(found.centralWeights[2]).toBeNull()
    expect(found.confidenceFactor).toEqual([1, 1, null])
  })

  it('candidates that are the same divide acceptability, not by their place in the list', () => {
    const { rankAcceptability, pairwiseWins, expectedRank } = acceptabilityAnalysis(
      [
        [80, 20],
        [80, 20],
        [10, 10],
      ],
      { seed: 1, draws: 1000 },
    )
    expect(rankAcceptability).toEqual([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ])
    expect(pairwiseWins).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 0],
    ])
    expect(expectedRank).toEqual([1.5, 1.5, 3])
  })

  it('carries a missing value as its full range: first half the time against a certain 50', () => {
    const found = acceptabilityAnalysis([[[0, 100]], [50]], { seed: 1 })
    within(found.rankAcceptability[0]![0]!, 0.5, 0.008)
    within(found.meanScore[0]!, 50, 0.5)
    within(found.sdScore[0]!, 100 / Math.sqrt(12), 0.3)
    within(found.confidenceFactor[0]!, 0.5, 0.025)
    within(found.pairwiseWins[0]![1]!, 0.5, 0.008)
  })

  it('a range can only widen what is possible: neither candidate is sure of a rank it had', () => {
    const certain = acceptabilityAnalysis(
      [
        [60, 60],
        [50, 50],
      ],
      { seed: 1, draws: 2000 },
    )
    const unsure = acceptabilityAnalysis(
      [
        [60, [0, 100]],
        [50, 50],
      ],
      { seed: 1, draws: 2000 },
    )
    expect(certain.rankAcceptability[0]![0]).toBe(1)
    expect(unsure.rankAcceptability[0]![0]).toBeLessThan(1)
    expect(unsure.rankAcceptability[0]![0]).toBeGreaterThan(0.5)
  })

  it('shares add up to 1 over ranks and over candidates, whatever is asked', () => {
    const anyCell = fc.oneof(fc.nat(3), fc.constant([0, 3] as const))
    const anyCase = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 7 })).chain(([k, m]) =>
      fc.tuple(
        fc.array(
          fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: anyCell }), {
            minLength: m,
            maxLength: m,
          }),
          { minLength: k, maxLength: k },
        ),
        fc.constantFrom<WeightKnowledge['kind']>('flat', 'ordered', 'bounded'),
      ),
    )
    fc.assert(
      fc.property(anyCase, ([values, kind]) => {
        const m = values[0]!.length
        const weights: WeightKnowledge =
          kind === 'flat'
            ? { kind }
            : kind === 'ordered'
              ? { kind, order: Array.from({ length: m }, (_, j) => m - 1 - j) }
              : { kind, least: Array(m).fill(0.5 / m), most: Array(m).fill(Math.min(1, 2 / m)) }
        const found = acceptabilityAnalysis(values, { seed: 7, draws: 200, weights })
        for (const ranks of found.rankAcceptability) expect(sum(ranks)).toBeCloseTo(1, 9)
        for (let rank = 0; rank < values.length; rank++)
          expect(sum(found.rankAcceptability.map((ranks) => ranks[rank]!))).toBeCloseTo(1, 9)
        for (const central of found.centralWeights) if (central) expect(sum(central)).toBeCloseTo(1, 6)
        expect(JSON.stringify(found)).not.toContain('NaN')
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same for the same seed', () => {
    const run = (seed: number) =>
      acceptabilityAnalysis(
        [
          [5, 1, 2],
          [1, 5, 3],
        ],
        { seed, draws: 500 },
      )
    expect(run(3)).toEqual(run(3))
    expect(run(3)).not.toEqual(run(4))
  })
})
