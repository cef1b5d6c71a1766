import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Twice the signed area of a ring in degrees, positive when anticlockwise. */
const signedArea = (ring: Position[]) =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + (x! * nextY! - nextX! * y!)
  }, 0)

const isRing = (ring: Position[]) =>
  ring.length >= 4 && ring.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)) && signedArea(ring) !== 0

const wound = (rings: Position[][]) => {
  if (!rings[0] || !isRing(rings[0])) return []
  return rings.filter(isRing).map((ring, i) => (signedArea(ring) < 0 === (i === 0) ? ring : ring.toReversed()))
}

/**
 * The shape with every outer ring clockwise and every hole anticlockwise, as d3-geo reads the sphere: wound the other way
 * (RFC 7946), a district would mean the whole world but the district. Rings with no area are left out.
 *
 * @returns `null` when no ring is left
 */
export function windForD3(geometry: Polygon | MultiPolygon | null): MultiPolygon | null {
  if (!geometry) return null
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const coordinates = polygons.map(wound).filter((rings) => rings.length > 0)
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null
}
