import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTable } from '../../test/small-tables.ts'
import { seededRandom } from '../random/seeded-random.ts'
import { attackTable } from './attack-table.ts'
import { type HidingOptions, hideSmallCounts, type ProtectedTable } from './hide-small-counts.ts'
import type { LinkedTable } from './linked-table.ts'
import { nestedTable } from './nested-table.ts'
import { twoWayTable } from './two-way-table.ts'

const row = (counts: number[]) => twoWayTable({ rows: ['A'], columns: counts.map((_, i) => `t${i}`), counts: [counts] })

const list = (counts: Record<string, number>) =>
  nestedTable({ name: 'All', parts: Object.keys(counts).map((name) => ({ name })) }, (name) => counts[name]!)

const printed = ({ cells }: ProtectedTable) => Object.fromEntries(cells.map(({ id, print }) => [id, print]))

/** What the printed table tells, marks left out of account: hidden counts are whole and not below `least`. */
const withoutMarks = ({ cells, relations }: ProtectedTable, least: number) => ({
  cells: cells.map(({ id, value }) => ({ id, value, least })),
  relations,
})

const anyOptions: fc.Arbitrary<HidingOptions> = fc.record({
  threshold: fc.constantFrom(5, 5, 10),
  protection: fc.nat(3),
  hideZeros: fc.constantFrom(false, false, true),
  marks: fc.constantFrom('alike' as const, 'by-reason' as const),
  effort: fc.constant(1),
})

