import { monthShort } from '../../../../vocabulary/period/words.ts'
import { svgText } from '../frame/svg-text.ts'
import { ACCENT, MUTED_INK } from '../palette.ts'
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

/** Months at the end without a complete count that the margin is still near enough to. */
const NEAR = 2
const SMALL = 12

/**
 * The latest complete count with its month: in the margin when that is at or near the end of the axis, otherwise over the
 * line, or under it where the notes above leave no room.
 */
export function latestLabel({ at, month, value }: Point, place: LabelPlace): string {
  const { text, months, left, right, middle, level, above, size } = place
  const look = { size, bold: true, colour: ACCENT }
  const name = monthShort(month).slice(0, 3)
  const monthWidth = (right - left) / Math.max(1, months)
  if (months - 1 - at <= NEAR && monthWidth < 30) {
    const baseline = level(value) + size * 0.35
    // Near the axis the month stands above the count, clear of the axis's own months.
    const isLow = baseline + SMALL * 1.2 > level(0) - 2
    const monthBaseline = isLow ? baseline - size : baseline + SMALL * 1.2
    return (
      svgText(text, right + 6, baseline, look) +
      svgText(name, right + 6, monthBaseline, { size: SMALL, colour: MUTED_INK })
    )
  }
  const y = level(value) - 9 - size > above - 4 ? level(value) - 9 : level(value) + size + 8
  // Ends just past its point, so that it stays off a gap to the right of it.
  const x = Math.max(middle(at) + 5, left + textWidth(text, size, true) + 2)
  return svgText(text, x, y, { ...look, anchor: 'end', halo: true })
}
