import { describe, expect, it } from 'vitest'
import { within } from '../../test/near.ts'
import { drawTally } from './draw-tally.ts'
import { MixtureDraws } from './mixture-draws.ts'
import { quickTally } from './rank-tally.ts'
import { valueTable } from './value-table.ts'
import { weightRegion } from './weight-region.ts'

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
