import type { MultiPolygon, Polygon, Position } from 'geojson'

/** The United Kingdom with its islands, in degrees: west, south, east, north. */
const [WEST, SOUTH, EAST, NORTH] = [-9, 49, 2.2, 61]

/** Why a geometry cannot be used, in words that follow "feature 12 (E01024132)". */
export class BadGeometry extends Error {}

/**
 * A Polygon or MultiPolygon in longitude and latitude, heights dropped.
 *
 * @throws BadGeometry when it is another type, a ring is not closed or has fewer than four points, or a point is outside
 *   the United Kingdom
 */
export function normalGeometry(given: unknown): Polygon | MultiPolygon {
  const { type, coordinates } = (given ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type === 'Polygon') return { type, coordinates: rings(coordinates) }
  if (type === 'MultiPolygon') return { type, coordinates: list(coordinates).map(rings) }
  throw new BadGeometry(`has ${type ? `a ${String(type)}` : 'no geometry'}, not a Polygon or MultiPolygon`)
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new BadGeometry('has an empty or broken list of coordinates')
  return value
}

const rings = (value: unknown): Position[][] => list(value).map(ring)

function ring(value: unknown): Position[] {
  const points = list(value).map(point)
  const [first, last] = [points[0]!, points.at(-1)!]
  if (points.length < 4 || first[0] !== last[0] || first[1] !== last[1])
    throw new BadGeometry('has a ring that is not closed or has fewer than four points')
  return points
}

function point(value: unknown): Position {
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : []
  if (typeof x !== 'number' || typeof y !== 'number') throw new BadGeometry('has a point without two numbers')
  if (x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH) return [x, y]
  const inMetres = Math.abs(x) > 180 || Math.abs(y) > 90
  const swapped = y >= WEST && y <= EAST && x >= SOUTH && x <= NORTH
  throw new BadGeometry(
    `has the point ${x}, ${y}, outside the United Kingdom${
      inMetres
        ? ': it looks like metres (British National Grid or Web Mercator); fetch the GeoJSON in WGS84'
        : swapped
          ? ': longitude and latitude are the wrong way round'
          : ' in WGS84 longitude and latitude'
    }`,
  )
}
