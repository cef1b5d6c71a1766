import { requireCount, requireFunction, requireList, requireObject, requireText } from '../check-inputs.ts'
import { cellId } from './cell-id.ts'
import type { LinkedTable, TableCell, TableRelation } from './linked-table.ts'

/** An area of areas, or a group of types: a name, and what it is made of. */
export interface Nested {
  name: string
  parts?: readonly Nested[]
}

/**
 * A table with the totals of areas within areas – wards, districts, the county – by types within groups of types, or
 * without columns a single list. Every total is worked out, so that none can be forgotten.
 *
 * @formula cell(area, type) = Σ over the parts of the area = Σ over the parts of the type
 * @use to make the input of {@link hideSmallCounts} for hierarchies in one or both directions
 * @avoid for areas that overlap: they are separate relations, given by hand
 * @param rows the outermost area with its parts, down to those that are counted
 * @param count number of events in an innermost row and column (the column's name is '' without columns)
 * @param columns the outermost group of types with its parts; one unnamed column when left out
 * @returns cells with ids `row | column` (the row alone without columns), and every relation between them
 * @throws RangeError if a name is there twice, two cells would have one id, or a count is not whole
 * @example nestedTable({ name: 'County', parts: [{ name: 'A' }, { name: 'B' }] }, (ward) => (ward === 'A' ? 3 : 9)).cells[0] // { id: 'County', value: 12 }
 */
export function nestedTable(
  rows: Nested,
  count: (row: string, column: string) => number,
  columns: Nested = { name: '' },
): LinkedTable {
  requireNested(rows, 'rows')
  requireFunction(count, 'count', '(row, column) => counts[row][column]')
  requireNested(columns, 'columns')
  const list = columns.name === '' && !columns.parts?.length
  const id = (row: string, column: string) => (list ? row : cellId(row, column))
  const [rowNodes, columnNodes] = [nodesOf(rows), nodesOf(columns)]
  requireDistinct(rowNodes.flatMap((row) => columnNodes.map((column) => id(row.name, column.name))))
  const values = new Map<string, number>()
  const countOf = (row: Nested, column: Nested): number => {
    const key = id(row.name, column.name)
    const known = values.get(key)
    if (known !== undefined) return known
    let value = 0
    if (row.parts?.length) for (const part of row.parts) value += countOf(part, column)
    else if (column.parts?.length) for (const part of column.parts) value += countOf(row, part)
    else {
      value = count(row.name, column.name)
      requireCount(value, `count of "${key}"`)
    }
    values.set(key, value)
    return value
  }
  const cells: TableCell[] = []
  const relations: TableRelation[] = []
  for (const row of rowNodes)
    for (const column of columnNodes) {
      const total = id(row.name, column.name)
      cells.push({ id: total, value: countOf(row, column) })
      if (row.parts?.length) relations.push({ total, parts: row.parts.map(({ name }) => id(name, column.name)) })
      if (column.parts?.length) relations.push({ total, parts: column.parts.map(({ name }) => id(row.name, name)) })
    }
  return { cells, relations }
}

function requireNested(node: Nested, name: string): void {
  requireObject(node, name, "{ name: 'Town', parts: [{ name: 'Ward A' }] }")
  requireText(node.name, `${name}.name`)
  if (node.parts === undefined) return
  requireList(node.parts, `${name}.parts`)
  for (let i = 0; i < node.parts.length; i++) requireNested(node.parts[i]!, `${name}.parts[${i}]`)
}

function nodesOf(root: Nested): Nested[] {
  const names = new Set<string>()
  const nodes: Nested[] = []
  const visit = (node: Nested) => {
    if (names.has(node.name))
      throw new RangeError(`"${node.name}" is there twice: give every row or column its own name.`)
    names.add(node.name)
    nodes.push(node)
    for (const part of node.parts ?? []) visit(part)
  }
  visit(root)
  return nodes
}

/** `A | B` by `C` and `A` by `B | C` would be one cell, and their counts mixed up. */
function requireDistinct(ids: readonly string[]): void {
  const known = new Set<string>()
  for (const id of ids) {
    if (known.has(id)) throw new RangeError(`"${id}" would be the id of two cells: give names without " | ".`)
    known.add(id)
  }
}
