import { airyToGrid, gridToAiry, gridToWgs84, wgs84ToGrid } from '../../../src/index.ts'
import { compared, type OracleSuite } from '../../item.ts'

interface Coordinates {
  points: { e: number; n: number; wgs84_lon: number; wgs84_lat: number; airy_lon: number; airy_lat: number }[]
  inverse_from_rounded_lonlat: { e: number; n: number }[]
}

/** 1e-7 degrees of latitude, in metres */
const METRES = 0.0111

export const suite: OracleSuite<Coordinates> = function* ({ points, inverse_from_rounded_lonlat: inverse }) {
  const column = (key: keyof (typeof points)[number]) => points.map((point) => point[key])
  const web = gridToWgs84(column('e'), column('n'))
  yield compared('longitude on WGS84', 'gridToWgs84', 1e-7, [[web.lon, column('wgs84_lon')]], 'absolute')
  yield compared('latitude on WGS84', 'gridToWgs84', 1e-7, [[web.lat, column('wgs84_lat')]], 'absolute')
  const old = gridToAiry(column('e'), column('n'))
  yield compared('longitude on Airy', 'gridToAiry', 1e-7, [[old.lon, column('airy_lon')]], 'absolute')
  yield compared('latitude on Airy', 'gridToAiry', 1e-7, [[old.lat, column('airy_lat')]], 'absolute')
  const back = wgs84ToGrid(column('wgs84_lon'), column('wgs84_lat'))
  yield compared('eastings of WGS84, m', 'wgs84ToGrid', METRES, [[back.x, inverse.map(({ e }) => e)]], 'absolute')
  yield compared('northings of WGS84, m', 'wgs84ToGrid', METRES, [[back.y, inverse.map(({ n }) => n)]], 'absolute')
  const again = airyToGrid(column('airy_lon'), column('airy_lat'))
  yield compared('eastings of Airy, m', 'airyToGrid', METRES, [[again.x, column('e')]], 'absolute')
  yield compared('northings of Airy, m', 'airyToGrid', METRES, [[again.y, column('n')]], 'absolute')
}
