import { requireText } from '../check-inputs.ts'

/**
 * The id of the cell of a row and a column, in tables made by {@link nestedTable} and {@link twoWayTable}.
 *
 * @formula row | column
 * @use to find a cell again in a protected table
 * @avoid for tables of one column, whose ids are the rows alone
 * @param row name of the row
 * @param column name of the column
 * @returns the id
 * @example cellId('Ward A', 'Burglary') // 'Ward A | Burglary'
 */
export function cellId(row: string, column: string): string {
  requireText(row, 'row')
  requireText(column, 'column')
  return `${row} | ${column}`
}
