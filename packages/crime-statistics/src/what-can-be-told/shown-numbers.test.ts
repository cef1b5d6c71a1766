import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/seeded-random.ts'
import { hideSmallCounts } from './hide-small-counts.ts'
import { nestedTable } from './nested-table.ts'
import { randomRoundToBase } from './random-round-to-base.ts'
import { roundTableToBase } from './round-table-to-base.ts'
import { roundToBase } from './round-to-base.ts'
import { showCount } from './show-count.ts'
import { showPercentage } from './show-percentage.ts'
import { showRate } from './show-rate.ts'
import { twoWayTable } from './two-way-table.ts'

describe('showCount', () => {
  it('1 to 4 are <5, all others are shown; 1 to 9 are <10 for sensitive types', () => {
    expect([0, 1, 4, 5, 12].map((count) => showCount(count).print)).toEqual(['0', '<5', '<5', '5', '12'])
    expect([9, 10].map((count) => showCount(count, { threshold: 10 }).print)).toEqual(['<10', '10'])
  })

  it('hides zero when asked, and shows what is exempt', () => {
    expect(showCount(0, { hideZeros: true })).toEqual({ value: null, print: '<5', hidden: 'zero' })
    expect(showCount(2, { exempt: true })).toEqual({ value: 2, print: '2', hidden: null })
    expect(() => showCount(2.5)).toThrow('count is 2.5')
  })
})

describe('what is kept from print', () => {
  it('refuses a misspelt option: a threshold that nobody read would let small counts out', () => {
    const misspelt = { threshhold: 10 } as object
    const table = twoWayTable({
      rows: ['North', 'South'],
      columns: ['Theft', 'Arson'],
      counts: [
        [9, 12],
        [20, 30],
      ],
    })
    const said = 'options has "threshhold", which is no option'
    expect(() => showCount(7, misspelt)).toThrow(said)
    expect(() => showPercentage(7, 20, misspelt)).toThrow(said)
    expect(() => showRate(7, 2000, misspelt)).toThrow(said)
    expect(() => hideSmallCounts(table, misspelt)).toThrow(said)
  })
})

describe('showPercentage', () => {
  it('shows none of a base under 10, nor where part or rest is small', () => {
    const hidden = (part: number, whole: number) => showPercentage(part, whole).hidden
    expect([hidden(5, 9), hidden(5, 10), hidden(3, 100), hidden(97, 100)]).toEqual([
      'small base',
      null,
      'small count',
      'small rest',
    ])
    expect([hidden(0, 100), hidden(100, 100), hidden(0, 0)]).toEqual([null, null, 'small base'])
  })

  it('rounds half away from zero, to the places asked for', () => {
    expect(showPercentage(92, 136, { places: 1 })).toMatchObject({ value: 67.6, print: '67.6%' })
    expect(showPercentage(1, 200, { threshold: 1 })).toMatchObject({ value: 1, print: '1%' }) // 0.5
    expect(() => showPercentage(5, 4)).toThrow('part is 5 and whole is 4')
  })
})

describe('showRate', () => {
  it('shows none from fewer than 5 events or of a population below the least', () => {
    expect([0, 4, 5].map((count) => showRate(count, 2000).print)).toEqual(['..', '..', '2.5'])
    expect(showRate(50, 800, { leastPopulation: 1000 }).hidden).toBe('small population')
    expect(() => showRate(5, 0)).toThrow('population is 0')
  })
})

describe('roundToBase and randomRoundToBase', () => {
  it('1 and 2 become 0, 3 and 4 become 5; half of an even base goes up', () => {
    expect([0, 1, 2, 3, 4, 5, 7, 8].map((count) => roundToBase(count))).toEqual([0, 0, 0, 5, 5, 5, 5, 10])
    expect(roundToBase(5, 10)).toBe(10)
    expect(roundToBase(Number.MAX_SAFE_INTEGER, 1)).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('is a multiple within half a base, at random within a base', () => {
    const random = seededRandom(7)
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 50 }), (count, base) => {
        const [near, chance] = [roundToBase(count, base), randomRoundToBase(count, random, base)]
        expect(near % base === 0 && 2 * Math.abs(near - count) <= base).toBe(true)
        expect(chance % base === 0 && Math.abs(chance - count) < base).toBe(true)
      }),
    )
  })

  it('at random is right on average: 12 becomes 10 three times in five', () => {
    const random = seededRandom(8)
    let sum = 0
    for (let i = 0; i < 20_000; i++) sum += randomRoundToBase(12, random)
    expect(sum / 20_000).toBeCloseTo(12, 1) // standard error 0.017
  })

  it('refuse bases that are no whole number', () => {
    expect(() => roundToBase(3, 0)).toThrow('base is 0')
    expect(() => roundToBase(-3)).toThrow('count is -3')
    expect(() => randomRoundToBase(3, Math.random, 2.5)).toThrow('base is 2.5')
  })
})

