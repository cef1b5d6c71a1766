import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankStability, switchingWeight, weightedRanking, weightTornado } from './index.ts'

const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }))
  .chain(([candidates, criteria]) =>
    fc.tuple(
      fc.array(fc.array(fc.nat(100), { minLength: criteria, maxLength: criteria }), {
        minLength: candidates,
        maxLength: candidates,
      }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: criteria, maxLength: criteria }),
    ),
  )

describe('weightedRanking', () => {
  it('is the weighted mean, in any unit of weight', () => {
    const found = weightedRanking(
      [
        [80, 20],
        [50, 50],
        [20, 80],
      ],
      [30, 10],
    )
    expect(found).toEqual({ weights: [0.75, 0.25], scores: [65, 50, 35], ranks: [1, 2, 3] })
  })

  it('gives equal scores the better rank: 1, 2, 2, 4, in spite of rounding', () => {
    expect(
      weightedRanking(
        [
          [9, 9],
          [0.3, 0],
          [0.1, 0.2],
          [0, 0],
        ],
        [1, 1],
      ).ranks,
    ).toEqual([1, 2, 2, 4])
    expect(weightedRanking([[0], [0]], [1]).ranks).toEqual([1, 1])
  })

  it('does not change with the order of candidates or criteria', () => {
    fc.assert(
      fc.property(anyTable, ([table, weights]) => {
        const { ranks, scores } = weightedRanking(table, weights)
        expect(weightedRanking(table.toReversed(), weights).ranks.toReversed()).toEqual(ranks)
        const turned = weightedRanking(
          table.map((row) => row.toReversed()),
          weights.toReversed(),
        )
        for (const [i, score] of scores.entries()) expect(turned.scores[i]).toBeCloseTo(score, 9)
      }),
    )
  })

  it('refuses a row of another length, a weight below 0, none above 0, and a range', () => {
    expect(() => weightedRanking([[1, 2], [1]], [1, 1])).toThrow('values[1] has 1 criteria and values[0] has 2')
    expect(() => weightedRanking([[1, 2]], [1, -1])).toThrow('weights[1] is -1: give 0 or more.')
    expect(() => weightedRanking([[1, 2]], [0, 0])).toThrow('weights add up to 0')
    expect(() => weightedRanking([[1, 2]], [1])).toThrow('weights has 1 and there are 2 criteria')
    expect(() => weightedRanking([], [1])).toThrow('values has no candidate')
    expect(() => weightedRanking([[[0, 100] as unknown as number]], [1])).toThrow('values has a range')
  })
})

