import type { GeoPath, GeoProjection } from 'd3-geo'
import { lineHeight, svgLines } from '../charts/frame/svg-text.ts'
import { INK, PAPER, SEQUENTIAL } from '../charts/palette.ts'
import { textWidth, wrapText } from '../charts/text.ts'
import { type Pixel, roomiestLine } from './roomiest-line.ts'
import type { Shape } from './shapes.ts'

const MOST = 40
const SIZE = 12

interface NamesPlan {
  shapes: Shape[]
  path: GeoPath
  projection: GeoProjection
  fillOf: (code: string) => string
  width: number
  highlight?: string
}

/**
 * Names where a line or two lie wholly inside the shape; the highlighted area is named even when its name runs over.
 * None when there are too many areas for names to help: each shape's title and the table still name it.
 */
export function placeNames({ shapes, path, projection, fillOf, width, highlight }: NamesPlan): string {
  if (shapes.length > MOST) return ''
  return shapes
    .map((shape) => {
      const own = shape.code === highlight
      const ring = largestPart(shape, path).coordinates[0]!.map((place) => projection([place[0]!, place[1]!]) as Pixel)
      const fit = [1, 2].map((rows) => setIn(ring, shape.name, rows, own)).find(Boolean)
      if (fit) {
        const fill = fillOf(shape.code)
        const dark = fill === SEQUENTIAL[3] || fill === SEQUENTIAL[4]
        const halo = !SEQUENTIAL.some((colour) => colour === fill)
        const look = { size: SIZE, bold: own, colour: dark ? PAPER : INK, anchor: 'middle' as const, halo }
        return svgLines(fit.lines, fit.x, fit.baseline, look)
      }
      if (!own) return ''
      const [cx, cy] = path.centroid(shape.geometry)
      const half = textWidth(shape.name, SIZE, true) / 2 + 4
      const x = Math.min(Math.max(cx, half), width - half)
      return svgLines([shape.name], x, cy + 4, { size: SIZE, bold: true, anchor: 'middle', halo: true })
    })
    .join('')
}

/** The name set in so many rows inside the ring, when it fits. */
function setIn(ring: Pixel[], name: string, rows: number, bold: boolean) {
  const height = rows * lineHeight(SIZE)
  const place = roomiestLine(ring, height)
  if (!place) return undefined
  const lines = wrapText(name, place.room - 8, SIZE, bold)
  if (lines.length > rows || lines.some((line) => line.endsWith('…'))) return undefined
  return { lines, x: place.x, baseline: place.y - (lines.length * lineHeight(SIZE)) / 2 + SIZE }
}

/** The biggest island of a shape: a name belongs on the land, not between islands. */
function largestPart({ geometry }: Shape, path: GeoPath) {
  const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
  return parts.reduce((a, b) => (path.area(b) > path.area(a) ? b : a))
}
