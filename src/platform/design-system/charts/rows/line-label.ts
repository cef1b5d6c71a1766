import { svgText } from '../frame/svg-text.ts'
import { INK } from '../palette.ts'
import { fitText, textWidth } from '../text.ts'
import { type Band, uprightIn } from './bands.ts'

interface NamedLine {
  text: string
  x: number
  /** top of the rows: the name stands above it */
  top: number
  bands: Band[]
  width: number
  size: number
  dashed: boolean
}

/** A named upright line through the rows: the reference, or no change. Its name is kept inside the width. */
export function lineLabel({ text, x, top, bands, width, size, dashed }: NamedLine): string {
  const line = fitText(text, width, size)
  const half = textWidth(line, size) / 2
  const middle = Math.min(Math.max(x, half), width - half)
  const dashes = dashed ? ' stroke-dasharray="5 3"' : ''
  return (
    svgText(line, middle, top - 6, { size, anchor: 'middle' }) +
    `<path d="${uprightIn(bands, x)}" fill="none" stroke="${INK}" stroke-width="1.25"${dashes}/>`
  )
}
