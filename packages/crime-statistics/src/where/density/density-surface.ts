import type { ExactPoints } from '../snapped/located-points.ts'
import { requireExactPoints } from '../snapped/require-exact-points.ts'
import { gaussianCells } from './gaussian-cells.ts'
import { type DensityUnit, type Kernel, peakOf, requireKernel, unitFactor } from './kernel.ts'
import { quarticRows } from './quartic-rows.ts'
import { type Raster, requireRaster, requireReach } from './raster.ts'

/**
 * Where are events dense? A map of events per square metre or kilometre: at the centre of every cell, the sum of the
 * kernels of all events.
 *
 * Nothing is corrected at the edge: events beyond the raster count when they are in the list, and near the border of a
 * partnership whose neighbours' events are missing the density is too low, down to half of it at a straight border.
 * The sums are exact but for rounding, within 10^−11 of the peak; Gaussian terms beyond 9 standard deviations, under
 * 3 × 10^−18 of a kernel's peak each, are left out. Multiplied by the area of a cell, values over all of the map add up to
 * about the number of events.
 *
 * @formula Σ over events of K(distance from the cell's centre to the event)
 * @use for a hot-spot map of up to some hundred thousand events; {@link fastDensitySurface} for more
 * @avoid for snapped points, which pile up at their anchors: refused; as a map of risk, since people and homes are dense too
 * @param points places of events, exact
 * @param raster cells of the map
 * @param kernel {@link quarticKernel} of a radius or {@link gaussianKernel} of a standard deviation
 * @param unit 'per m²' or 'per km²'; per m² when left out
 * @returns density at each cell's centre, row by row from the south-west corner: cell (column, row) at row × columns + column
 * @throws TypeError if points are snapped or kernel or raster is of another kind; RangeError if a size is not above 0
 * @see Chainey S, Tompson L, Uhlig S (2008). The utility of hotspot mapping for predicting spatial patterns of crime. Security Journal 21: 4–28. doi:10.1057/palgrave.sj.8350066
 * @example densitySurface(exactPoints([50], [50]), { west: 0, south: 0, cellWidth: 100, cellHeight: 100, columns: 3, rows: 1 }, quarticKernel(200), 'per km²')[1] // 13.4287
 */
export function densitySurface(
  points: ExactPoints,
  raster: Raster,
  kernel: Kernel,
  unit: DensityUnit = 'per m²',
): Float64Array {
  requireExactPoints(points, 'densitySurface')
  requireRaster(raster)
  requireKernel(kernel)
  if (kernel.shape === 'quartic') requireReach(raster.rows + (2 * kernel.radius) / raster.cellHeight)
  const sums =
    kernel.shape === 'quartic'
      ? quarticRows(points.x, points.y, raster, kernel.radius)
      : gaussianCells(points.x, points.y, raster, kernel.sigma)
  const peak = unitFactor(unit) * peakOf(kernel)
  for (let i = 0; i < sums.length; i++) sums[i]! *= peak
  return sums
}
