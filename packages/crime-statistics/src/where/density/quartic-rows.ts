import type { Raster } from './raster.ts'
import { sortedByRow } from './sorted-by-row.ts'

/** Widest block in kernel radii: its polynomial's variable stays within ±4, so that sums keep 12 digits. */
const BLOCK_RADII = 8
/** Numbers a column: the coefficients of 1, t, t², t³ and t⁴. */
const TERMS = 5

/**
 * Exact sums of the quartic kernel, not yet divided by its volume. Along one row of cells an event's kernel is a
 * polynomial of degree 4 between the two places where it begins and ends: its coefficients are added at the first cell
 * and taken off after the last, and a running sum along the row gives every cell's polynomial. The work is events ×
 * rows within reach instead of events × cells within reach.
 */
export function quarticRows(x: Float64Array, y: Float64Array, raster: Raster, radius: number): Float64Array {
  const { columns, rows, cellWidth, cellHeight, south } = raster
  const width = Math.min(columns, Math.max(1, Math.floor((BLOCK_RADII * radius) / cellWidth)))
  const blocks = Math.ceil(columns / width)
  const perCell = cellWidth / radius
  const { column, northing, firstRow, starts } = sortedByRow(x, y, raster, radius)
  const changes = new Float64Array(blocks * (width + 1) * TERMS)
  const density = new Float64Array(columns * rows)
  const reach = Math.ceil(radius / cellHeight)
  const perMetre = radius / cellWidth
  const middle = (width / 2) * perCell
  for (let row = 0; row < rows; row++) {
    const from = starts[Math.max(0, row - reach - firstRow)]!
    const to = starts[Math.min(starts.length - 1, Math.max(0, row + reach + 1 - firstRow))]!
    if (from >= to) continue
    const centre = south + (row + 0.5) * cellHeight
    for (let k = from; k < to; k++) {
      const v = (northing[k]! - centre) / radius
      const a = 1 - v * v
      if (!(a > 0)) continue
      const place = column[k]!
      const half = Math.sqrt(a) * perMetre
      if (!(place + half >= 0 && place - half <= columns - 1)) continue
      const first = place > half ? Math.ceil(place - half) | 0 : 0
      const last = place + half < columns ? (place + half) | 0 : columns - 1
      if (first > last) continue
      const lastBlock = (last / width) | 0
      for (let block = (first / width) | 0; block <= lastBlock; block++) {
        const west = (block * width) | 0
        const s = (place + 0.5 - west) * perCell - middle
        const squared = s * s
        const b = a - squared
        const c0 = b * b
        const c1 = 4 * s * b
        const c2 = 4 * squared - 2 * b
        const c3 = 4 * s
        const base = (block * (width + 1) - west) | 0
        const start = TERMS * (base + (first > west ? first : west))
        const end = TERMS * (base + (last < west + width ? last + 1 : west + width))
        changes[start]! += c0
        changes[start + 1]! += c1
        changes[start + 2]! += c2
        changes[start + 3]! -= c3
        changes[start + 4]! += 1
        changes[end]! -= c0
        changes[end + 1]! -= c1
        changes[end + 2]! -= c2
        changes[end + 3]! += c3
        changes[end + 4]! -= 1
      }
    }
    for (let block = 0; block < blocks; block++)
      sumBlock(
        changes,
        block * (width + 1),
        density,
        row * columns + block * width,
        Math.min(width, columns - block * width),
        width,
        perCell,
      )
    changes.fill(0)
  }
  return density
}

/** The running sum of one block and its polynomial at each cell. The count of events is exact: at 0 the sum starts anew. */
function sumBlock(
  changes: Float64Array,
  base: number,
  density: Float64Array,
  cell: number,
  cells: number,
  width: number,
  perCell: number,
) {
  let [c0, c1, c2, c3, count] = [0, 0, 0, 0, 0]
  for (let i = 0; i < cells; i++) {
    const change = TERMS * (base + i)
    c0 += changes[change]!
    c1 += changes[change + 1]!
    c2 += changes[change + 2]!
    c3 += changes[change + 3]!
    count += changes[change + 4]!
    if (count === 0) c0 = c1 = c2 = c3 = 0
    const t = (i + 0.5 - width / 2) * perCell
    const sum = c0 + t * (c1 + t * (c2 + t * (c3 + t * count)))
    density[cell + i] = sum > 0 ? sum : 0
  }
}
