import { requireChoice, requireCount, requireList, requireObject, requireText } from '../check-inputs.ts'
import type { Relation } from './relation-space.ts'

/** One count of a table that is about to be published. */
export interface TableCell {
  /** what the count is of, such as `Ward A | Burglary`: unique in the table */
  id: string
  /** the true count */
  value: number
  /**
   * shown whatever its value: by an authorised exception (an opinion poll is no list of incidents), or because it is
   * open elsewhere, so that an outsider knows it already
   */
  exempt?: 'exception' | 'open elsewhere'
}

/** A total and all of its parts, by the ids of their cells. */
export interface TableRelation {
  total: string
  parts: readonly string[]
}

/** Cells and how they add up: any number of ways, totals of totals included. */
export interface LinkedTable {
  cells: readonly TableCell[]
  relations: readonly TableRelation[]
}

/** Places of cells by id; refuses one id twice. */
export function placesOf(cells: readonly { id: string }[]): Map<string, number> {
  requireList(cells, 'cells')
  const places = new Map<string, number>()
  for (const [place, cell] of cells.entries()) {
    requireObject(cell, `cells[${place}]`, "{ id: 'Ward A', value: 12 }")
    const { id } = cell
    requireText(id, `cells[${place}].id`)
    if (places.has(id)) throw new RangeError(`cells has "${id}" twice: give every cell an id of its own.`)
    places.set(id, place)
  }
  return places
}

/** Relations by the places of their cells; refuses ids that are not in the table, and a part given twice. */
export function placedRelations(relations: readonly TableRelation[], places: Map<string, number>): Relation[] {
  requireList(relations, 'relations')
  const place = (id: string) => {
    requireText(id, 'the id of a cell in relations')
    const found = places.get(id)
    if (found === undefined) throw new RangeError(`relations name "${id}", which is no cell: give the id of a cell.`)
    return found
  }
  return Array.from(relations, (relation, r) => {
    requireObject(relation, `relations[${r}]`, "{ total: 'Town', parts: ['Ward A', 'Ward B'] }")
    const { total, parts } = relation
    requireText(total, `relations[${r}].total`)
    requireList(parts, `relations[${r}].parts`)
    if (parts.length === 0) throw new RangeError(`"${total}" has no parts: give those it adds up from, or no relation.`)
    if (new Set(parts).size < parts.length || new Set(parts).has(total))
      throw new RangeError(`parts of "${total}" have one twice, or the total itself: give each part once.`)
    return { total: place(total), parts: Array.from(parts, place) }
  })
}

/** Refuses what is no table; its cells and relations are looked at by {@link placesOf} and {@link placedRelations}. */
export const requireTable = (table: unknown) =>
  requireObject(table, 'table', "{ cells: [{ id: 'Ward A', value: 12 }], relations: [] }")

/** Values and relations of a table as numbers; refuses counts that are not whole and totals that do not add up. */
export function placedTable(table: LinkedTable) {
  requireTable(table)
  const { cells, relations } = table
  const places = placesOf(cells)
  const values = Float64Array.from(cells, ({ id, value, exempt }) => {
    if (exempt !== undefined) requireChoice(exempt, `exempt of "${id}"`, ['exception', 'open elsewhere'])
    requireCount(value, `value of "${id}"`)
    return value
  })
  const placed = placedRelations(relations, places)
  for (const { total, parts } of placed) {
    const sum = parts.reduce((all, part) => all + values[part]!, 0)
    if (sum !== values[total])
      throw new RangeError(
        `"${cells[total]!.id}" is ${values[total]} and its parts add up to ${sum}: give all parts, with one for what is not known.`,
      )
  }
  return { places, values, relations: placed }
}
