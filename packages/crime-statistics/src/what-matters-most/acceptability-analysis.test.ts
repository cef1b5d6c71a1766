import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawTally } from './draw-tally.ts'
import { shareAboveZero } from './frustum-share.ts'
import { acceptabilityAnalysis, type ValueOrRange, type WeightKnowledge } from './index.ts'
import { MixtureDraws } from './mixture-draws.ts'
import { quickTally } from './rank-tally.ts'
import { valueTable } from './value-table.ts'
import { weightRegion } from './weight-region.ts'

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)
const within = (found: number, expected: number, margin: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThan(margin)

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

  it('a criterion that can have no weight cannot tell two candidates apart', () => {
    const weights = { kind: 'bounded', least: [0, 0, 0], most: [1, 1, 0] } as const
    const { rankAcceptability } = acceptabilityAnalysis(
      [
        [1, 2, 9],
        [1, 2, 5],
      ],
      { seed: 1, draws: 100, weights },
    )
    expect(rankAcceptability).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ])
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

  it('ordered weights have the means of the order: 11/18, 5/18, 2/18 of three criteria', () => {
    // scores on tables of 0 and 1 are the weights themselves
    const identity = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]
    const found = acceptabilityAnalysis(identity, {
      seed: 1,
      draws: 10,
      weights: { kind: 'ordered', order: [2, 0, 1] },
    })
    expect(found.meanScore).toEqual([
      expect.closeTo(5 / 18, 12),
      expect.closeTo(2 / 18, 12),
      expect.closeTo(11 / 18, 12),
    ])
    expect(found.rankAcceptability[2]![0]).toBe(1)
  })

  it('bounded weights are spread as flat ones that happen to be within the bounds', () => {
    const least = [0.1, 0, 0.2, 0]
    const most = [0.5, 0.4, 0.6, 0.25]
    const identity = least.map((_, i) => least.map((_, j) => Number(i === j)))
    const found = acceptabilityAnalysis(identity, { seed: 4, weights: { kind: 'bounded', least, most } })
    const flat = flatWeights(4, 150_000, 9).filter((w) =>
      w.every((share, j) => share >= least[j]! && share <= most[j]!),
    )
    for (let j = 0; j < 4; j++) {
      const column = flat.map((weights) => weights[j]!)
      const mean = sum(column) / flat.length
      within(found.meanScore[j]!, mean, 0.004)
      within(found.sdScore[j]!, Math.sqrt(sum(column.map((w) => (w - mean) ** 2)) / flat.length), 0.004)
    }
  })

  it('takes bounds that leave a narrow strip at the top, and a single point', () => {
    const weights: WeightKnowledge = { kind: 'bounded', least: Array(10).fill(0), most: Array(10).fill(0.11) }
    const identity = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => Number(i === j)))
    expect(sum(acceptabilityAnalysis(identity, { seed: 1, draws: 2000, weights }).meanScore)).toBeCloseTo(1, 9)
    const point: WeightKnowledge = { kind: 'bounded', least: [0.3, 0.7], most: [1, 1] }
    expect(
      acceptabilityAnalysis(
        [
          [1, 0],
          [0, 1],
        ],
        { seed: 1, draws: 9, weights: point },
      ).meanScore,
    ).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)])
  })

  it('refuses bounds that no weights fit', () => {
    const bounds = (least: number[], most: number[]) => () =>
      acceptabilityAnalysis([[1, 2]], { seed: 1, weights: { kind: 'bounded', least, most } })
    expect(bounds([0.6, 0.6], [1, 1])).toThrow('no weights that add up to 1 lie between them')
    expect(bounds([0, 0], [0.4, 0.4])).toThrow('no weights that add up to 1 lie between them')
    expect(bounds([0.5, 0], [0.4, 1])).toThrow('weights.least[0] is 0.5 and weights.most[0] is 0.4')
    expect(bounds([0], [1])).toThrow('give one for each of 2 criteria')
  })

  it('refuses bounds that next to no weights fit, rather than run for hours', () => {
    const n = 150
    const weights: WeightKnowledge = { kind: 'bounded', least: Array(n).fill(0), most: Array(n).fill(2 / n) }
    expect(() => acceptabilityAnalysis([Array(n).fill(1)], { seed: 1, weights, draws: 1 })).toThrow('give wider bounds')
  })

  it('refuses an order that leaves out a criterion, a kind it does not know, and a range the wrong way round', () => {
    const run = (weights: WeightKnowledge, values: ValueOrRange[][] = [[1, 2]]) =>
      acceptabilityAnalysis(values, { seed: 1, weights })
    expect(() => run({ kind: 'ordered', order: [0, 0] })).toThrow(
      'weights.order is 0, 0: give each criterion from 0 to 1 once.',
    )
    expect(() => run({ kind: 'ordered', order: [0, 0.5] })).toThrow('weights.order is 0, 0.5')
    expect(() => run({ kind: 'fixed' } as unknown as WeightKnowledge)).toThrow('weights.kind is "fixed"')
    expect(() => run({ kind: 'flat' }, [[[5, 1]]])).toThrow('values[0][0] is 5 to 1: give the lesser first.')
    expect(() => acceptabilityAnalysis([[1]], { seed: 1, draws: 0 })).toThrow('draws is 0')
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

describe('the quick count', () => {
  it('ranks as the thorough one does, for one to twelve candidates and one to five criteria', () => {
    const random = new MixtureDraws(2, 99)
    for (const [candidates, criteria] of [
      [12, 5],
      [11, 4],
      [7, 3],
      [3, 2],
      [2, 1],
      [1, 5],
    ] as const) {
      const table = valueTable(
        Array.from({ length: candidates }, () => Array.from({ length: criteria }, () => random.next())),
      )
      const region = weightRegion({ kind: 'flat' }, criteria)
      const quick = quickTally(table, region, 20_000, 1)
      if (candidates === 1) continue
      const thorough = drawTally(table, region, 20_000, 1) // the same draws, so counts are the same but for near ties
      for (const [i, count] of thorough.ranks.entries()) within(quick!.ranks[i]!, count, 3)
      for (const [i, share] of thorough.firsts.entries()) within(quick!.firsts[i]!, share, 3)
    }
  })

  it('leaves ties, ranges, caps, and more than twelve candidates to the thorough one', () => {
    const flat = weightRegion({ kind: 'flat' }, 2)
    const capped = weightRegion({ kind: 'bounded', least: [0, 0.1], most: [0.8, 0.8] }, 2)
    expect(
      quickTally(
        valueTable([
          [1, 2],
          [1, 2],
        ]),
        flat,
        10,
        1,
      ),
    ).toBeNull()
    expect(
      quickTally(
        valueTable([
          [1, [0, 2]],
          [1, 2],
        ]),
        flat,
        10,
        1,
      ),
    ).toBeNull()
    expect(quickTally(valueTable(Array.from({ length: 13 }, (_, i) => [i, 1])), flat, 10, 1)).toBeNull()
    const three = weightRegion({ kind: 'bounded', least: [0, 0, 0], most: [0.5, 0.5, 0.9] }, 3)
    expect(
      quickTally(
        valueTable([
          [1, 2, 3],
          [3, 2, 2],
        ]),
        three,
        10,
        1,
      ),
    ).toBeNull()
    expect(capped.caps).toBeNull() // two weights between bounds are a simplex of their own
  })
})

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

function flatWeights(parts: number, count: number, seed: number): number[][] {
  const lists = Array.from({ length: Math.max(5, parts) }, () => new Float64Array(count))
  new MixtureDraws(parts, seed).fill(lists, count)
  return Array.from({ length: count }, (_, i) => lists.slice(0, parts).map((list) => list[i]!))
}
