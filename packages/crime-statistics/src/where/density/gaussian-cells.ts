import type { Raster } from './raster.ts'

/** Beyond this many standard deviations a kernel is below 3 × 10^−18 of its peak: a number holds no trace of it. */
const REACH = 9

/** Sums of the Gaussian kernel, not yet divided by its volume: one list of factors across and one along for each event. */
export function gaussianCells(x: Float64Array, y: Float64Array, raster: Raster, sigma: number): Float64Array {
  const { columns, rows, cellWidth, cellHeight, west, south } = raster
  const density = new Float64Array(columns * rows)
  const factors = new Float64Array(columns)
  for (let i = 0; i < x.length; i++) {
    const column = (x[i]! - west) / cellWidth - 0.5
    const row = (y[i]! - south) / cellHeight - 0.5
    const [acrossCells, alongCells] = [(REACH * sigma) / cellWidth, (REACH * sigma) / cellHeight]
    const first = Math.max(0, Math.ceil(column - acrossCells))
    const last = Math.min(columns - 1, Math.floor(column + acrossCells))
    for (let at = first; at <= last; at++) factors[at] = Math.exp(-0.5 * (((at - column) * cellWidth) / sigma) ** 2)
    const lastRow = Math.min(rows - 1, Math.floor(row + alongCells))
    for (let at = Math.max(0, Math.ceil(row - alongCells)); at <= lastRow; at++) {
      const factor = Math.exp(-0.5 * (((at - row) * cellHeight) / sigma) ** 2)
      const base = at * columns
      for (let cell = first; cell <= last; cell++) density[base + cell]! += factor * factors[cell]!
    }
  }
  return density
}
