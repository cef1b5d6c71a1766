import { textWidth } from '../text.ts'
import { coordinate, lineHeight, svgText } from './svg-text.ts'

/** One sign of the key: its swatch is drawn in a box 18 wide and 12 high whose top left corner is 0,0. */
export interface KeyItem {
  swatch: string
  text: string
}

const SWATCH = 24
const GAP = 18

/** The key: signs in a row, wrapped to the width. `y` is its top; nothing when there are no signs. */
export function drawKey(items: KeyItem[], y: number, width: number, size: number) {
  const row = lineHeight(size) + 4
  let x = 0
  let top = y
  let markup = ''
  for (const { swatch, text } of items) {
    const needs = SWATCH + textWidth(text, size)
    if (x > 0 && x + needs > width) {
      x = 0
      top += row
    }
    markup += `<g transform="translate(${coordinate(x)},${coordinate(top + row / 2 - 7)})">${swatch}</g>`
    markup += svgText(text, x + SWATCH, top + row / 2 + size * 0.3, { size })
    x += needs + GAP
  }
  return { markup, height: items.length ? top - y + row : 0 }
}
