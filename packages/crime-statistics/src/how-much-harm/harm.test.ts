import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmByGroup, type SeverityWeights, severityWeightedHarm } from './index.ts'

/** Invented weights: the library holds no real ones. */
const TABLE: SeverityWeights = {
  index: 'Example index',
  version: '1',
  unit: 'days',
  weights: { murder: 5000, assault: 20, theft: 1 },
}
const anyOffences = fc.array(
  fc.record({
    group: fc.constantFrom('north', 'south', 'east'),
    code: fc.constantFrom('murder', 'assault', 'theft', 'unheard of', 'hasOwnProperty'),
    count: fc.nat(500),
  }),
  { maxLength: 30 },
)

describe('severityWeightedHarm', () => {
  it('adds up counts times weights, and prints under the index’s name and version', () => {
    const found = severityWeightedHarm(
      [
        { code: 'assault', count: 10 },
        { code: 'theft', count: 30 },
      ],
      TABLE,
      { residents: 2000 },
    )
    expect(found).toMatchObject({
      index: 'Example index',
      version: '1',
      unit: 'days',
      offences: 40,
      harm: 230, // 10·20 + 30·1
      harmPerOffence: 5.75,
      perThousand: 115,
      unmapped: [],
      unmappedShare: 0,
      confidence: 'usual',
      range: { lower: 230, upper: 230 },
    })
  })

  it('lists what has no weight, most first, and says how far it could move the sum', () => {
    const found = severityWeightedHarm(
      [
        { code: 'theft', count: 80 },
        { code: '99/9', count: 5 },
        { code: '12/1', count: 10 },
        { code: '99/9', count: 5 },
      ],
      TABLE,
    )
    expect(found.harm).toBe(80)
    expect(found.unmapped).toEqual([
      { code: '12/1', count: 10, share: 0.1 },
      { code: '99/9', count: 10, share: 0.1 },
    ])
    expect(found.range).toEqual({ lower: 80 + 20 * 1, upper: 80 + 20 * 5000 })
    expect(found.rangePerThousand).toBeNull()
  })

  it('has low confidence above a fifth without a weight, or above another share, not at it', () => {
    const mixed = (without: number) => [
      { code: 'theft', count: 100 - without },
      { code: '?', count: without },
    ]
    expect(severityWeightedHarm(mixed(20), TABLE).confidence).toBe('usual')
    expect(severityWeightedHarm(mixed(21), TABLE).confidence).toBe('low')
    expect(severityWeightedHarm(mixed(21), TABLE, { lowConfidenceAbove: 0.3 }).confidence).toBe('usual')
  })

  it('of no offences is 0 with no share, and a weight of 0 is a weight', () => {
    expect(severityWeightedHarm([], TABLE)).toMatchObject({
      harm: 0,
      unmappedShare: null,
      harmPerOffence: null,
      confidence: 'usual',
    })
    const zero = { ...TABLE, weights: new Map([['caution', 0]]) }
    expect(severityWeightedHarm([{ code: 'caution', count: 9 }], zero)).toMatchObject({
      harm: 0,
      unmapped: [],
      harmPerOffence: 0,
    })
  })

  it('takes a code for what is in the table only, not for what every object has', () => {
    expect(severityWeightedHarm([{ code: 'constructor', count: 1 }], TABLE).unmapped).toHaveLength(1)
  })

  it('does not depend on the order, and lies within its range', () => {
    fc.assert(
      fc.property(anyOffences, (offences) => {
        const found = severityWeightedHarm(offences, TABLE)
        expect(severityWeightedHarm(offences.toReversed(), TABLE)).toEqual(found)
        expect(found.range.lower).toBeGreaterThanOrEqual(found.harm)
        expect(found.range.upper).toBeGreaterThanOrEqual(found.range.lower)
        const unmapped = found.unmapped.reduce((sum, { count }) => sum + count, 0)
        expect(unmapped).toBeCloseTo((found.unmappedShare ?? 0) * found.offences, 6)
      }),
    )
  })

  it('refuses a table without name or weights, a weight below 0, and part of an offence', () => {
    const one = [{ code: 'theft', count: 1 }]
    expect(() => severityWeightedHarm(one, { ...TABLE, version: '' })).toThrow('version of the weights is ""')
    expect(() => severityWeightedHarm(one, { ...TABLE, weights: {} })).toThrow('weights is empty')
    expect(() => severityWeightedHarm(one, { ...TABLE, weights: { theft: -1 } })).toThrow('the weight of theft is -1')
    expect(() => severityWeightedHarm([{ code: 'theft', count: 0.5 }], TABLE)).toThrow('offences[0].count is 0.5')
    expect(() => severityWeightedHarm([{ code: 8 as unknown as string, count: 1 }], TABLE)).toThrow(
      'offences[0].code is 8: give text.',
    )
    expect(() => severityWeightedHarm(one, TABLE, { residents: 0 })).toThrow('residents is 0')
    expect(() => severityWeightedHarm(one, TABLE, { lowConfidenceAbove: 20 })).toThrow('lowConfidenceAbove is 20')
  })
})

