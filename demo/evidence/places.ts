import type { Lsoa } from '../geography/lsoa-table.ts'
import { cumulate } from './pick.ts'
import { chance } from './random.ts'

/** The invented map points of one area: what the police call snapped points. */
export interface Places {
  /** the six columns from Longitude to LSOA name, of each point */
  columns: string[]
  /** running weights: a few points draw most of an area's rows, as at real map points */
  weights: Float64Array
}

const KINDS = ['Street', 'Road', 'Close', 'Lane', 'Avenue', 'Way'] as const
const POINTS = { fewest: 6, most: 34 }
const METRES_A_DEGREE = 111_200

/** Metres between two areas' centroids, near enough over a county. */
export function metresBetween(a: Lsoa, b: Lsoa): number {
  const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(east, a.latitude - b.latitude) * METRES_A_DEGREE
}

/**
 * Points for an area, within `reach` metres of its centroid. Coordinates are drawn by lot to four decimals (about ten
 * metres) and always end in two noughts, which real points do not: they name no building. Names are plainly invented.
 */
export function placesOf(area: Lsoa, reach: number): Places {
  const lot = chance(`demonstration/places/${area.code}`)
  const many = POINTS.fewest + Math.floor(lot.uniform() * (POINTS.most - POINTS.fewest + 1))
  const columns = Array.from({ length: many }, () => {
    const away = (reach * Math.sqrt(lot.uniform())) / METRES_A_DEGREE
    const bearing = 2 * Math.PI * lot.uniform()
    const longitude = area.longitude + (away * Math.sin(bearing)) / Math.cos((area.latitude * Math.PI) / 180)
    const latitude = area.latitude + away * Math.cos(bearing)
    const kind = KINDS[Math.floor(lot.uniform() * KINDS.length)]
    const number = 1 + Math.floor(lot.uniform() * 9999)
    return `${longitude.toFixed(4)}00,${latitude.toFixed(4)}00,On or near Synthetic ${kind} ${number},${area.code},${area.name}`
  })
  return { columns, weights: cumulate(columns.map((_, rank) => 1 / (rank + 1) ** 0.9)) }
}
