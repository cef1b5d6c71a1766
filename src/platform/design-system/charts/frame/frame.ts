import type { DrawingWords } from '../drawing.ts'
import { FONT, INK, MUTED_INK, PAPER } from '../palette.ts'
import { escapeText, wrapText } from '../text.ts'
import { drawKey, type KeyItem } from './key.ts'
import { layoutWidth, sizesFor } from './sizes.ts'
import { coordinate, lineHeight, svgLines } from './svg-text.ts'

export interface FrameBody {
  description: string
  key?: KeyItem[]
  /** markup drawn from its own 0,0 at the left edge under the key */
  markup: string
  height: number
  /** patterns and clips, whose ids begin with the drawing's id */
  definitions?: string
}

export const SYNTHETIC_NOTE = 'Synthetic demonstration data: not real offences.'

/**
 * The whole drawing: finding, measure, key, body, source. It reads alone as a file: the look is presentation
 * attributes, the classes only let a page resize it. `.drawing` needs `width: 100%; height: auto` from the page's CSS.
 *
 * @throws RangeError if the id cannot be an id prefix
 */
export function frame(words: DrawingWords, body: FrameBody): string {
  const { id, title, subtitle, source, synthetic, notes = [] } = words
  if (!/^[A-Za-z][\w-]*$/.test(id))
    throw new RangeError(`id is "${id}": give a letter, then letters, digits, hyphens or underscores.`)
  const width = layoutWidth(words.width)
  const sizes = sizesFor(width)
  const parts: string[] = []
  let y = 0
  const paragraph = (text: string, size: number, look: { bold?: boolean; colour?: string } = {}) => {
    const lines = wrapText(text, width - 2, size, look.bold)
    parts.push(svgLines(lines, 0, y + size, { size, ...look }))
    y += lines.length * lineHeight(size)
  }

  paragraph(title, sizes.title, { bold: true })
  y += 2
  paragraph(subtitle, sizes.subtitle, { colour: MUTED_INK })
  y += 6
  const key = drawKey(body.key ?? [], y, width, sizes.label)
  parts.push(key.markup)
  y += key.height + 6
  parts.push(`<g class="drawing-body" transform="translate(0,${coordinate(y)})">${body.markup}</g>`)
  y += body.height + 8
  for (const note of [...notes, ...(synthetic ? [SYNTHETIC_NOTE] : []), source])
    paragraph(note, sizes.foot, { colour: note === SYNTHETIC_NOTE ? INK : MUTED_INK, bold: note === SYNTHETIC_NOTE })
  const height = Math.ceil(y + 4)

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
    `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}">` +
    `<title id="${id}-title">${escapeText(title)}</title>` +
    `<desc id="${id}-desc">${escapeText(body.description)}</desc>` +
    (body.definitions ? `<defs>${body.definitions}</defs>` : '') +
    `<rect class="drawing-paper" width="${width}" height="${height}" fill="${PAPER}"/>` +
    `${parts.join('')}</svg>`
  )
}
