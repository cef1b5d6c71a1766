import { describe, expect, it } from 'vitest'
import { flatWeights } from '../../test/flat-weights.ts'
import { sum, within } from '../../test/near.ts'
import { acceptabilityAnalysis, type ValueOrRange, type WeightKnowledge } from './index.ts'

describe('acceptabilityAnalysis, told what is known of the weights', () => {
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
})