describe('hideSmallCounts', () => {
  it('row 12, 3, 9 of total 24: hides the 3 and one more', () => {
    const table = list({ A: 12, B: 3, C: 9 })
    expect(printed(hideSmallCounts(table))).toEqual({ All: '24', A: '12', B: '[c]', C: '[c]' })
    const found = hideSmallCounts(table, { marks: 'by-reason' })
    expect(printed(found)).toEqual({ All: '24', A: '12', B: '<5', C: '[c]' })
    expect(found).toMatchObject({ primary: 1, complementary: 1, optimal: true, unprotected: [], marks: 'by-reason' })
    expect(found.cells.map(({ status }) => status)).toEqual(['shown', 'shown', 'primary', 'complementary'])
  })

  it('hidden by themselves, small counts would be told: the attack finds the 3', () => {
    const { cells, relations } = list({ A: 12, B: 3, C: 9 })
    const primaryOnly = cells.map(({ id, value }) => ({ id, value: value < 5 ? null : value }))
    expect(attackTable({ cells: primaryOnly, relations }).recovered).toEqual(['B'])
  })

  it('needs nothing more where small counts protect one another', () => {
    const found = hideSmallCounts(list({ A: 4, B: 4, C: 40 }))
    expect(found).toMatchObject({ primary: 2, complementary: 0 })
  })

  it('two small counts that sum to 2 are both 1: hides a third', () => {
    expect(hideSmallCounts(list({ A: 1, B: 1, C: 40, D: 50 }))).toMatchObject({ primary: 2, complementary: 1 })
    expect(printed(hideSmallCounts(list({ A: 1, B: 1, C: 40, D: 50 }))).C).toBe('[c]')
  })

  it('chooses the fewest cells first, then the smallest counts', () => {
    // the 2 needs one more in its row and its column, and those two a fourth: a rectangle, the one of the smallest sum
    const table = twoWayTable({
      rows: ['A', 'B', 'C'],
      columns: ['x', 'y', 'z'],
      counts: [
        [2, 30, 20],
        [10, 40, 40],
        [25, 6, 60],
      ],
    })
    const hidden = hideSmallCounts(table)
      .cells.filter(({ value }) => value === null)
      .map(({ id }) => id)
    expect(hidden.sort()).toEqual(['A | x', 'A | y', 'C | x', 'C | y']) // 2 + 30 + 25 + 6; with z in place of y: 67 more at least
  })

  it('nothing small hides nothing, and zeros are shown unless asked', () => {
    expect(hideSmallCounts(row([12, 0, 9]))).toMatchObject({ primary: 0, complementary: 0, optimal: true })
    const zerosToo = hideSmallCounts(row([12, 0, 9]), { hideZeros: true })
    expect(printed(zerosToo)['A | t1']).toBe('[c]')
    expect(zerosToo.complementary).toBeGreaterThan(0)
  })

  it('hides totals with their parts where a total is small itself', () => {
    const found = hideSmallCounts(row([3, 0, 0]))
    expect(found.cells.filter(({ value }) => value === null)).toHaveLength(4)
    expect(found.unprotected).toEqual([])
  })

  it('two by two with 1 each: <5 would tell every count, so the marks are alike', () => {
    const ones = twoWayTable({
      rows: ['A', 'B'],
      columns: ['x', 'y'],
      counts: [
        [1, 1],
        [1, 1],
      ],
    })
    // with <5 everywhere: totals of two counts are 2 to 4, the grand total at least 4 and so 4
    const lessThanFive = ones.cells.map(({ id }) => ({ id, value: null, least: 1, most: 4 }))
    expect(attackTable({ cells: lessThanFive, relations: ones.relations }).recovered).toHaveLength(9)
    const found = hideSmallCounts(ones, { marks: 'by-reason' })
    expect(found).toMatchObject({ marks: 'alike', unprotected: [] })
    expect(new Set(found.cells.map(({ print }) => print))).toEqual(new Set(['[c]']))
  })

  it('shows what is exempt, and says where that leaves a small count unprotected', () => {
    const exempt = (value: number, id: string) => ({ id, value, exempt: 'exception' as const })
    const poll: LinkedTable = {
      cells: [exempt(136, 'Answers'), exempt(134, 'Other'), exempt(2, 'Town centre safety')],
      relations: [{ total: 'Answers', parts: ['Other', 'Town centre safety'] }],
    }
    expect(hideSmallCounts(poll).cells[2]).toMatchObject({ print: '2', status: 'exempt' })
    const open: LinkedTable = {
      cells: [exempt(10, 'All'), { id: 'A', value: 3 }, { ...exempt(7, 'B'), exempt: 'open elsewhere' }],
      relations: [{ total: 'All', parts: ['A', 'B'] }],
    }
    expect(hideSmallCounts(open).unprotected).toEqual(['A'])
  })

  it('a small ward of a district is not told by the county’s totals either', () => {
    const county = nestedTable(
      {
        name: 'County',
        parts: [
          { name: 'North', parts: [{ name: 'N1' }, { name: 'N2' }] },
          { name: 'South', parts: [{ name: 'S1' }, { name: 'S2' }] },
        ],
      },
      (ward) => ({ N1: 3, N2: 20, S1: 30, S2: 40 })[ward]!,
    )
    const found = hideSmallCounts(county)
    expect(printed(found)).toMatchObject({ N1: '[c]', N2: '[c]', North: '23', County: '93' })
  })

  it('holds against the attack in any table: no small count within ±protection, with and without the marks', () => {
    fc.assert(
      fc.property(anyTable, anyOptions, (table, options) => {
        const found = hideSmallCounts(table, options)
        const wide = 2 * options.protection! + 1
        expect(found.unprotected).toEqual([])
        const primary = new Map(
          found.cells.flatMap((cell) => (cell.status === 'primary' ? [[cell.id, cell] as const] : [])),
        )
        for (const { id, least, most } of attackTable(found).cells) {
          const mark = primary.get(id)
          if (!mark) continue
          const byMark = mark.most === null ? Infinity : mark.most - mark.least
          expect((most ?? Infinity) - least).toBeGreaterThanOrEqual(Math.min(wide, byMark))
        }
        for (const { id, least, most } of attackTable(withoutMarks(found, options.hideZeros ? 0 : 1)).cells)
          if (primary.has(id)) expect((most ?? Infinity) - least).toBeGreaterThanOrEqual(wide)
      }),
      { numRuns: 70, seed: 71 },
    )
  })

  it('does not stop one who hides every table that could be and compares: 6, 6 and 4 are told, as the docstring warns', () => {
    const print = (a: number, b: number, c: number) =>
      Object.values(printed(hideSmallCounts(list({ A: a, B: b, C: c }))))
    expect(print(6, 6, 4)).toEqual(['16', '[c]', '6', '[c]'])
    const alike = []
    for (let a = 0; a <= 10; a++) if (print(a, 6, 10 - a).join() === '16,[c],6,[c]') alike.push([a, 10 - a])
    expect(alike).toEqual([[6, 4]])
  })

  it('tells no small sum of hidden counts, whatever the threshold', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 3, max: 12 }), fc.boolean(), (table, threshold, hideZeros) => {
        const { cells } = hideSmallCounts(table, { threshold, hideZeros, effort: 1 })
        const at = new Map(cells.map((cell) => [cell.id, cell]))
        for (const { total, parts } of table.relations) {
          const hidden = parts.filter((id) => at.get(id)!.value === null)
          if (at.get(total)!.value === null || !hidden.some((id) => at.get(id)!.status === 'primary')) continue
          const shown = parts.reduce((sum, id) => sum + (at.get(id)!.value ?? 0), 0)
          expect(at.get(total)!.value! - shown).toBeGreaterThanOrEqual(threshold)
        }
      }),
      { numRuns: 60, seed: 82 },
    )
    // 4 and 4 of 20: with ±2 each may be 1 to 7, and both together are 8 under a threshold of 10
    expect(hideSmallCounts(list({ A: 12, B: 4, C: 4 }), { threshold: 10, protection: 2 }).complementary).toBe(0)
    expect(hideSmallCounts(list({ A: 12, B: 4, C: 4 }), { threshold: 10 }).complementary).toBe(1)
  })

  it('hides every small count, shows every other number as it is, and is the same each time', () => {
    fc.assert(
      fc.property(anyTable, anyOptions, (table, options) => {
        const frozen = JSON.stringify(table)
        const found = hideSmallCounts(table, options)
        const least = options.hideZeros ? 0 : 1
        for (const [i, { id, value }] of table.cells.entries()) {
          const cell = found.cells[i]!
          expect(cell.id).toBe(id)
          if (value >= least && value < options.threshold!) expect(cell.status).toBe('primary')
          else if (value < least) expect(cell.status).toBe('shown')
          expect(cell.value === null || cell.value === value).toBe(true)
          expect(value >= cell.least && value <= (cell.most ?? Infinity)).toBe(true)
        }
        expect(hideSmallCounts(table, options)).toEqual(found)
        expect(JSON.stringify(table)).toBe(frozen)
      }),
      { numRuns: 15, seed: 72 },
    )
  })

  it('no choice of fewer cells, or as few with a smaller sum, would do: all were tried', () => {
    let compared = 0
    fc.assert(
      fc.property(anyTable, (table) => {
        const candidates = table.cells.filter(({ value }) => value >= 5)
        fc.pre(candidates.length <= 9 && table.cells.some(({ value }) => value >= 1 && value < 5))
        const found = hideSmallCounts(table)
        expect(found.optimal).toBe(true)
        const cost = (ids: string[]): [number, number] => [
          ids.length,
          table.cells.reduce((sum, { id, value }) => sum + (ids.includes(id) ? value : 0), 0),
        ]
        const sound = (ids: string[]) => {
          const hidden = (id: string, value: number) => (value >= 1 && value < 5) || ids.includes(id)
          const cells = table.cells.map(({ id, value }) => ({ id, value: hidden(id, value) ? null : value, least: 1 }))
          const small = new Set(table.cells.flatMap(({ id, value }) => (value >= 1 && value < 5 ? [id] : [])))
          return attackTable({ cells, relations: table.relations }).cells.every(
            ({ id, least, most }) => !small.has(id) || (most ?? Infinity) - least >= 5,
          )
        }
        const chosen = found.cells.flatMap(({ id, status }) => (status === 'complementary' ? [id] : []))
        const [size, sum] = cost(chosen)
        expect(sound(chosen)).toBe(true)
        for (let set = 0; set < 2 ** candidates.length; set++) {
          const ids = candidates.flatMap(({ id }, i) => (set & (1 << i) ? [id] : []))
          const [otherSize, otherSum] = cost(ids)
          if (otherSize > size || (otherSize === size && otherSum >= sum)) continue
          expect(sound(ids)).toBe(false)
        }
        compared++
      }),
      { numRuns: 40, seed: 73 },
    )
    expect(compared).toBe(40)
  })

  it('says how few cells could do where the search was cut short, and no more than the proven best', () => {
    let cut = 0
    fc.assert(
      fc.property(anyTable, fc.constantFrom(1e-6, 1e-4, 1e-3), (table, effort) => {
        const best = hideSmallCounts(table)
        const found = hideSmallCounts(table, { effort })
        expect(best).toMatchObject({ optimal: true, complementaryAtLeast: best.complementary })
        expect(found.complementaryAtLeast).toBeLessThanOrEqual(best.complementary)
        expect(found.complementary).toBeGreaterThanOrEqual(best.complementary)
        if (!found.optimal) cut++
      }),
      { numRuns: 60, seed: 79 },
    )
    expect(cut).toBeGreaterThan(10)
  })

  it('areas nested by types nested: proves within a tenth of what was found how many any choice needs', () => {
    const random = seededRandom(3)
    const two = (name: string, parts: number, each: number) => ({
      name,
      parts: Array.from({ length: parts }, (_, i) => ({
        name: `${name}${i}`,
        parts: Array.from({ length: each }, (_, j) => ({ name: `${name}${i}.${j}` })),
      })),
    })
    const table = nestedTable(two('area', 4, 5), () => Math.floor(-Math.log(1 - random()) * 8), two('type', 3, 4))
    const { optimal, complementary, complementaryAtLeast } = hideSmallCounts(table, { effort: 0.1 })
    expect(optimal).toBe(false)
    expect(complementaryAtLeast).toBeGreaterThan(0.9 * complementary)
  })

  it('forty wards by fourteen types are solved to the proven best', () => {
    const random = seededRandom(40)
    const counts = Array.from({ length: 40 }, () => {
      const size = Math.exp(1.5 * random())
      return Array.from({ length: 14 }, (_, type) => Math.floor(-Math.log(1 - random()) * size * (1 + (type % 5) * 2)))
    })
    const table = twoWayTable({
      rows: counts.map((_, i) => `Ward ${i}`),
      columns: counts[0]!.map((_, i) => `Type ${i}`),
      counts,
    })
    const found = hideSmallCounts(table)
    expect(found.primary).toBeGreaterThan(100)
    expect(found.optimal).toBe(true)
    const small = new Set(found.cells.flatMap(({ id, status }) => (status === 'primary' ? [id] : [])))
    for (const { id, least, most } of attackTable(found).cells)
      if (small.has(id)) expect((most ?? Infinity) - least).toBeGreaterThanOrEqual(5)
  })

  it('refuses totals that do not add up, ids twice, unknown ids and parts of counts', () => {
    const cells = [
      { id: 'All', value: 5 },
      { id: 'A', value: 3 },
      { id: 'B', value: 1 },
    ]
    const parts = ['A', 'B']
    expect(() => hideSmallCounts({ cells, relations: [{ total: 'All', parts }] })).toThrow(
      '"All" is 5 and its parts add up to 4: give all parts, with one for what is not known.',
    )
    expect(() => hideSmallCounts({ cells: [...cells, cells[1]!], relations: [] })).toThrow('cells has "A" twice')
    expect(() => hideSmallCounts({ cells, relations: [{ total: 'All', parts: ['C'] }] })).toThrow(
      '"C", which is no cell',
    )
    expect(() => hideSmallCounts({ cells, relations: [{ total: 'All', parts: [] }] })).toThrow('"All" has no parts')
    expect(() => hideSmallCounts({ cells, relations: [{ total: 'A', parts: ['A'] }] })).toThrow('or the total itself')
    expect(() => hideSmallCounts({ cells: [{ id: 'A', value: 1.5 }], relations: [] })).toThrow('value of "A" is 1.5')
    expect(() => hideSmallCounts({ cells, relations: [] }, { threshold: 0 })).toThrow('threshold is 0')
    expect(() => hideSmallCounts({ cells, relations: [] }, { protection: -1 })).toThrow('protection is -1')
  })

  it('an empty table is nothing to hide', () => {
    expect(hideSmallCounts({ cells: [], relations: [] })).toMatchObject({ cells: [], primary: 0, optimal: true })
  })
})
