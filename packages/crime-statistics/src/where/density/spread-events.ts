import type { Raster } from './raster.ts'

/**
 * Cells that each event is shared out among, arranged for a Fourier transform. Cells wrap round at the table's ends, which
 * are far enough away that no event reaches round them. Rows of the upper half lie in `im` beside those of the lower half in
 * `re`: the kernel is real, so that one complex transform smooths both at once.
 */
export interface SpreadEvents {
  re: Float64Array
  im: Float64Array
  width: number
  height: number
  /** first row of the upper half */
  upper: number
}

/**
 * Shares each event among the 3 × 3 cells nearest to it by quadratic splines. Sharing widens every event alike, which
 * the transform can undo; what it cannot undo falls with the third power of cell over bandwidth.
 */
export function spreadEvents(
  x: Float64Array,
  y: Float64Array,
  { west, south, cellWidth, cellHeight, columns, rows }: Raster,
  reachColumns: number,
  reachRows: number,
  length: (least: number) => number,
): SpreadEvents {
  const upper = (rows + 1) >> 1
  const width = length(columns + 2 * reachColumns + 4)
  const height = length(upper + 3 * reachRows + 4)
  const cells = new Float64Array(2 * width * height)
  // where a row or column from −reach − 2 on lies in the table
  const rowStarts = Int32Array.from({ length: rows + 2 * reachRows + 4 }, (_, at) => {
    const row = at - reachRows - 2
    return width * (row < upper ? (row + height) % height : height + row - upper)
  })
  const columnPlaces = Int32Array.from(
    { length: columns + 2 * reachColumns + 4 },
    (_, at) => (at - reachColumns - 2 + width) % width,
  )
  const mostColumn = columnPlaces.length - 1
  const mostRow = rowStarts.length - 1
  for (let i = 0; i < x.length; i++) {
    const across = (x[i]! - west) / cellWidth + reachColumns + 2 // half a cell more than the place: rounds by cutting off
    const along = (y[i]! - south) / cellHeight + reachRows + 2
    if (!(across >= 1 && across < mostColumn && along >= 1 && along < mostRow)) continue
    const column = across | 0
    const row = along | 0
    const u = across - column - 0.5
    const v = along - row - 0.5
    const before = 0.5 * (0.5 - u) * (0.5 - u)
    const here = 0.75 - u * u
    const after = 0.5 * (0.5 + u) * (0.5 + u)
    const a = columnPlaces[column - 1]!
    const b = columnPlaces[column]!
    const c = columnPlaces[column + 1]!
    let start = rowStarts[row - 1]!
    let share = 0.5 * (0.5 - v) * (0.5 - v)
    cells[start + a]! += share * before
    cells[start + b]! += share * here
    cells[start + c]! += share * after
    start = rowStarts[row]!
    share = 0.75 - v * v
    cells[start + a]! += share * before
    cells[start + b]! += share * here
    cells[start + c]! += share * after
    start = rowStarts[row + 1]!
    share = 0.5 * (0.5 + v) * (0.5 + v)
    cells[start + a]! += share * before
    cells[start + b]! += share * here
    cells[start + c]! += share * after
  }
  const half = width * height
  return { re: cells.subarray(0, half), im: cells.subarray(half), width, height, upper }
}
