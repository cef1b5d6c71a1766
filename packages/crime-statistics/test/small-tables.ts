import fc from 'fast-check'
import type { LinkedTable, Nested, PublishedTable } from '../src/index.ts'
import { nestedTable } from '../src/index.ts'

/** Areas within areas, up to two levels below the outermost, none with more than three parts. */
const nested = (prefix: string, levels: number) =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: levels > 1 ? 1 : 0, maxLength: levels > 1 ? 3 : 0 })
    .chain((below) =>
      fc.integer({ min: 1, max: 3 }).map(
        (flat): Nested => ({
          name: prefix,
          parts:
            below.length > 0
              ? below.map((parts, i) => ({
                  name: `${prefix}${i}`,
                  ...(parts > 1 && {
                    parts: Array.from({ length: parts }, (_, j) => ({ name: `${prefix}${i}.${j}` })),
                  }),
                }))
              : Array.from({ length: flat }, (_, i) => ({ name: `${prefix}${i}` })),
        }),
      ),
    )

const smallish = fc.oneof(
  { weight: 3, arbitrary: fc.nat(4) },
  { weight: 3, arbitrary: fc.nat(15) },
  { weight: 1, arbitrary: fc.nat(300) },
)

/** Tables with rows and columns in one or two levels: two-way tables, nested areas, and areas by groups of types. */
export const anyTable: fc.Arbitrary<LinkedTable> = fc
  .record({
    rows: fc.oneof(nested('area', 1), nested('area', 2)),
    columns: fc.oneof(fc.constant({ name: '' }), nested('type', 1), nested('type', 2)),
    counts: fc.array(smallish, { minLength: 97, maxLength: 97 }),
  })
  .map(({ rows, columns, counts }) => {
    let next = 0
    return nestedTable(rows, () => counts[next++ % counts.length]!, columns)
  })

/** Smallest and largest value of every hidden cell, by going through all tables whose inner cells are up to `most`. */
export function boundsByEnumeration({ cells, relations }: PublishedTable, most: number): Map<string, [number, number]> {
  const totals = new Map(
    relations.map(({ total }) => [total, relations.filter((relation) => relation.total === total)]),
  )
  const inner = cells.filter(({ id }) => !totals.has(id))
  const values = new Map<string, number>()
  const bounds = new Map<string, [number, number]>()
  const countOf = (id: string): number => {
    const known = values.get(id)
    if (known !== undefined) return known
    const [relation] = totals.get(id)!
    return relation!.parts.reduce((sum, part) => sum + countOf(part), 0)
  }
  const fits = () =>
    cells.every(({ id, value, least = 0, most: limit = null }) => {
      const found = countOf(id)
      return value === null ? found >= least && (limit === null || found <= limit) : found === value
    })
  const through = (place: number): void => {
    const cell = inner[place]
    if (!cell) {
      if (!fits()) return
      for (const { id, value } of cells) {
        if (value !== null) continue
        const [low, high] = bounds.get(id) ?? [Infinity, -Infinity]
        const found = countOf(id)
        bounds.set(id, [Math.min(low, found), Math.max(high, found)])
      }
      return
    }
    const from = cell.value ?? cell.least ?? 0
    const to = cell.value ?? Math.min(cell.most ?? most, most)
    for (let value = from; value <= to; value++) {
      values.set(cell.id, value)
      through(place + 1)
    }
    values.delete(cell.id)
  }
  through(0)
  return bounds
}
