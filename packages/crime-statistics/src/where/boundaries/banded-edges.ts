import type { Ring } from './boundary.ts'

/**
 * The edges of one part of a boundary, made ready for many questions: sorted into bands from south to north, so that a
 * place is compared with the few edges at its height. Each edge runs upward whichever way its ring goes, so that two
 * areas that share an edge round alike and no place falls between them.
 */
export interface BandedEdges {
  minX: number
  minY: number
  maxX: number
  maxY: number
  /** four numbers an edge: x and y of its lower end, x and y of its upper end */
  ends: Float64Array
  /** where each band's edges begin in `edges`; one more at the end */
  starts: Uint32Array
  /** numbers of edges, band by band; an edge is in every band that it crosses */
  edges: Uint32Array
  bandsPerUnit: number
}

export function bandedEdges(rings: readonly Ring[]): BandedEdges {
  const ends = upwardEdges(rings)
  const outer = rings[0]!
  const [minX, maxX] = [outer.x.reduce((a, b) => Math.min(a, b)), outer.x.reduce((a, b) => Math.max(a, b))]
  const [minY, maxY] = [outer.y.reduce((a, b) => Math.min(a, b)), outer.y.reduce((a, b) => Math.max(a, b))]
  const bands = Math.max(1, ends.length >> 4)
  const bandsPerUnit = maxY > minY ? bands / (maxY - minY) : 0
  const bandOf = (y: number) => Math.min(bands - 1, Math.max(0, Math.floor((y - minY) * bandsPerUnit)))
  const starts = new Uint32Array(bands + 1)
  const eachBand = (visit: (band: number, edge: number) => void) => {
    for (let edge = 0; edge < ends.length / 4; edge++)
      for (let band = bandOf(ends[4 * edge + 1]!); band <= bandOf(ends[4 * edge + 3]!); band++) visit(band, edge)
  }
  eachBand((band) => starts[band + 1]!++)
  for (let band = 0; band < bands; band++) starts[band + 1]! += starts[band]!
  const next = starts.slice()
  const edges = new Uint32Array(starts[bands]!)
  eachBand((band, edge) => {
    edges[next[band]!++] = edge
  })
  return { minX, minY, maxX, maxY, ends, starts, edges, bandsPerUnit }
}

/** Even-odd: a place is inside when a line from it to the east meets the outline an odd number of times. */
export function holds(part: BandedEdges, x: number, y: number): boolean {
  const { minX, minY, maxX, maxY, ends, starts, edges } = part
  if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return false
  const band = Math.min(starts.length - 2, Math.floor((y - minY) * part.bandsPerUnit))
  let inside = false
  for (let k = starts[band]!; k < starts[band + 1]!; k++) {
    const edge = 4 * edges[k]!
    const y0 = ends[edge + 1]!
    const y1 = ends[edge + 3]!
    if (y < y0 || y >= y1) continue // half-open: an edge's lower end counts, its upper end is the next edge's
    const x0 = ends[edge]!
    if (x < x0 + ((y - y0) / (y1 - y0)) * (ends[edge + 2]! - x0)) inside = !inside
  }
  return inside
}

/** Level edges are left out: a line to the east meets the edges at their ends instead. */
function upwardEdges(rings: readonly Ring[]): Float64Array {
  const ends: number[] = []
  for (const { x, y } of rings)
    for (let i = 0; i < x.length; i++) {
      const j = i + 1 === x.length ? 0 : i + 1
      if (y[i]! < y[j]!) ends.push(x[i]!, y[i]!, x[j]!, y[j]!)
      else if (y[i]! > y[j]!) ends.push(x[j]!, y[j]!, x[i]!, y[i]!)
    }
  return Float64Array.from(ends)
}
