import type { TableColumn } from './table.ts'

/** A column that may be sorted by; `key` is its name in the address. */
export interface SortableColumn extends Omit<TableColumn, 'href' | 'sorted'> {
  key: string
}

export interface Sort {
  key: string
  direction: 'ascending' | 'descending'
}

/**
 * Heads that sort by a link to the server, so that sorting works without scripts and the address can be shared. Numbers
 * sort from the largest first, words from A; following the link of the column in use turns it round.
 * @param path the page, such as `/assess/districts`
 * @param query what else the address holds; kept
 */
export function sortLinks(
  columns: SortableColumn[],
  path: string,
  query: Record<string, string>,
  sort: Sort,
): TableColumn[] {
  return columns.map(({ key, ...column }) => {
    const inUse = sort.key === key
    const first = column.numeric ? 'descending' : 'ascending'
    const direction = inUse ? opposite(sort.direction) : first
    const search = new URLSearchParams({ ...query, sort: key, direction })
    return { ...column, href: `${path}?${search}`, ...(inUse && { sorted: sort.direction }) }
  })
}

const opposite = (direction: Sort['direction']) => (direction === 'ascending' ? 'descending' : 'ascending')
