import { requireFinite, requirePositive, requireWholeFrom, shown } from '../../check-inputs.ts'

/** Cells of a density map in rows from the south-west corner; its values are at the cells' centres. */
export interface Raster {
  /** easting of the south-west corner, metres */
  readonly west: number
  /** northing of the south-west corner, metres */
  readonly south: number
  /** metres from west to east */
  readonly cellWidth: number
  /** metres from south to north */
  readonly cellHeight: number
  readonly columns: number
  readonly rows: number
}

/** More than this many cells is 1.6 GB of numbers and hardly meant. */
const MOST_CELLS = 2e8

/** Refuses a kernel that reaches so far beyond the raster that the cells it takes can hardly be meant. */
export function requireReach(cells: number): void {
  if (!(cells <= MOST_CELLS))
    throw new RangeError(
      `the kernel and the raster take ${cells.toPrecision(3)} cells: give a kernel that reaches less far, or larger cells.`,
    )
}

export function requireRaster(raster: Raster): void {
  if (typeof raster !== 'object' || raster === null)
    throw new TypeError(`raster is ${shown(raster)}: give { west, south, cellWidth, cellHeight, columns, rows }.`)
  requireFinite(raster.west, 'raster.west')
  requireFinite(raster.south, 'raster.south')
  requirePositive(raster.cellWidth, 'raster.cellWidth')
  requirePositive(raster.cellHeight, 'raster.cellHeight')
  requireWholeFrom(raster.columns, 'raster.columns', 1)
  requireWholeFrom(raster.rows, 'raster.rows', 1)
  if (raster.columns * raster.rows > MOST_CELLS)
    throw new RangeError(`raster has ${raster.columns} × ${raster.rows} cells: give at most ${MOST_CELLS}.`)
}
