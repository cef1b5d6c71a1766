import type { Ring } from '../boundaries/boundary.ts'
import type { BoxInMetres } from './grid.ts'

export function boxOfParts(parts: readonly Ring[][]): BoxInMetres {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const { x, y } of parts.flat())
    for (let i = 0; i < x.length; i++) {
      box.west = Math.min(box.west, x[i]!)
      box.east = Math.max(box.east, x[i]!)
      box.south = Math.min(box.south, y[i]!)
      box.north = Math.max(box.north, y[i]!)
    }
  return box
}

/**
 * Whether points of one northing, asked from west to east, are inside a boundary: it is crossed once for a row of cells
 * and not once for each cell. The rules are those of `boundaryHolds`: west and south sides are inside.
 */
export function insideInRow(parts: readonly Ring[][], northing: number): (easting: number) => boolean {
  const rows = parts.map((rings) => ({ crossings: crossingsOf(rings, northing), crossed: 0 }))
  return (easting) => {
    let inside = false
    for (const row of rows) {
      while (row.crossed < row.crossings.length && row.crossings[row.crossed]! <= easting) row.crossed++
      if (row.crossed % 2 === 1) inside = true
    }
    return inside
  }
}

/** Where an outline crosses a northing, from west to east; each edge is taken upward, so that areas that share it agree. */
function crossingsOf(rings: readonly Ring[], northing: number): number[] {
  const crossings: number[] = []
  for (const { x, y } of rings)
    for (let i = 0, j = x.length - 1; i < x.length; j = i++) {
      const [low, high] = y[i]! < y[j]! ? [i, j] : [j, i]
      if (northing < y[low]! || northing >= y[high]!) continue
      crossings.push(x[low]! + ((northing - y[low]!) / (y[high]! - y[low]!)) * (x[high]! - x[low]!))
    }
  return crossings.sort((a, b) => a - b)
}
