/**
 * Makes the two small tables of facts the demonstration's geography stands on, from the Office for National Statistics'
 * own files. Run once; the tables are kept in the repository, so that nothing has to be downloaded.
 *
 *   node demo/geography/make-kent-lsoa.ts POPULATION.csv[.gz] BOUNDARIES.geojson[.gz]…
 *
 * POPULATION has the columns lsoa11_name, lsoa11_code, total_population (mid-2020 estimates by 2011 LSOA).
 * BOUNDARIES are generalised 2011 LSOAs with LSOA11CD and LADCD_ACTIVE, a file a district.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { geoArea, geoCentroid } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { messageOf, Refusal } from '../../src/vocabulary/refusal.ts'
import { DEMONSTRATION_DISTRICTS } from './districts.ts'

type Lsoa = Feature<Polygon | MultiPolygon, { LSOA11CD: string; LADCD_ACTIVE: string }>

const SOURCE =
  '# Office for National Statistics: 2011 lower layer super output areas, mid-2020 population estimates; centroids ' +
  'computed from generalised boundaries. Open Government Licence v3.0. Contains OS data © Crown copyright and database right.'

const textOf = (path: string) => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

function populations(path: string) {
  const [header, ...lines] = textOf(path).trim().split(/\r?\n/)
  if (header?.replaceAll('"', '') !== 'lsoa11_name,lsoa11_code,total_population')
    throw new Refusal(`${path} must have the columns lsoa11_name,lsoa11_code,total_population but has ${header}.`)
  return new Map(
    lines.map((line) => {
      const [name, code, residents] = line.replaceAll('"', '').split(',')
      return [code!, { name: name!, residents: Number(residents) }]
    }),
  )
}

/** Centroid to four decimals, about ten metres. Rings wound the other way describe the rest of the globe to d3: turn them. */
function centroidOf({ geometry }: Lsoa) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const turned = polygons.map((coordinates) => {
    const polygon: Polygon = { type: 'Polygon', coordinates }
    return geoArea(polygon) < 2 * Math.PI ? coordinates : coordinates.map((ring) => ring.toReversed())
  })
  return geoCentroid({ type: 'MultiPolygon', coordinates: turned }).map((degrees) => degrees.toFixed(4))
}

const HEADER = 'lsoa_code,lsoa_name,district_code,population_mid_2020,longitude,latitude'

function make([populationPath, ...boundaryPaths]: string[]) {
  if (!populationPath || boundaryPaths.length === 0)
    throw new Refusal('Give the population file first, then one or more boundary files.')
  const residentsOf = populations(populationPath)
  const inside: string[] = []
  const outside: string[] = []
  for (const path of boundaryPaths)
    for (const lsoa of (JSON.parse(textOf(path)) as FeatureCollection).features as Lsoa[]) {
      const { LSOA11CD: code, LADCD_ACTIVE: district } = lsoa.properties
      const known = residentsOf.get(code)
      if (!known) throw new Refusal(`${code} of ${path} is not in ${populationPath}: use 2011 areas in both.`)
      const line = [code, known.name, district, known.residents, ...centroidOf(lsoa)].join(',')
      ;(DEMONSTRATION_DISTRICTS.has(district) ? inside : outside).push(line)
    }
  write('kent-lsoa-2011.csv', inside)
  write('neighbour-lsoa-2011.csv', outside)
}

function write(file: string, lines: string[]) {
  writeFileSync(new URL(file, import.meta.url), `${[SOURCE, HEADER, ...lines.sort()].join('\n')}\n`)
  console.log(`${file}: ${lines.length} areas`)
}

try {
  make(process.argv.slice(2))
} catch (thrown) {
  console.error(messageOf(thrown))
  process.exitCode = 1
}