describe('weightTornado', () => {
  it('moves each weight by ten points and rescales the others', () => {
    const { bars, given } = weightTornado(
      [
        [80, 20, 10],
        [45, 60, 10],
      ],
      [50, 30, 20],
    )
    expect(given.weights).toEqual([0.5, 0.3, 0.2])
    const bar = bars.find(({ criterion }) => criterion === 0)!
    expect(bar.raised.weights).toEqual([0.6, expect.closeTo(0.24, 12), expect.closeTo(0.16, 12)])
    expect(bar.lowered.weights).toEqual([0.4, expect.closeTo(0.36, 12), expect.closeTo(0.24, 12)])
  })

  it('says whether the first place changes, and puts the criterion that moves most first', () => {
    // first leads by 5.5 under (0.5, 0.3, 0.2); with 0.4 on the first criterion the second leads
    const { bars } = weightTornado(
      [
        [80, 20, 10],
        [45, 60, 10],
      ],
      [50, 30, 20],
    )
    expect(bars[0]).toMatchObject({ criterion: 0, changesFirst: true, mostPlacesMoved: 1 })
    expect(bars.at(-1)).toMatchObject({ criterion: 2, changesFirst: false, mostPlacesMoved: 0 })
  })

  it('stops at 0 and at 1, and keeps a single criterion at 1', () => {
    const bars = weightTornado(
      [
        [1, 2],
        [2, 1],
      ],
      [95, 5],
    ).bars
    const first = bars.find(({ criterion }) => criterion === 0)!
    expect(first.raised.weights).toEqual([1, 0])
    expect(bars.find(({ criterion }) => criterion === 1)!.lowered.weights).toEqual([1, 0])
    expect(weightTornado([[1], [2]], [1]).bars[0]!.lowered.weights).toEqual([1])
    expect(weightTornado([[1, 2]], [1, 0]).bars.every((bar) => bar.lowered.scores.every(Number.isFinite))).toBe(true)
  })

  it('keeps weights that add up to 1 and scores within the values', () => {
    fc.assert(
      fc.property(anyTable, ([table, weights]) => {
        for (const { lowered, raised } of weightTornado(table, weights).bars)
          for (const ranking of [lowered, raised])
            expect(ranking.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
      }),
    )
  })

  it('refuses a move of nothing or of more than everything', () => {
    expect(() => weightTornado([[1]], [1], 0)).toThrow('points is 0')
    expect(() => weightTornado([[1]], [1], 101)).toThrow('points is 101')
  })
})

describe('switchingWeight', () => {
  it('is where two candidates score the same', () => {
    expect(
      switchingWeight(
        [
          [100, 10],
          [55, 60],
        ],
        [1, 1],
        0,
        1,
        0,
      ),
    ).toBeCloseTo(50 / 95, 12)
  })

  it('is null, or 0, where the other criteria balance but for rounding', () => {
    // 4·50 + 6·40 = 4·56 + 6·36 = 440: the two tie at every weight of the first criterion, by hand
    const tied = [
      [60, 50, 40],
      [60, 56, 36],
    ]
    expect(switchingWeight(tied, [8, 4, 6], 0, 1, 0)).toBeNull()
    // and at 0 alone where the first criterion tells them apart, whichever is asked about first
    const apart = [[70, 50, 40], tied[1]!]
    expect(switchingWeight(apart, [8, 4, 6], 0, 1, 0)).toBe(0)
    expect(switchingWeight(apart, [8, 4, 6], 1, 0, 0)).toBe(0)
  })

  it('is null where one is ahead whatever the weight, or both are the same', () => {
    expect(
      switchingWeight(
        [
          [9, 9],
          [1, 1],
        ],
        [1, 1],
        0,
        1,
        0,
      ),
    ).toBeNull()
    expect(
      switchingWeight(
        [
          [9, 9],
          [9, 9],
        ],
        [1, 1],
        0,
        1,
        0,
      ),
    ).toBeNull()
  })

  it('makes the two tie when it is used, whoever is named first', () => {
    fc.assert(
      fc.property(anyTable, ([table, weights]) => {
        fc.pre(table.length > 1 && weights.length > 1)
        const weight = switchingWeight(table, weights, 0, 1, 0)
        if (weight === null) return
        expect(switchingWeight(table, weights, 1, 0, 0)).toBeCloseTo(weight, 9)
        const rest = weights.slice(1).reduce((sum, other) => sum + other, 0)
        const used = [weight, ...weights.slice(1).map((other) => (other / rest) * (1 - weight))]
        const { scores } = weightedRanking(table, used)
        expect(scores[0]).toBeCloseTo(scores[1]!, 9)
      }),
    )
  })

  it('refuses a candidate that is not there', () => {
    expect(() => switchingWeight([[1, 2]], [1, 1], 0, 1, 0)).toThrow('b is 1: give a whole number, 0 to 0.')
    expect(() => switchingWeight([[1], [2]], [1], 0, 1, 0)).toThrow('weights add up to 0')
  })
})

describe('rankStability', () => {
  it('is 1 for a candidate that leads on every criterion', () => {
    const found = rankStability(
      [
        [90, 80],
        [40, 50],
        [10, 60],
      ],
      [1, 1],
      { seed: 1, top: 1 },
    )
    expect(found).toMatchObject({ sameFirst: 1, sameTop: 1, bestRank: [1, 2, 2], worstRank: [1, 3, 3] })
  })

  it('is the share of weights: two candidates that change places at 0.25 stand in three quarters', () => {
    const values = [
      [100, 0],
      [0, 100 / 3],
    ]
    const { sameRank, inTop } = rankStability(values, [1, 1], { seed: 5, weightings: 20_000, top: 1 })
    expect(sameRank[0]).toBeGreaterThan(0.735) // 0.75 ± 5 standard errors of 0.003
    expect(sameRank[0]).toBeLessThan(0.765)
    expect(inTop[0]).toBe(sameRank[0])
  })

  it('gives the same for the same seed', () => {
    const run = (seed: number) =>
      rankStability(
        [
          [5, 1],
          [1, 5],
        ],
        [1, 2],
        { seed },
      ).sameFirst
    expect(run(3)).toBe(run(3))
    expect(() => rankStability([[1]], [1], { seed: 0.5 })).toThrow('seed is 0.5')
  })
})
