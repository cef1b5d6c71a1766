import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { predictionAccuracy } from './prediction-accuracy.ts'
import { topPlaces } from './top-places.ts'

describe('predictionAccuracy', () => {
  it('sets the share of events in the cells against the share of the area', () => {
    // 2 of 4 cells held 6 of 10 events; the best 2 held 7
    expect(predictionAccuracy([9, 4, 0, 1], [5, 1, 2, 2], 2)).toEqual({
      cells: [0, 1],
      hits: 6,
      hitRate: 0.6,
      areaShare: 0.5,
      pai: 1.2,
      mostHits: 7,
      pei: 6 / 7,
      rri: null,
      windows: null,
    })
  })

  it('compares with the share of training events in the same cells', () => {
    expect(predictionAccuracy([9, 4, 0, 1], [5, 1, 2, 2], 1, { trainingCounts: [5, 4, 0, 1] }).rri).toBeCloseTo(1, 12)
    expect(predictionAccuracy([0, 9, 0, 1], [5, 1, 2, 2], 1, { trainingCounts: [6, 0, 2, 2] }).rri).toBeNull()
  })

  it('takes areas of cells where they are given', () => {
    const found = predictionAccuracy([9, 4, 0, 1], [5, 1, 2, 2], 1, { areas: [25_000, 62_500, 62_500, 100_000] })
    expect(found.areaShare).toBe(0.1)
    expect(found.pai).toBeCloseTo(5, 12)
  })

  it('is not defined when nothing happened in the test window', () => {
    expect(predictionAccuracy([1, 2], [0, 0], 1)).toMatchObject({
      hits: 0,
      hitRate: null,
      pai: null,
      pei: null,
      rri: null,
    })
  })

  it('is 1 by every index when all cells are predicted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), (counts) => {
        if (!counts.some((count) => count > 0)) return
        const found = predictionAccuracy(counts, counts, counts.length, { trainingCounts: counts })
        expect(found).toMatchObject({ pai: 1, pei: 1, rri: 1, hitRate: 1 })
      }),
    )
  })

  it('is as good as can be when the scores are what happened: PEI 1, and PAI falls as n grows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 3, maxLength: 30 }), (counts) => {
        if (!counts.some((count) => count > 0)) return
        const pai = (n: number) => predictionAccuracy(counts, counts, n)
        expect(pai(2).pei).toBe(1)
        expect(pai(1).pai!).toBeGreaterThanOrEqual(pai(3).pai! - 1e-12)
      }),
    )
  })

  it('refuses windows that overlap or come in the wrong order, and months that are none', () => {
    const windows = (from: string, to: string) => ({
      windows: { training: { from: '2021-04', to: '2022-04' }, test: { from, to } },
    })
    const accuracy = (from: string, to: string) => predictionAccuracy([1, 2], [3, 4], 1, windows(from, to))
    expect(accuracy('2022-04', '2022-10').windows!.test.from).toBe('2022-04')
    expect(accuracy('2022-04-01', '2022-04-15').pai).not.toBeNull()
    expect(() => accuracy('2022-03', '2022-10')).toThrow(/so that they overlap: give a test window that begins/)
    expect(() => accuracy('2022-03-31', '2022-10-01')).toThrow(/overlap/)
    expect(() => accuracy('2020-04', '2021-04')).toThrow(/the test comes first/)
    expect(() => accuracy('2022-10', '2022-10')).toThrow(/give a `to` after `from`/)
    expect(() => accuracy('2022-13', '2023-10')).toThrow(/test.from is "2022-13"/)
    expect(() => accuracy('2022-02-30', '2023-10')).toThrow(/test.from is "2022-02-30"/)
    expect(() => accuracy('April', '2023-10')).toThrow(/give a month such as 2021-04/)
  })

  it('refuses lists that do not fit, too many cells and areas of 0', () => {
    expect(() => predictionAccuracy([1, 2], [1], 1)).toThrow(/testCounts has 1 values and scores has 2/)
    expect(() => predictionAccuracy([1, 2], [1, 2], 3)).toThrow(/n is 3.*1 to 2/)
    expect(() => predictionAccuracy([1, 2], [1, 0.5], 1)).toThrow(/testCounts\[1\] is 0.5/)
    expect(() => predictionAccuracy([1, 2], [1, 2], 1, { areas: [1, 0] })).toThrow(/areas\[1\] is 0/)
    expect(() => predictionAccuracy([1, 2], [1, 2], 1, { trainingCounts: [1] })).toThrow(/trainingCounts has 1/)
  })
})

describe('topPlaces', () => {
  it('takes the place counted first of equal scores', () => {
    expect(topPlaces([2, 7, 7, 7, 9], 3)).toEqual([4, 1, 2])
    expect(topPlaces([0, 0, 0], 2)).toEqual([0, 1])
  })

  it('compares scores as rounded where decimals are given', () => {
    expect(topPlaces([0.1 + 0.2, 0.3, 0.1], 1)).toEqual([0])
    expect(topPlaces([0.3, 0.1 + 0.2, 0.1], 1)).toEqual([1]) // 0.30000000000000004
    expect(topPlaces([0.3, 0.1 + 0.2, 0.1], 1, 12)).toEqual([0])
    expect(topPlaces([1e300, 2e300], 1, 20)).toEqual([1])
  })

  it('is the whole list in order for n of all, and leaves the scores as they were', () => {
    const scores = [3, -1, 8]
    expect(topPlaces(scores, 3)).toEqual([2, 0, 1])
    expect(scores).toEqual([3, -1, 8])
  })

  it('refuses what is no number and n of 0', () => {
    expect(() => topPlaces([1, Number.NaN], 1)).toThrow(/scores\[1\] is NaN/)
    expect(() => topPlaces([1], 0)).toThrow(/n is 0/)
    expect(() => topPlaces([1], 1, 21)).toThrow(/decimals is 21/)
  })
})
