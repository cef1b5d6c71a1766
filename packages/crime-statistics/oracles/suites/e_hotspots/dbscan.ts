import { dbscanClusters, exactPoints } from '../../../src/index.ts'
import { firstMonth, type Incidents, incidentsOf, locatedIncidents, placesOf } from '../../incidents.ts'
import { compared, type OracleItem, type OracleSuite } from '../../item.ts'

interface Dbscan {
  x?: number[]
  y?: number[]
  n: number
  eps: number
  minPts: number
  n_clusters: number
  n_noise: number
  n_core: number
  sizes: number | number[]
  ambiguous_border_rows_0based: number | number[]
  labels: number[]
  core_rows_0based: number | number[]
}

export const suite: OracleSuite<{ meta: string } & Record<string, unknown>> = function* ({ meta, ...cases }, folder) {
  for (const [name, value] of Object.entries(cases)) {
    const expected = value as Dbscan
    const points = expected.x ? { x: expected.x, y: expected.y! } : eventsNamed(name, meta, locatedIncidents(folder))
    yield* clusters(name, points, expected)
  }
}

function* clusters(
  name: string,
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
  expected: Dbscan,
): Generator<OracleItem> {
  const { labels, core, sizes, sharedBorder } = dbscanClusters(exactPoints(x, y), expected.eps, expected.minPts)
  const cores = [...core.keys()].filter((i) => core[i])
  yield compared(`${name}: labels`, 'dbscanClusters', 0, [[labels, expected.labels]])
  yield compared(`${name}: cores`, 'dbscanClusters', 0, [[cores, list(expected.core_rows_0based)]])
  yield compared(`${name}: sizes`, 'dbscanClusters', 0, [[sizes, list(expected.sizes)]])
  yield compared(`${name}: events at two borders`, 'dbscanClusters', 0, [
    [sharedBorder, list(expected.ambiguous_border_rows_0based)],
  ])
  yield compared(`${name}: events, clusters, noise, cores`, 'dbscanClusters', 0, [
    [
      [labels.length, sizes.length, labels.filter((label) => label === 0).length, cores.length],
      [expected.n, expected.n_clusters, expected.n_noise, expected.n_core],
    ],
  ])
}

/** R writes a list of one as the one. */
const list = (value: number | number[]) => (typeof value === 'number' ? [value] : value)

/** Events of the type that a case is named for: `vehicle_crime`, `burglary_2`. */
function eventsNamed(name: string, meta: string, incidents: Incidents) {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
      .trim()
  const type = [...new Set(incidents.type)].find((each) => plain(each) === plain(name))
  if (!type && plain(name) !== 'all') throw new Error(`no crime type is called ${name}`)
  return placesOf(incidents, incidentsOf(incidents, type ?? 'ALL', firstMonth(meta)))
}
