import { Delaunay } from 'd3-delaunay'
import { geoArea } from 'd3-geo'
import type { Feature, FeatureCollection, Polygon } from 'geojson'
import { clipByCircle, type FlatPoint } from './clip-convex.ts'
import { DEMONSTRATION_DISTRICTS } from './districts.ts'
import { KENT_LSOAS, type Lsoa, NEIGHBOUR_LSOAS } from './lsoa-table.ts'
import { outerSeeds } from './outer-seeds.ts'

export interface IllustrativeCell {
  code: string
  name: string
  level: 'lsoa'
  /** always: the shape is drawn from a centroid, it is not the area's boundary */
  illustrative: true
}

/** Flat enough for a county: metres from Greenwich and the equator, east shrunk as at 51.25° north. */
const METRES_A_DEGREE = 111_200
const EAST = METRES_A_DEGREE * Math.cos((51.25 * Math.PI) / 180)
const flat = ({ longitude, latitude }: Lsoa): FlatPoint => [longitude * EAST, latitude * METRES_A_DEGREE]
const degrees = ([x, y]: FlatPoint) => [round(x / EAST), round(y / METRES_A_DEGREE)]
const round = (degree: number) => Math.round(degree * 1e5) / 1e5

/** No cell reaches farther than this from its centroid, in metres. */
const FARTHEST = 6_000

let cells: ReadonlyMap<string, Feature<Polygon, IllustrativeCell>> | undefined

/**
 * Shapes for a map of one district when no boundaries have been imported: one cell for each 2011 area, of the places
 * nearest to its centroid (Voronoi). Neighbouring districts' centroids bound it on land; open coast and country are
 * bounded by distance. Label such a map *illustrative*: cells show which area lies beside which, not where its edge is.
 * Rings run clockwise, as d3-geo takes them.
 *
 * @param districtCode such as E07000107; a district outside the demonstration gives no features
 */
export function illustrativeCells(districtCode: string): FeatureCollection<Polygon, IllustrativeCell> {
  cells ??= growCells()
  const own = KENT_LSOAS.filter((area) => area.districtCode === districtCode)
  return { type: 'FeatureCollection', features: own.map(({ code }) => cells!.get(code)!) }
}

/** The cells of every demonstration district together: 1,065 shapes, for a map of the county. */
export function allIllustrativeCells(): FeatureCollection<Polygon, IllustrativeCell> {
  const features = [...DEMONSTRATION_DISTRICTS.keys()].flatMap((code) => illustrativeCells(code).features)
  return { type: 'FeatureCollection', features }
}

function growCells() {
  const areas = [...KENT_LSOAS, ...NEIGHBOUR_LSOAS]
  const centroids = areas.map(flat)
  const seeds = [...centroids, ...outerSeeds(centroids)]
  const [xs, ys] = [seeds.map(([x]) => x), seeds.map(([, y]) => y)]
  const voronoi = Delaunay.from(seeds).voronoi([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  return new Map(
    KENT_LSOAS.map((area, i) => {
      const ring = [...voronoi.cellPolygon(i)].slice(1) // its first point is also its last
      return [area.code, feature(area, clipByCircle(anticlockwise(ring), centroids[i]!, FARTHEST))]
    }),
  )
}

function anticlockwise(ring: FlatPoint[]): FlatPoint[] {
  const doubleArea = ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring.at(i - 1)!
    return sum + px * y - x * py
  }, 0)
  return doubleArea > 0 ? ring : ring.toReversed()
}

function feature({ code, name }: Lsoa, ring: FlatPoint[]): Feature<Polygon, IllustrativeCell> {
  const open = ring.toReversed().map(degrees)
  const geometry: Polygon = { type: 'Polygon', coordinates: [[...open, open[0]!]] }
  if (geoArea(geometry) > 1) throw new Error(`The cell of ${code} is wound the wrong way round.`)
  return { type: 'Feature', id: code, properties: { code, name, level: 'lsoa', illustrative: true }, geometry }
}
