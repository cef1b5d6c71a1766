import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import type { MultiPolygon } from 'geojson'
import type { AreaFeature } from './choropleth-input.ts'
import { windForD3 } from './winding.ts'

export interface Shape {
  code: string
  name: string
  geometry: MultiPolygon
  /** SVG path data */
  path: string
}

/**
 * Shapes projected to fit the box, north up, in code order. Straight lines stay straight: at district size, bending them
 * to the sphere moves nothing by a pixel and costs most of the time.
 */
export function projectShapes(features: AreaFeature[], width: number, tallest: number) {
  const wound = features
    .flatMap(({ properties, geometry }) => {
      const shape = windForD3(geometry)
      return shape ? [{ ...properties, geometry: shape }] : []
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const all = { type: 'GeometryCollection' as const, geometries: wound.map(({ geometry }) => geometry) }
  const projection = geoMercator().precision(0)
  const box: [[number, number], [number, number]] = [
    [2, 2],
    [width - 2, tallest - 2],
  ]
  const path = geoPath(projection).digits(1)
  if (wound.length === 0) return { shapes: [], height: 0, projection, path }
  projection.fitExtent(box, all)
  const [top, bottom] = edges(
    wound.map(({ geometry }) => geometry),
    projection,
  )
  const [x, y] = projection.translate()
  projection.translate([x, y - top + 2])
  const shapes = wound.map((shape): Shape => ({ ...shape, path: path(shape.geometry) ?? '' }))
  return { shapes, height: Math.ceil(bottom - top + 4), projection, path }
}

/** Highest and lowest pixel: on Mercator they are the most northern and southern latitudes, so nothing is drawn to find them. */
function edges(geometries: MultiPolygon[], projection: GeoProjection): [number, number] {
  let [north, south] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { coordinates } of geometries)
    for (const [outer = []] of coordinates)
      for (const place of outer) {
        north = Math.max(north, place[1]!)
        south = Math.min(south, place[1]!)
      }
  return [projection([0, north])![1], projection([0, south])![1]]
}
