import { requireFinite, requireList } from '../../check-inputs.ts'

/** A place as GeoJSON writes it: x then y, or longitude then latitude; anything after them is left unread. */
export type Position = readonly number[]

/** The outline of an area, as the geometry of a GeoJSON feature: outer ring, then holes. */
export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

/** A closed line without its repeated last place. */
export interface Ring {
  x: Float64Array
  y: Float64Array
}

/** Parts of a boundary, each an outer ring and its holes, as checked numbers. */
export function partsOf(boundary: Boundary, name = 'boundary'): Ring[][] {
  const { type, coordinates } = (boundary ?? {}) as Boundary
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates))
    throw new TypeError(
      `${name} is no area: give a GeoJSON geometry of type Polygon or MultiPolygon; of a feature its geometry.`,
    )
  const parts = type === 'Polygon' ? [coordinates] : coordinates
  if (parts.length === 0) throw new RangeError(`${name} has no part: give at least one ring.`)
  return Array.from(parts as readonly (readonly Position[])[][], (rings, part) => {
    const where = type === 'Polygon' ? `${name}.coordinates` : `${name}.coordinates[${part}]`
    if (!Array.isArray(rings) || rings.length === 0) throw new RangeError(`${where} has no ring: give at least one.`)
    return Array.from(rings, (ring, at) => ringOf(ring, `${where}[${at}]`))
  })
}

function ringOf(positions: readonly Position[], name: string): Ring {
  if (!Array.isArray(positions)) throw new TypeError(`${name} is no ring: give a list of places [x, y].`)
  const first = positions[0]
  const last = positions.at(-1)
  const closed = positions.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  const length = positions.length - (closed ? 1 : 0)
  if (length < 3) throw new RangeError(`${name} has ${length} corners: give a ring of at least 3.`)
  const ring = { x: new Float64Array(length), y: new Float64Array(length) }
  for (let i = 0; i < length; i++) {
    requireList(positions[i], `${name}[${i}]`)
    const [x, y] = positions[i] as [number, number]
    if (!Number.isFinite(x)) requireFinite(x, `${name}[${i}][0]`)
    if (!Number.isFinite(y)) requireFinite(y, `${name}[${i}][1]`)
    ring.x[i] = x
    ring.y[i] = y
  }
  return ring
}
