import type { Raster } from './raster.ts'

/** Events within reach of a raster, in order of the row they lie in: one row's neighbours are one stretch of the lists. */
export interface SortedByRow {
  /** easting in columns: 0 at the centre of the first */
  column: Float64Array
  /** northing in metres */
  northing: Float64Array
  /** row of the first stretch; below 0 where events south of the raster reach into it */
  firstRow: number
  /** where each row's events begin; one more at the end */
  starts: Uint32Array
}

export function sortedByRow(x: Float64Array, y: Float64Array, raster: Raster, radius: number): SortedByRow {
  const { west, south, cellWidth, cellHeight, columns, rows } = raster
  const reachRows = Math.ceil(radius / cellHeight)
  const reachColumns = radius / cellWidth
  const firstRow = -reachRows
  const stretches = rows + 2 * reachRows
  const stretchOf = (i: number) => {
    const column = (x[i]! - west) / cellWidth - 0.5
    if (!(column > -1 - reachColumns && column < columns + reachColumns)) return -1
    const stretch = Math.floor((y[i]! - south) / cellHeight) - firstRow
    return stretch >= 0 && stretch < stretches ? stretch : -1
  }
  const starts = new Uint32Array(stretches + 1)
  for (let i = 0; i < x.length; i++) {
    const stretch = stretchOf(i)
    if (stretch >= 0) starts[stretch + 1]!++
  }
  for (let k = 0; k < stretches; k++) starts[k + 1]! += starts[k]!
  const next = starts.slice()
  const column = new Float64Array(starts[stretches]!)
  const northing = new Float64Array(starts[stretches]!)
  for (let i = 0; i < x.length; i++) {
    const stretch = stretchOf(i)
    if (stretch < 0) continue
    const to = next[stretch]!++
    column[to] = (x[i]! - west) / cellWidth - 0.5
    northing[to] = y[i]!
  }
  return { column, northing, firstRow, starts }
}