describe('roundTableToBase', () => {
  const table = twoWayTable({
    rows: ['A', 'B'],
    columns: ['x', 'y'],
    counts: [
      [12, 12],
      [10, 20],
    ],
  })

  it('rounds every cell by itself and says which totals do not add up', () => {
    const { cells, notAdding, note } = roundTableToBase(table)
    expect(cells.find(({ id }) => id === 'A | Total')).toEqual({ id: 'A | Total', rounded: 25 })
    expect(notAdding).toContainEqual({ total: 'A | Total', rounded: 25, sumOfParts: 20 })
    expect(note).toBe('Figures are rounded to the nearest 5: totals may not add up.')
  })

  it('has no note where all still adds up', () => {
    expect(roundTableToBase(table, 2)).toMatchObject({ notAdding: [], note: null })
  })

  const list = (counts: Record<string, number>) =>
    nestedTable({ name: 'All', parts: Object.keys(counts).map((name) => ({ name })) }, (name) => counts[name]!)

  it('finds the small counts that rounded totals give away: four of 2 that sum to 10 when rounded', () => {
    // each 0 to 2, the total 8 to 12: only 2 + 2 + 2 + 2 reaches 8
    const { narrowed } = roundTableToBase(list({ A: 2, B: 2, C: 2, D: 2 }))
    expect(narrowed.map(({ id, least, most, recovered }) => [id, least, most, recovered])).toEqual(
      ['A', 'B', 'C', 'D'].map((id) => [id, 2, 2, true]),
    )
    // 3 to 7, 0 to 2 and 0 to 2 of 8 to 12: the first is at least 8 − 4
    expect(roundTableToBase(list({ A: 4, B: 2, C: 2 })).narrowed).toMatchObject([
      { id: 'A', least: 4, most: 7, recovered: false },
    ])
    // 3 of 1 to 7: nothing more than each says by itself
    expect(roundTableToBase(list({ A: 1, B: 2, C: 2 })).narrowed).toEqual([])
  })

  it('finds what going through all tables of the same rounded numbers finds, for any base', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 7 }),
        (counts, base) => {
          const of = (values: number[]) => list(Object.fromEntries(values.map((value, i) => [`part ${i}`, value])))
          const { cells, narrowed } = roundTableToBase(of(counts), base)
          const found = new Map(narrowed.map(({ id, least, most }) => [id, [least, most]]))
          const like = (values: number[]) =>
            roundTableToBase(of(values), base).cells.every(({ rounded }, j) => rounded === cells[j]!.rounded)
          const alone = (value: number) =>
            [...Array(30).keys()].filter((other) => roundToBase(other, base) === roundToBase(value, base))
          let tables: number[][] = [[]]
          for (const value of counts) tables = tables.flatMap((first) => alone(value).map((next) => [...first, next]))
          fc.pre(tables.length <= 400)
          const fit = tables.filter(like)
          for (const [i, value] of counts.entries()) {
            if (value === 0 || value >= Math.max(5, base)) continue
            const range = [Math.min(...fit.map((table) => table[i]!)), Math.max(...fit.map((table) => table[i]!))]
            const open = alone(value)
            expect(found.get(`part ${i}`) ?? [open[0], open.at(-1)]).toEqual(range)
          }
        },
      ),
      { numRuns: 40, seed: 78 },
    )
  })
})

describe('twoWayTable and nestedTable', () => {
  it('have every total and every relation', () => {
    const { cells, relations } = twoWayTable({
      rows: ['A', 'B'],
      columns: ['x', 'y'],
      counts: [
        [1, 2],
        [3, 4],
      ],
    })
    expect(Object.fromEntries(cells.map(({ id, value }) => [id, value]))).toEqual({
      'Total | Total': 10,
      'Total | x': 4,
      'Total | y': 6,
      'A | Total': 3,
      'A | x': 1,
      'A | y': 2,
      'B | Total': 7,
      'B | x': 3,
      'B | y': 4,
    })
    expect(relations).toHaveLength(6)
    expect(relations).toContainEqual({ total: 'Total | Total', parts: ['A | Total', 'B | Total'] })
    expect(relations).toContainEqual({ total: 'Total | Total', parts: ['Total | x', 'Total | y'] })
  })

  it('refuse names that would give two cells one id, and mix up their counts', () => {
    const rows = ['A', 'A | B']
    const columns = ['B | C', 'C']
    const counts = [
      [1, 2],
      [3, 4],
    ]
    expect(() => twoWayTable({ rows, columns, counts })).toThrow('"A | B | C" would be the id of two cells')
    // a total without a name: columns have ids of their own all the same
    const unnamed = twoWayTable({ rows: ['A', 'B'], columns: ['x', 'y'], counts, total: '' })
    expect(unnamed.cells.map(({ id, value }) => [id, value])).toContainEqual(['B | y', 4])
    expect(unnamed.cells[0]).toEqual({ id: ' | ', value: 10 })
  })

  it('nested in both directions adds up every way', () => {
    const area = { name: 'County', parts: [{ name: 'D1', parts: [{ name: 'W1' }, { name: 'W2' }] }, { name: 'D2' }] }
    const type = {
      name: 'All',
      parts: [{ name: 'Theft', parts: [{ name: 'Bike' }, { name: 'Car' }] }, { name: 'ASB' }],
    }
    let next = 1
    const { cells, relations } = nestedTable(area, () => next++, type)
    const value = new Map(cells.map((cell) => [cell.id, cell.value]))
    expect(cells).toHaveLength(25)
    for (const { total, parts } of relations)
      expect(parts.reduce((sum, part) => sum + value.get(part)!, 0)).toBe(value.get(total))
    expect(value.get('County | All')).toBe(45) // 1 + … + 9
  })

  it('refuse names twice and counts that do not fit', () => {
    expect(() => twoWayTable({ rows: ['A', 'A'], columns: ['x'], counts: [[1], [2]] })).toThrow('"A" is there twice')
    expect(() => twoWayTable({ rows: ['Total'], columns: ['x'], counts: [[1]] })).toThrow('"Total" is there twice')
    expect(() => twoWayTable({ rows: ['A'], columns: ['x'], counts: [[1, 2]] })).toThrow('counts[0] has 2 counts')
    expect(() => twoWayTable({ rows: ['A'], columns: ['x'], counts: [] })).toThrow('counts has 0 rows')
    expect(() => twoWayTable({ rows: [], columns: ['x'], counts: [] })).toThrow('rows or columns is empty')
    expect(() => nestedTable({ name: 'A' }, () => -1)).toThrow('count of "A" is -1')
  })
})
