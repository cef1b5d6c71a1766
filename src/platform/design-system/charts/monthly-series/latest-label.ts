import { svgText } from '../frame/svg-text.ts'
import { ACCENT } from '../palette.ts'
import { textWidth } from '../text.ts'
import type { Point } from './series.ts'

interface LabelPlace {
  text: string
  /** how many months the axis has */
  months: number
  left: number
  right: number
  middle: (at: number) => number
  level: (value: number) => number
  /** bottom of the notes above the plot */
  above: number
  size: number
}

/**
 * The latest count beside its point: in the margin when it is the last month of the axis, otherwise over the line, or
 * under it where the notes above leave no room.
 */
export function latestLabel({ at, value }: Point, place: LabelPlace): string {
  const { text, months, left, right, middle, level, above, size } = place
  const look = { size, bold: true, colour: ACCENT }
  const monthWidth = (right - left) / Math.max(1, months)
  if (at === months - 1 && monthWidth < 30) return svgText(text, right + 6, level(value) + size * 0.35, look)
  const y = level(value) - 9 - size > above - 4 ? level(value) - 9 : level(value) + size + 8
  // Ends just past its point, so that it stays off a gap to the right of it.
  const x = Math.max(middle(at) + 5, left + textWidth(text, size, true) + 2)
  return svgText(text, x, y, { ...look, anchor: 'end', halo: true })
}
