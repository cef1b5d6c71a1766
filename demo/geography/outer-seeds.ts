import { Delaunay } from 'd3-delaunay'
import type { FlatPoint } from './clip-convex.ts'

/** Metres. */
const SPACING = 900
const LONGEST_LINK = 11_000
const MARGIN = 9_000
const BEND = 260
const KEEP_AWAY = { least: 900, most: 3_200 }

/**
 * Points all round the areas' centroids, where no area is: sea, and land beyond the table. Cells grown around these
 * stand for "elsewhere" and are thrown away; what they leave to the areas has a natural edge.
 * A place counts as elsewhere when it is farther from the nearest centroid than centroids there are from each other,
 * and in no triangle of neighbouring centroids (so that no hole opens among wide rural areas).
 */
export function outerSeeds(centroids: readonly FlatPoint[]): FlatPoint[] {
  const delaunay = Delaunay.from(centroids)
  const spread = centroids.map((_, i) => spreadAt(centroids, delaunay, i))
  const triangles = smallTriangles(centroids, delaunay)
  const [xs, ys] = [centroids.map(([x]) => x), centroids.map(([, y]) => y)]
  const seeds: FlatPoint[] = []
  let row = 0
  for (let y = Math.min(...ys) - MARGIN; y <= Math.max(...ys) + MARGIN; y += SPACING * 0.866, row++) {
    const nearRow = triangles.filter(({ south, north }) => south <= y + BEND && y - BEND <= north)
    for (let x = Math.min(...xs) - MARGIN + (row % 2) * (SPACING / 2); x <= Math.max(...xs) + MARGIN; x += SPACING) {
      // a bend in the lattice, so that no edge comes out ruled
      const place: FlatPoint = [x + BEND * Math.sin(y / 1700), y + BEND * Math.sin(x / 1900)]
      const nearest = delaunay.find(...place)
      if (distance(place, centroids[nearest]!) < spread[nearest]!) continue
      if (!nearRow.some((triangle) => holds(triangle, place))) seeds.push(place)
    }
  }
  return seeds
}

const distance = (a: FlatPoint, b: FlatPoint) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** How far apart centroids are around this one: the mean way to its neighbours, kept within reason. */
function spreadAt(centroids: readonly FlatPoint[], delaunay: Delaunay<FlatPoint>, i: number): number {
  const ways = [...delaunay.neighbors(i)].map((j) => distance(centroids[i]!, centroids[j]!)).sort((a, b) => a - b)
  const near = ways.slice(0, 4)
  const mean = near.reduce((a, b) => a + b, 0) / Math.max(1, near.length)
  return Math.min(KEEP_AWAY.most, Math.max(KEEP_AWAY.least, mean))
}

interface Triangle {
  corners: [FlatPoint, FlatPoint, FlatPoint]
  south: number
  north: number
}

/** Triangles of neighbouring centroids with no side longer than the longest link. */
function smallTriangles(centroids: readonly FlatPoint[], { triangles }: Delaunay<FlatPoint>): Triangle[] {
  const found: Triangle[] = []
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => centroids[triangles[i + k]!]!) as [FlatPoint, FlatPoint, FlatPoint]
    if (Math.max(distance(a, b), distance(b, c), distance(c, a)) > LONGEST_LINK) continue
    const ys = [a[1], b[1], c[1]]
    found.push({ corners: [a, b, c], south: Math.min(...ys), north: Math.max(...ys) })
  }
  return found
}

function holds({ corners: [a, b, c] }: Triangle, [x, y]: FlatPoint): boolean {
  const side = (p: FlatPoint, q: FlatPoint) => (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]) >= 0
  return side(a, b) === side(b, c) && side(b, c) === side(c, a)
}
