import type { OracleFolder } from './item.ts'

/** Events of a folder's `data/incidents_xy.csv.gz` that have a place, in the order of the file. */
export interface Incidents {
  /** YYYY-MM */
  month: string[]
  type: string[]
  x: Float64Array
  y: Float64Array
  /** the anchor point that the event was moved to, as `data/anchors.csv` numbers it */
  anchor: Int32Array
}

const read = new WeakMap<OracleFolder, Incidents>()

/** Located events, read once for a folder. */
export function locatedIncidents(folder: OracleFolder): Incidents {
  const known = read.get(folder)
  if (known) return known
  const [header, ...lines] = folder.text('data/incidents_xy.csv.gz').trim().split('\n')
  const names = header!.split(',')
  const column = Object.fromEntries(names.map((name, at) => [name, at]))
  const rows = lines.map((line) => line.split(',')).filter((row) => row[column.located!] === '1')
  const incidents = {
    month: rows.map((row) => row[column.date!]!.slice(0, 7)),
    type: rows.map((row) => row[column.type!]!),
    x: Float64Array.from(rows, (row) => Number(row[column.x!])),
    y: Float64Array.from(rows, (row) => Number(row[column.y!])),
    anchor: Int32Array.from(rows, (row) => Number(row[column.anchor_id!])),
  }
  read.set(folder, incidents)
  return incidents
}

/** Places in the list of the events from one month to another, both included, of a type; of every type for `ALL`. */
export function incidentsOf({ month, type }: Incidents, wanted: string, from: string, to = '9999-12'): Int32Array {
  const chosen: number[] = []
  for (let i = 0; i < month.length; i++)
    if (month[i]! >= from && month[i]! <= to && (wanted === 'ALL' || type[i] === wanted)) chosen.push(i)
  return Int32Array.from(chosen)
}

/** Eastings and northings of some events. */
export const placesOf = ({ x, y }: Incidents, chosen: Int32Array) => ({
  x: Float64Array.from(chosen, (i) => x[i]!),
  y: Float64Array.from(chosen, (i) => y[i]!),
})

/** The first month that a description such as `month>=2021-10` or `2021-10..2022-09` names. */
export function firstMonth(description: string): string {
  const month = /\d{4}-\d\d/.exec(description)?.[0]
  if (!month) throw new Error(`no month is named in "${description}"`)
  return month
}
