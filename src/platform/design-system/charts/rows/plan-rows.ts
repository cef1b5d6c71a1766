import type { Sizes } from '../frame/sizes.ts'
import { lineHeight, svgLines, svgText } from '../frame/svg-text.ts'
import { ACCENT, INK } from '../palette.ts'
import { textWidth, wrapText } from '../text.ts'
import { type Band, merged } from './bands.ts'

/** One row of a ranked chart: its name, its number in words, and a mark drawn between or below them. */
export interface RowText {
  label: string
  value: string
  /** said after the number, in a column of its own when there is room: a verdict */
  remark?: string
  /** this area, or the issue the page is about: bold and in the accent */
  emphasised?: boolean
  /** nothing to draw: the value may take the mark's room */
  bare?: boolean
  /** begins a panel of its own under this heading */
  heading?: string
}

export interface RowPlan {
  /** horizontal room for the marks */
  left: number
  right: number
  /** vertical middle of each row's mark, in the order given */
  middles: number[]
  /** where upright lines may be drawn without crossing words */
  bands: Band[]
  markup: string
  bottom: number
}

const GAP = 14

/**
 * Names and numbers of rows from `top` down. Wide: name, mark, number in columns. Narrow: name and number on a line and
 * the mark below, so that nothing is squeezed.
 */
export function planRows(rows: RowText[], top: number, width: number, sizes: Sizes): RowPlan {
  return sizes.narrow ? stacked(rows, top, width, sizes.label) : columns(rows, top, width, sizes.label)
}

const lookOf = (row: RowText, size: number) => ({
  size,
  bold: row.emphasised ?? false,
  colour: row.emphasised ? ACCENT : INK,
})
const widest = (texts: string[], size: number, bold: boolean) =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size, bold))))

/** A panel's heading at `y`, with air above all but the first; none when the row has none. */
function heading(row: RowText, y: number, first: boolean, width: number, size: number) {
  if (row.heading === undefined) return { markup: '', height: 0 }
  const air = first ? 0 : 18
  const lines = wrapText(row.heading, width, size, true)
  return {
    markup: svgLines(lines, 0, y + air + size, { size, bold: true }),
    height: air + lines.length * lineHeight(size) + 4,
  }
}

function columns(rows: RowText[], top: number, width: number, size: number): RowPlan {
  // Measured as bold throughout: a row may be emphasised without moving the others.
  const names = rows.map((row) => wrapText(row.label, width * 0.36, size, true))
  const drawn = rows.filter(({ bare }) => !bare)
  const remarks = widest(
    drawn.map(({ remark = '' }) => remark),
    size,
    true,
  )
  const remarkAt = width - remarks
  const valueAt = remarks ? remarkAt - 10 : width
  const left = widest(names.flat(), size, true) + GAP
  const right =
    valueAt -
    widest(
      drawn.map(({ value }) => value),
      size,
      true,
    ) -
    GAP
  let y = top
  let markup = ''
  const bands: Band[] = []
  const middles = rows.map((row, i) => {
    const lines = names[i]!
    const head = heading(row, y, i === 0, width, size)
    markup += head.markup
    y += head.height
    const height = Math.max(30, lines.length * lineHeight(size) + 10)
    const middle = y + height / 2
    const look = lookOf(row, size)
    const baseline = middle + size * 0.35
    markup += svgLines(lines, 0, baseline - ((lines.length - 1) * lineHeight(size)) / 2, look)
    markup += svgText(row.value, row.bare ? width : valueAt, baseline, { ...look, anchor: 'end' })
    if (row.remark && !row.bare) markup += svgText(row.remark, remarkAt, baseline, look)
    if (!row.bare) bands.push([y, y + height])
    y += height
    return middle
  })
  return { left, right, middles, bands: merged(bands), markup, bottom: y }
}

function stacked(rows: RowText[], top: number, width: number, size: number): RowPlan {
  let y = top
  let markup = ''
  const bands: Band[] = []
  const middles = rows.map((row, i) => {
    const head = heading(row, y, i === 0, width, size)
    markup += head.markup
    y += head.height
    const look = lookOf(row, size)
    const value = row.remark && !row.bare ? `${row.value}\u2002${row.remark}` : row.value
    const room = width - textWidth(value, size, true) - GAP
    const below = room < width * 0.3
    const lines = wrapText(row.label, below ? width : room, size, true)
    markup += svgLines(lines, 0, y + size + 2, look)
    if (below) y += lines.length * lineHeight(size)
    markup += svgLines(below ? wrapText(value, width, size) : [value], width, y + size + 2, { ...look, anchor: 'end' })
    const textBottom = y + (below ? wrapText(value, width, size).length : lines.length) * lineHeight(size)
    const middle = textBottom + 13
    y = row.bare ? textBottom + 8 : middle + 13
    if (!row.bare) bands.push([middle - 10, middle + 12])
    return middle
  })
  return { left: 8, right: width - 8, middles, bands, markup, bottom: y }
}
