import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTable, boundsByEnumeration } from '../../test/small-tables.ts'
import { attackTable, type PublishedCell } from './attack-table.ts'
import { nestedTable } from './nested-table.ts'

const relations = [{ total: 'All', parts: ['A', 'B', 'C'] }]
const published = (all: number | null, a: number | null, b: number | null, c: number | null) => ({
  cells: [
    { id: 'All', value: all },
    { id: 'A', value: a },
    { id: 'B', value: b },
    { id: 'C', value: c },
  ],
  relations,
})

describe('attackTable', () => {
  it('one hidden part of a total is recovered', () => {
    expect(attackTable(published(24, 12, null, 9))).toMatchObject({
      cells: [{ id: 'B', least: 3, most: 3, recovered: true, proved: true }],
      recovered: ['B'],
    })
  })

  it('two hidden parts share what the total leaves', () => {
    expect(attackTable(published(24, 12, null, null)).cells).toMatchObject([
      { id: 'B', least: 0, most: 12, recovered: false },
      { id: 'C', least: 0, most: 12 },
    ])
  })

  it('two hidden parts that share 0 are both recovered', () => {
    expect(attackTable(published(24, 24, null, null)).recovered).toEqual(['B', 'C'])
  })

  it('a hidden total of hidden parts has no upper limit', () => {
    expect(attackTable(published(null, 12, null, 9)).cells).toMatchObject([
      { id: 'All', least: 21, most: null },
      { id: 'B', least: 0, most: null },
    ])
  })

  it('uses what marks tell', () => {
    const cells: PublishedCell[] = [
      { id: 'All', value: 24 },
      { id: 'A', value: 12 },
      { id: 'B', value: null, least: 1, most: 4 },
      { id: 'C', value: null, least: 5 },
    ]
    expect(attackTable({ cells, relations }).cells).toMatchObject([
      { least: 1, most: 4 },
      { least: 8, most: 11 },
    ])
  })

  // Three hidden counts that pair up to odd sums: in parts each could be a half off, in whole numbers none can.
  it('knows that counts are whole', () => {
    const table = {
      cells: [
        ...['a', 'b', 'c'].map((id) => ({ id, value: null, most: 1 })),
        { id: 'ab', value: 1 },
        { id: 'bc', value: 1 },
        { id: 'abc', value: null },
        { id: 'ac', value: null, most: 1 },
      ],
      relations: [
        { total: 'ab', parts: ['a', 'b'] },
        { total: 'bc', parts: ['b', 'c'] },
        { total: 'ac', parts: ['a', 'c'] },
        { total: 'abc', parts: ['a', 'b', 'c'] },
      ],
    }
    // b = 0 gives a = c = 1 and ac = 2, above its mark; so b = 1 – though a = b = c = 1/2 would fit in parts
    expect(attackTable(table).cells).toMatchObject([
      { id: 'a', least: 0, most: 0 },
      { id: 'b', least: 1, most: 1 },
      { id: 'c', least: 0, most: 0 },
      { id: 'abc', least: 1, most: 1 },
      { id: 'ac', least: 0, most: 0 },
    ])
  })

  it('finds the bounds that going through all tables finds', () => {
    let compared = 0
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), fc.nat(2), (table, coin, marks) => {
        const isTotal = new Set(table.relations.map(({ total }) => total))
        const root = table.cells[0]!
        fc.pre(root.value <= 14)
        let inner = 0
        const cells = table.cells.map(({ id, value }): PublishedCell => {
          const hide = id !== root.id && coin.next().value && (isTotal.has(id) || inner++ < 4)
          if (!hide) return { id, value }
          return marks > 0 && value < 5 ? { id, value: null, least: 0, most: 4 } : { id, value: null }
        })
        fc.pre(cells.some(({ value }) => value === null))
        const found = attackTable({ cells, relations: table.relations })
        const expected = boundsByEnumeration({ cells, relations: table.relations }, root.value)
        for (const { id, least, most, proved } of found.cells) {
          expect([id, least, most]).toEqual([id, ...expected.get(id)!])
          expect(proved).toBe(true)
        }
        compared++
      }),
      { numRuns: 100, seed: 74 },
    )
    expect(compared).toBe(100)
  })

  it('holds the truth, and tells no less when one more cell is shown', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), (table, coin) => {
        const cells = table.cells.map(({ id, value }) => ({ id, value: coin.next().value ? null : value }))
        fc.pre(cells.some(({ value }) => value === null))
        const truth = new Map(table.cells.map(({ id, value }) => [id, value]))
        const before = new Map(attackTable({ cells, relations: table.relations }).cells.map((cell) => [cell.id, cell]))
        for (const [id, { least, most }] of before)
          expect(truth.get(id)! >= least && truth.get(id)! <= (most ?? Infinity)).toBe(true)
        const [first] = before.keys()
        const shown = cells.map((cell) => (cell.id === first ? { id: first, value: truth.get(first)! } : cell))
        for (const { id, least, most } of attackTable({ cells: shown, relations: table.relations }).cells) {
          expect(least).toBeGreaterThanOrEqual(before.get(id)!.least)
          expect(most ?? Infinity).toBeLessThanOrEqual(before.get(id)!.most ?? Infinity)
        }
      }),
      { numRuns: 60, seed: 75 },
    )
  })

  it('refuses tables that contradict themselves', () => {
    expect(() => attackTable(published(10, 12, null, 9))).toThrow('no table of counts agrees with what is shown')
    const cells = [{ id: 'A', value: null, least: 4, most: 1 }]
    expect(() => attackTable({ cells, relations: [] })).toThrow('"A" has least 4 above most 1.')
    expect(() => attackTable({ cells: [{ id: 'A', value: -1 }], relations: [] })).toThrow('value of "A" is -1')
  })

  it('a table of shown numbers tells nothing more', () => {
    const table = nestedTable({ name: 'All', parts: [{ name: 'A' }] }, () => 3)
    expect(attackTable(table)).toEqual({ cells: [], recovered: [] })
  })
})
