import { hatchFill } from '../charts/frame/hatching.ts'
import { coordinate, lineHeight, svgLines, svgText } from '../charts/frame/svg-text.ts'
import { AXIS, MUTED_INK } from '../charts/palette.ts'
import { textWidth, wrapText } from '../charts/text.ts'
import type { MapClass } from './classes.ts'

const ROW = 24
const SWATCH = 30

interface Legend {
  id: string
  heading: string
  classes: MapClass[]
  withoutData: number
  areasWord: string
  width: number
  size: number
}

/** The classes with their edges and how many areas each holds, highest first; hatching for areas without data. */
export function drawLegend({ id, heading, classes, withoutData, areasWord, width, size }: Legend) {
  const lines = wrapText(heading, width, size, true)
  let y = lines.length * lineHeight(size) + 4
  const rows = [...classes]
    .reverse()
    .map(({ colour, text, areas }) => ({ fill: colour, text, areas }))
    .concat(withoutData > 0 ? [{ fill: hatchFill(id), text: 'No data', areas: withoutData }] : [])
  const numbers = Math.max(0, ...rows.map(({ text }) => textWidth(text, size)))
  const drawn = rows.map(({ fill, text, areas }) => {
    const row =
      `<rect x="0.5" y="${coordinate(y)}" width="${SWATCH}" height="${ROW - 6}" fill="${fill}" stroke="${AXIS}" stroke-width="1"/>` +
      svgText(text, SWATCH + 10, y + 14, { size }) +
      svgText(countWords(areas, areasWord, y), SWATCH + 10 + numbers + 12, y + 14, { size: 12, colour: MUTED_INK })
    y += ROW
    return row
  })
  return { markup: svgLines(lines, 0, size, { size, bold: true }) + drawn.join(''), height: y }

  function countWords(areas: number, word: string, at: number) {
    // Only the first row says what is counted; the others stand below it.
    return at < lines.length * lineHeight(size) + ROW ? `${areas} ${word}` : String(areas)
  }
}
