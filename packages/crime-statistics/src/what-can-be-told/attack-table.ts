import { requireCount } from '../check-inputs.ts'
import { placedRelations, placesOf, requireTable, type TableRelation } from './linked-table.ts'
import { RelationSpace } from './relation-space.ts'
import { pushWhole } from './whole-tables.ts'

/** A cell as an outsider sees it. */
export interface PublishedCell {
  id: string
  /** the number that is printed; null where it is hidden */
  value: number | null
  /** what a mark tells of a hidden cell: at least this (0 when left out; give 1 where zeros are printed) … */
  least?: number
  /** … and at most this; null or left out: no upper limit */
  most?: number | null
}

export interface PublishedTable {
  cells: readonly PublishedCell[]
  relations: readonly TableRelation[]
}

/** What can be worked out of one hidden cell. */
export interface CellBounds {
  id: string
  least: number
  /** null where nothing limits it */
  most: number | null
  /** whether there is only one value it can have */
  recovered: boolean
  /** false where the search over whole numbers ended early: the bounds then hold, but could be closer together */
  proved: boolean
}

export interface TableAttack {
  /** every hidden cell, in the order of the table */
  cells: CellBounds[]
  /** ids of those that can be worked out exactly */
  recovered: string[]
}

/**
 * What can an outsider work out from a published table? The smallest and largest value of every hidden cell over all
 * tables of whole numbers that agree with what is shown: two linear programmes a cell, and branch and bound where they
 * come out in parts. Knows nothing but what is published – attack your own tables with it before somebody else does.
 *
 * @formula min and max x_p s.t. every total = Σ parts, x = what is shown, least ≤ x ≤ most where hidden, x whole
 * @use as the last check before publication, also of tables protected by other means
 * @avoid as the only check when other tables on the same events are out: {@link differencingCheck} puts them together
 * @param table cells with their printed numbers or null, and how they add up; a {@link ProtectedTable} fits as it is
 * @returns bounds of every hidden cell, and which are recovered exactly
 * @throws RangeError if no table agrees with what is shown, such as a total smaller than its parts
 * @see Hundepool A and others (2012). Statistical Disclosure Control. Chichester: Wiley, chapter 4.
 * @example attackTable({ cells: [{ id: 'All', value: 24 }, { id: 'A', value: 12 }, { id: 'B', value: null }, { id: 'C', value: 9 }], relations: [{ total: 'All', parts: ['A', 'B', 'C'] }] }).recovered // ['B']
 */
export function attackTable(table: PublishedTable): TableAttack {
  requireTable(table)
  const relations = placedRelations(table.relations, placesOf(table.cells))
  const space = new RelationSpace(table.cells.length, relations)
  for (const [j, { id, value, least = 0, most = null }] of table.cells.entries()) {
    if (value !== null) requireCount(value, `value of "${id}"`)
    requireCount(least, `least of "${id}"`)
    if (most !== null) requireCount(most, `most of "${id}"`)
    space.least[j] = value ?? least
    space.most[j] = value ?? most ?? Infinity
    space.x[j] = space.least[j]!
    if (space.most[j]! < space.least[j]!) throw new RangeError(`"${id}" has least ${least} above most ${most}.`)
  }
  const contradiction = 'no table of counts agrees with what is shown: a total and its parts contradict each other.'
  if (!space.enter()) throw new RangeError(contradiction)
  const cells = table.cells.flatMap(({ id, value }, j): CellBounds[] => {
    if (value !== null) return []
    const high = pushWhole(space, j, 1)
    const low = pushWhole(space, j, -1)
    if (high.value < low.value) throw new RangeError(contradiction)
    const most = high.value === Infinity ? null : high.value
    return [{ id, least: low.value, most, recovered: most === low.value, proved: high.proved && low.proved }]
  })
  return { cells, recovered: cells.filter(({ recovered }) => recovered).map(({ id }) => id) }
}
