import { type GeoProjection, geoDistance } from 'd3-geo'
import { coordinate, svgText } from '../charts/frame/svg-text.ts'
import { INK, MUTED_INK } from '../charts/palette.ts'

const EARTH_KM = 6371
const LENGTHS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]

/** A bar of a round number of kilometres, at most a fifth of the map's width, measured across the map's middle. */
export function scaleBar(projection: GeoProjection, width: number, height: number, y: number, size: number): string {
  const [from, to] = [projection.invert?.([0, height / 2]), projection.invert?.([width, height / 2])]
  if (!from || !to) return ''
  const kmPerPixel = (geoDistance(from, to) * EARTH_KM) / width
  const km = LENGTHS.findLast((length) => length / kmPerPixel <= width / 5)
  if (km === undefined) return ''
  const length = km / kmPerPixel
  return (
    `<path d="M0.5 ${coordinate(y - 4)}v4h${coordinate(length)}v-4" fill="none" stroke="${INK}" stroke-width="1"/>` +
    svgText(`${km} km`, length + 7, y, { size, colour: MUTED_INK })
  )
}
