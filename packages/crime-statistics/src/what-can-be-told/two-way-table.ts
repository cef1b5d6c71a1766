import { requireCount, requireList, requireObject, requireText } from '../check-inputs.ts'
import type { LinkedTable } from './linked-table.ts'
import { nestedTable } from './nested-table.ts'

export interface TwoWayCounts {
  rows: readonly string[]
  columns: readonly string[]
  /** counts row by row, without totals */
  counts: readonly ArrayLike<number>[]
  /** name of the totals, of rows and columns; 'Total' when left out */
  total?: string
}

/**
 * A table of counts by rows and columns – wards by types – with its row, column and grand totals.
 *
 * @formula total of a row = Σ its counts, of a column likewise; the grand total is the sum of either
 * @use to make the input of {@link hideSmallCounts} for the usual two-way table
 * @avoid when areas or types are nested: {@link nestedTable} has their totals too
 * @param table names of rows and columns, and the counts
 * @returns cells with ids `row | column`, and every relation between them; the grand total comes first
 * @throws RangeError if counts do not fit the names, a name is there twice, or a count is not whole
 * @example twoWayTable({ rows: ['Ward A'], columns: ['Burglary', 'Theft', 'Drugs'], counts: [[12, 3, 9]] }).cells[0] // { id: 'Total | Total', value: 24 }
 */
export function twoWayTable(table: TwoWayCounts): LinkedTable {
  requireObject(table, 'table', "{ rows: ['Ward A'], columns: ['Burglary'], counts: [[12]] }")
  const { rows, columns, counts, total = 'Total' } = table
  requireNames(rows, 'rows')
  requireNames(columns, 'columns')
  requireList(counts, 'counts')
  requireText(total, 'total')
  if (rows.length === 0 || columns.length === 0)
    throw new RangeError('rows or columns is empty: give at least one of each.')
  if (counts.length !== rows.length)
    throw new RangeError(
      `counts has ${counts.length} rows and rows ${rows.length} names: give one of each for every row.`,
    )
  for (const [r, row] of counts.entries()) {
    requireList(row, `counts[${r}]`)
    if (row.length !== columns.length)
      throw new RangeError(
        `counts[${r}] has ${row.length} counts and columns ${columns.length} names: give one for each.`,
      )
    for (let c = 0; c < row.length; c++) requireCount(row[c]!, `counts[${r}][${c}]`)
  }
  const rowOf = new Map(rows.map((name, r) => [name, r]))
  const columnOf = new Map(columns.map((name, c) => [name, c]))
  return nestedTable(
    { name: total, parts: rows.map((name) => ({ name })) },
    (row, column) => counts[rowOf.get(row)!]![columnOf.get(column)!]!,
    { name: total, parts: columns.map((name) => ({ name })) },
  )
}

function requireNames(names: readonly string[], name: string): void {
  requireList(names, name)
  for (let i = 0; i < names.length; i++) requireText(names[i], `${name}[${i}]`)
}
