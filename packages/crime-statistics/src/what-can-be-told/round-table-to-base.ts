import type { CellBounds } from './attack-table.ts'
import { type LinkedTable, placedTable } from './linked-table.ts'
import { type Relation, RelationSpace } from './relation-space.ts'
import { roundToBase } from './round-to-base.ts'
import { pushWhole } from './whole-tables.ts'

export interface RoundedTable {
  cells: { id: string; rounded: number }[]
  /** totals that are not the sum of their rounded parts any more */
  notAdding: { total: string; rounded: number; sumOfParts: number }[]
  /**
   * counts of 1 to 4, or below the base, that the rounded table tells more closely than their own rounding does: do not
   * publish it while one of them is recovered
   */
  narrowed: CellBounds[]
  /** to print under the table; null where everything still adds up */
  note: string | null
}

/**
 * A table with every count and total rounded to a base by itself, which totals no longer add up, and which small counts
 * the rounded totals give away all the same. Each total is within half a base of the truth, which totals made to fit
 * would not be; so a note says why they may not add up.
 *
 * Rounding hides less than it seems: 2, 2, 2 and 2 of 8 become four times 0 of 10, and only 2 each can sum to a number
 * that rounds to 10. So the table is attacked, as by {@link attackTable}, with what rounding leaves open.
 *
 * @formula each cell: {@link roundToBase}
 * @use where a table with few hidden cells would be left bare
 * @avoid beside an exact version of any of its figures, or where `narrowed` has counts that are recovered: {@link hideSmallCounts}
 * @param table cells and relations
 * @param base the multiple to round to, 5 when left out
 * @returns rounded cells, totals that do not add up, small counts that are narrowed or recovered, and a note
 * @throws RangeError if a count is not whole, a total does not add up, or base is not a whole number of 1 or more
 * @example roundTableToBase(twoWayTable({ rows: ['A'], columns: ['x', 'y'], counts: [[12, 12]] })).notAdding[0] // { total: 'Total | Total', rounded: 25, sumOfParts: 20 }
 */
export function roundTableToBase(table: LinkedTable, base = 5): RoundedTable {
  const { values, relations } = placedTable(table)
  const rounded = Array.from(values, (value) => roundToBase(value, base))
  const notAdding = relations.flatMap(({ total, parts }) => {
    const sumOfParts = parts.reduce((sum, part) => sum + rounded[part]!, 0)
    return sumOfParts === rounded[total]
      ? []
      : [{ total: table.cells[total]!.id, rounded: rounded[total]!, sumOfParts }]
  })
  return {
    cells: table.cells.map(({ id }, j) => ({ id, rounded: rounded[j]! })),
    notAdding,
    narrowed: narrowedCounts(table, values, relations, rounded, base),
    note: notAdding.length > 0 ? `Figures are rounded to the nearest ${base}: totals may not add up.` : null,
  }
}

function narrowedCounts(
  { cells }: LinkedTable,
  values: Float64Array,
  relations: readonly Relation[],
  rounded: readonly number[],
  base: number,
): CellBounds[] {
  const space = new RelationSpace(cells.length, relations)
  for (const [j, to] of rounded.entries()) {
    space.least[j] = Math.max(0, to - Math.floor(base / 2))
    space.most[j] = to + Math.ceil(base / 2) - 1
  }
  space.stand(values)
  return cells.flatMap(({ id, value }, j): CellBounds[] => {
    if (value === 0 || value >= Math.max(base, 5)) return []
    const high = pushWhole(space, j, 1)
    const low = pushWhole(space, j, -1)
    const alone = space.most[j]! - space.least[j]!
    if (high.value - low.value >= alone) return []
    const recovered = high.value === low.value
    return [{ id, least: low.value, most: high.value, recovered, proved: high.proved && low.proved }]
  })
}
