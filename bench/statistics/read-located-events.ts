import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Events of the reference data that have a place, in file order: unsnapped metres and days. */
export function readLocatedEvents(oracles: string) {
  const text = gunzipSync(readFileSync(join(oracles, 'data/incidents_xy.csv.gz'))).toString('utf8')
  const [head, ...lines] = text.trim().split('\n')
  const names = head!.split(',')
  const rows = lines.map((line) => line.split(',')).filter((row) => row[names.indexOf('located')] === '1')
  const column = (name: string) => rows.map((row) => row[names.indexOf(name)]!)
  return {
    id: column('id'),
    type: column('type'),
    date: column('date'),
    x: column('x').map(Number),
    y: column('y').map(Number),
  }
}
