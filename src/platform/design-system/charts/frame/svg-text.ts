import { INK } from '../palette.ts'
import { escapeText } from '../text.ts'

export interface TextLook {
  size: number
  bold?: boolean
  colour?: string
  anchor?: 'start' | 'middle' | 'end'
  /** white edge behind the letters, for text that lies over marks */
  halo?: boolean
}

/** A coordinate as SVG writes it: two decimals are a hundredth of a pixel. */
export const coordinate = (value: number) => String(Math.round(value * 100) / 100)

/** One line of text; `y` is its baseline. */
export function svgText(text: string, x: number, y: number, look: TextLook): string {
  const { size, bold, colour = INK, anchor = 'start', halo } = look
  const optional =
    (bold ? ' font-weight="bold"' : '') +
    (anchor === 'start' ? '' : ` text-anchor="${anchor}"`) +
    (halo ? ' stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' : '')
  const place = `x="${coordinate(x)}" y="${coordinate(y)}"`
  return `<text ${place} font-size="${size}" fill="${colour}"${optional}>${escapeText(text)}</text>`
}

/** Lines below one another from the baseline `y`; each is 1.25 of the size high. */
export const svgLines = (lines: string[], x: number, y: number, look: TextLook) =>
  lines.map((line, i) => svgText(line, x, y + i * lineHeight(look.size), look)).join('')

export const lineHeight = (size: number) => size * 1.25
