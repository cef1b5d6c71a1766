import type { SmallCells } from './small-cells.ts'

/** The cores of one small cell, and the rectangle around them. */
export interface CoreCell {
  places: Uint32Array
  west: number
  south: number
  east: number
  north: number
}

export function coreCells(cells: SmallCells, core: Uint8Array, x: Float64Array, y: Float64Array): CoreCell[] {
  return Array.from({ length: cells.start.length - 1 }, (_, cell) => {
    const places = cells.members.subarray(cells.start[cell], cells.start[cell + 1]).filter((i) => core[i])
    const found = { places, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
    for (const i of places) {
      found.west = Math.min(found.west, x[i]!)
      found.east = Math.max(found.east, x[i]!)
      found.south = Math.min(found.south, y[i]!)
      found.north = Math.max(found.north, y[i]!)
    }
    return found
  })
}

/** What is within `eps` of a place. */
export interface Reach {
  place(i: number, j: number): boolean
  /** whether a core of the cell can be: the rectangle is */
  rectangle(i: number, cell: CoreCell): boolean
  /** whether a core of the cell is */
  core(i: number, cell: CoreCell): boolean
}

export function reachOf(x: Float64Array, y: Float64Array, eps: number): Reach {
  const limit = eps * eps
  const place = (i: number, j: number) => (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 <= limit
  const beyond = (low: number, high: number, at: number) => (at < low ? low - at : at > high ? at - high : 0)
  const rectangle = (i: number, { places, west, south, east, north }: CoreCell) =>
    places.length > 0 && beyond(west, east, x[i]!) ** 2 + beyond(south, north, y[i]!) ** 2 <= limit
  const core = (i: number, cell: CoreCell) => rectangle(i, cell) && cell.places.some((j) => place(i, j))
  return { place, rectangle, core }
}
