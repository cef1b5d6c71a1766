import {
  bermanDiggleBandwidth,
  densityAt,
  densitySurface,
  exactPoints,
  gaussianKernel,
  type Kernel,
  quarticKernel,
  scottBandwidths,
} from '../../../src/index.ts'
import { compared, type OracleFolder, type OracleItem, type OracleSuite } from '../../item.ts'

interface Sums {
  exact: number[]
  exact_at_first_5_events?: number[]
  spatstat_at_first_5_events: number[]
}

interface Series {
  n: number
  x: number[]
  y: number[]
  bandwidths: { scott: number[]; diggle: number }
  [kernel: string]: unknown
}

export const suite: OracleSuite<Record<string, unknown>> = function* (data, folder) {
  for (const [type, value] of Object.entries(data))
    if (typeof value === 'object' && value !== null && 'bandwidths' in value)
      yield* ofType(type, value as Series, folder)
}

function* ofType(type: string, series: Series, folder: OracleFolder): Generator<OracleItem> {
  const { x, y } = lastLocated(type, series.n, folder)
  const events = exactPoints(x, y)
  const { scott, diggle } = series.bandwidths
  const { x: east, y: north } = scottBandwidths(events)!
  yield compared(`${type}: bandwidths by Scott's rule`, 'scottBandwidths', 1e-9, [[[east, north], scott]])
  const found = bermanDiggleBandwidth(events, recordedIn(folder))
  yield compared(`${type}: bandwidth by Berman and Diggle`, 'bermanDiggleBandwidth', 1e-9, [[found, diggle]])
  for (const [name, value] of Object.entries(series)) {
    const kernel = kernelOf(name)
    if (!kernel) continue
    const sums = value as Sums
    const item = (part: string) => `${type}: ${name.replace('_', ' ')}, ${part}`
    const per = (values: number[]) => values.map((density) => density * 1e6) // per km², so that digits are compared as such
    const at = [...densityAt(events, series.x, series.y, kernel, 'per km²')]
    yield compared(item('at places'), 'densityAt', 1e-9, [[at, per(sums.exact)]])
    const surface = series.x.map(
      (east, i) => densitySurface(events, cellAt(east, series.y[i]!), kernel, 'per km²')[MIDDLE],
    )
    yield compared(item('on a surface'), 'densitySurface', 1e-9, [[surface, per(sums.exact)]])
    const first = [...densityAt(events, x.slice(0, 5), y.slice(0, 5), kernel, 'per km²')]
    yield compared(item('at events, spatstat'), 'densityAt', 1e-9, [[first, per(sums.spatstat_at_first_5_events)]])
    if (sums.exact_at_first_5_events)
      yield compared(item('at events'), 'densityAt', 1e-9, [[first, per(sums.exact_at_first_5_events)]])
  }
}

/** `quartic_h300` is the quartic kernel of radius 300, `gaussian_s200` the Gaussian of standard deviation 200. */
function kernelOf(name: string): Kernel | undefined {
  const [, shape, size] = name.match(/^(quartic_h|gaussian_s)([\d.]+)$/) ?? []
  if (size === undefined) return undefined
  return shape === 'quartic_h' ? quarticKernel(Number(size)) : gaussianKernel(Number(size))
}

/** A raster of 5 × 5 cells whose middle one has its centre at the place. */
const cellAt = (x: number, y: number) => ({
  west: x - 250,
  south: y - 250,
  cellWidth: 100,
  cellHeight: 100,
  columns: 5,
  rows: 5,
})
const MIDDLE = 12

/** The reference takes the last months of a type's located events; the file is in order of date, so the last n of them. */
function lastLocated(type: string, n: number, folder: OracleFolder) {
  const [head, ...lines] = folder.text('data/incidents_xy.csv.gz').trim().split('\n')
  const names = head!.split(',')
  const at = (name: string) => names.indexOf(name)
  const rows = lines
    .map((line) => line.split(','))
    .filter((row) => row[at('located')] === '1' && row[at('type')] === type)
    .slice(-n)
  return { x: rows.map((row) => Number(row[at('x')])), y: rows.map((row) => Number(row[at('y')])) }
}

/** The grid of the reference fills the box that events were recorded in. */
function recordedIn(folder: OracleFolder) {
  const { meta } = folder.json<{ meta: { grid: Record<'x0' | 'y0' | 'cell' | 'nx' | 'ny', number> } }>(
    'e_hotspots/grid_gi_moran.json',
  )
  const { x0, y0, cell, nx, ny } = meta.grid
  return { west: x0, south: y0, east: x0 + nx * cell, north: y0 + ny * cell }
}
