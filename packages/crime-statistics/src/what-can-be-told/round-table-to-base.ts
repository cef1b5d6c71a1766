import { type LinkedTable, placedTable } from './linked-table.ts'
import { roundToBase } from './round-to-base.ts'

export interface RoundedTable {
  cells: { id: string; rounded: number }[]
  /** totals that are not the sum of their rounded parts any more */
  notAdding: { total: string; rounded: number; sumOfParts: number }[]
  /** to print under the table; null where everything still adds up */
  note: string | null
}

/**
 * A table with every count and total rounded to a base by itself, and which totals no longer add up. Each total is within
 * half a base of the truth, which totals made to fit would not be; so a note says why they may not add up.
 *
 * @formula each cell: {@link roundToBase}
 * @use where a table with few hidden cells would be left bare
 * @avoid beside an exact version of any of its figures
 * @param table cells and relations
 * @param base the multiple to round to, 5 when left out
 * @returns rounded cells, totals that do not add up, and a note
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
    note: notAdding.length > 0 ? `Figures are rounded to the nearest ${base}: totals may not add up.` : null,
  }
}