describe('harmByGroup', () => {
  const offences = [
    { group: 'theft', code: 'theft', count: 90 },
    { group: 'violence', code: 'assault', count: 10 },
    { group: 'homicide', code: 'murder', count: 1 },
  ]

  it('ranks groups by volume and by harm, which turns the list round', () => {
    const { groups, total } = harmByGroup(offences, TABLE)
    expect(groups.map(({ group, volumeRank, harmRank }) => [group, volumeRank, harmRank])).toEqual([
      ['theft', 1, 3],
      ['violence', 2, 2],
      ['homicide', 3, 1],
    ])
    expect(total).toMatchObject({ offences: 101, harm: 5290 })
    expect(groups[2]!.harmShare).toBeCloseTo(5000 / 5290, 12)
    expect(groups.every(({ harmRankCertain }) => harmRankCertain)).toBe(true)
  })

  // 10 offences without a weight are at least 10 × 6 = 60, more than one assault of 50, whatever they weigh
  it('a rank that offences without a weight are bound to change is not certain', () => {
    const table = { ...TABLE, weights: { theft: 6, assault: 50 } }
    const { groups } = harmByGroup(
      [
        { group: 'unknown', code: '?', count: 10 },
        { group: 'violence', code: 'assault', count: 1 },
      ],
      table,
    )
    expect(groups.map(({ harm, harmRank, range }) => [harm, harmRank, range.lower])).toEqual([
      [0, 2, 60],
      [50, 1, 50],
    ])
    expect(groups.map(({ harmRankCertain }) => harmRankCertain)).toEqual([false, false])
  })

  it('ranges that meet at one harm could tie: neither rank is certain, whichever comes first', () => {
    const table = { ...TABLE, weights: { theft: 5, assault: 10 } }
    const known = { group: 'known', code: 'theft', count: 1 } // 5
    const open = { group: 'open', code: '?', count: 1 } // 5 to 10
    for (const list of [
      [known, open],
      [open, known],
    ])
      expect(harmByGroup(list, table).groups.map(({ harmRankCertain }) => harmRankCertain)).toEqual([false, false])
    const tied = harmByGroup([known, { ...known, group: 'as much' }], table).groups
    expect(tied.map(({ harmRank, harmRankCertain }) => [harmRank, harmRankCertain])).toEqual([
      [1, true],
      [1, true],
    ])
  })

  it('a certain rank is the rank whatever the missing weights are: all tried', () => {
    const counts = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2)), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 4, max: 9 }), (rows, least, most) => {
        const list = rows.flatMap(([a, b, open], g) =>
          [['low', a] as const, ['high', b] as const, ['?', open] as const].map(([code, count]) => ({
            group: `g${g}`,
            code,
            count,
          })),
        )
        const { groups } = harmByGroup(list, { ...TABLE, weights: { low: least, high: most } })
        const ends = rows.map(([, , open]) => (open > 0 ? [least, most] : [0]))
        let weights: number[][] = [[]]
        for (const either of ends) weights = weights.flatMap((first) => either.map((weight) => [...first, weight]))
        for (const [i, { harmRank, harmRankCertain }] of groups.entries()) {
          const ranks = weights.map((set) => {
            const harms = rows.map(([a, b, open], g) => a * least + b * most + open * set[g]!)
            return 1 + harms.filter((harm) => harm > harms[i]!).length
          })
          if (harmRankCertain) expect(new Set(ranks)).toEqual(new Set([harmRank]))
        }
      }),
      { numRuns: 300, seed: 80 },
    )
  })

  it('a rank that offences without a weight could change is not certain', () => {
    const { groups } = harmByGroup([...offences, { group: 'theft', code: '?', count: 2 }], TABLE)
    expect(groups.map(({ harmRankCertain }) => harmRankCertain)).toEqual([false, false, false])
    const little = { ...TABLE, weights: { theft: 1, assault: 20 } }
    const apart = harmByGroup([...offences.slice(0, 2), { group: 'theft', code: '?', count: 2 }], little).groups
    expect(apart.map(({ harmRankCertain }) => harmRankCertain)).toEqual([true, true]) // 92 to 130, and 200
  })

  it('gives harm per 1,000 of each group and of all together', () => {
    const residents = { theft: 1000, violence: 4000, homicide: 5000 }
    const { groups, total } = harmByGroup(offences, TABLE, { residents })
    expect(groups.map(({ perThousand }) => perThousand)).toEqual([90, 50, 1000])
    expect(total.perThousand).toBe(529)
    expect(() => harmByGroup(offences, TABLE, { residents: { theft: 5 } })).toThrow('residents has none for violence')
  })

  it('adds up to the total', () => {
    fc.assert(
      fc.property(anyOffences, (some) => {
        const { groups, total } = harmByGroup(some, TABLE)
        expect(groups.reduce((sum, { harm }) => sum + harm, 0)).toBe(total.harm)
        expect(groups.reduce((sum, group) => sum + group.offences, 0)).toBe(total.offences)
        expect(total).toEqual(severityWeightedHarm(some, TABLE))
        for (const { harmRank, harm } of groups)
          expect(harmRank).toBe(1 + groups.filter((other) => other.harm > harm).length)
      }),
    )
  })

  it('of nothing has no group', () => {
    expect(harmByGroup([], TABLE, { residents: {} }).groups).toEqual([])
  })
})
