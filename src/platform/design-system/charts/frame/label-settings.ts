import { textWidth, wrapText } from '../text.ts'

/** Something above the plot that needs a label: a span of it, or a line at one place (`from` equals `to`). */
export interface LaneItem {
  text: string
  bold?: boolean
  from: number
  to: number
}

/** Left and right of something, in pixels. */
export type Extent = [left: number, right: number]

/** One way to set a label: its lines, where they stand and what they take up. */
export interface LabelSetting {
  extent: Extent
  lines: string[]
  x: number
  anchor: 'start' | 'middle' | 'end'
}

export interface Room {
  left: number
  right: number
  size: number
  /** longest line of a label that is not held to its own span */
  widest: number
}

/** half the room a line takes, so that breaks a month apart on a phone still stand apart */
export const STEM = 1.5
const MOST_LINES = 3

export const isLine = (item: LaneItem) => item.from === item.to
export const isCut = (lines: string[]) => lines.some((line) => line.endsWith('…'))

const widthOf = (lines: string[], item: LaneItem, size: number) =>
  Math.max(0, ...lines.map((line) => textWidth(line, size, item.bold)))

/** A span's label over its own span when three lines are enough, so that neighbours share a lane; else wider. */
export function overSpan(item: LaneItem, { left, right, size, widest }: Room): LabelSetting {
  const span = item.to - item.from
  const own = wrapText(item.text, span, size, item.bold)
  const fits = own.length <= MOST_LINES && !isCut(own)
  const lines = fits ? own : wrapText(item.text, Math.max(span, Math.min(right - left, widest)), size, item.bold)
  const half = widthOf(lines, item, size) / 2
  const x = Math.min(Math.max((item.from + item.to) / 2, left + half), right - half)
  const air = fits ? 0 : 4
  const extent: Extent = [Math.min(item.from + 1, x - half - air), Math.max(item.to - 1, x + half + air)]
  return { extent, lines, x, anchor: 'middle' }
}

/** A line's label to the right of it. */
export function afterLine(item: LaneItem, { right, size, widest }: Room): LabelSetting {
  const lines = wrapText(item.text, Math.min(widest, Math.max(right - item.from - 5, 0)), size, item.bold)
  const extent: Extent = [item.from - STEM, item.from + 9 + widthOf(lines, item, size)]
  return { extent, lines, x: item.from + 5, anchor: 'start' }
}

/** A line's label to the left of it. */
export function beforeLine(item: LaneItem, { left, size, widest }: Room): LabelSetting {
  const lines = wrapText(item.text, Math.min(widest, Math.max(item.from - left - 5, 0)), size, item.bold)
  const extent: Extent = [item.from - 9 - widthOf(lines, item, size), item.from + STEM]
  return { extent, lines, x: item.from - 5, anchor: 'end' }
}
