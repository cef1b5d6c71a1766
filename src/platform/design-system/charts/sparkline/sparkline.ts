import { coordinate } from '../frame/svg-text.ts'
import { isDrawable } from '../numbers.ts'
import { ACCENT, OTHER } from '../palette.ts'

export interface SparklineSize {
  /** pixels, 96 by 24 when left out */
  width?: number
  height?: number
}

/**
 * A small line for a table cell, from zero, with a dot on the latest value and a gap at each `null`. It is hidden from
 * screen readers: the cell must say in words what it shows.
 */
export function sparkline(values: (number | null)[], { width = 96, height = 24 }: SparklineSize = {}): string {
  const known = values.filter(isDrawable)
  const top = Math.max(0, ...known) || 1
  const step = values.length > 1 ? (width - 8) / (values.length - 1) : 0
  const x = (at: number) => coordinate(4 + at * step)
  const y = (value: number) => coordinate(height - 3 - (height - 6) * (Math.max(0, value) / top))
  const line = values
    .map((value, at) => (isDrawable(value) ? `${isDrawable(values[at - 1]) ? 'L' : 'M'}${x(at)} ${y(value)}` : ''))
    .join('')
  const alone = values.flatMap((value, at) =>
    isDrawable(value) && !isDrawable(values[at - 1]) && !isDrawable(values[at + 1]) ? [dot(x(at), y(value), 1.5)] : [],
  )
  const last = values.findLastIndex(isDrawable)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="sparkline" aria-hidden="true" focusable="false" ` +
    `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<path d="M4 ${height - 3}H${width - 4}" fill="none" stroke="${OTHER}" stroke-width="0.5"/>` +
    (line ? `<path d="${line}" fill="none" stroke="${ACCENT}" stroke-width="1.5" stroke-linejoin="round"/>` : '') +
    alone.join('') +
    (last >= 0 ? dot(x(last), y(values[last]!), 2.5) : '') +
    '</svg>'
  )
}

const dot = (x: string, y: string, r: number) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${ACCENT}"/>`
