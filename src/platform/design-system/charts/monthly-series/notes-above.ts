import { monthsOf, type Period } from '../../../../vocabulary/period/month.ts'
import type { LaneItem } from '../frame/label-settings.ts'
import { placeInLanes } from '../frame/lanes.ts'
import { coordinate, lineHeight, svgLines } from '../frame/svg-text.ts'
import { ACCENT, ACCENT_TINT, EVENT_TINT, GREY_TINT, INK, MUTED_INK } from '../palette.ts'
import type { MonthlySeries } from './series.ts'

interface Note extends LaneItem {
  look: 'earlier' | 'later' | 'event' | 'break'
}

const TINT = { earlier: GREY_TINT, later: ACCENT_TINT, event: EVENT_TINT, break: 'none' }
const COLOUR = { earlier: MUTED_INK, later: ACCENT, event: MUTED_INK, break: INK }

/** Horizontal extent of the whole months of `period` that are on the axis; undefined when none is. */
function extentOf(period: Period, months: string[], edge: (at: number) => number) {
  const places = monthsOf(period)
    .map((month) => months.indexOf(month))
    .filter((at) => at >= 0)
  return places.length ? { from: edge(places[0]!), to: edge(places.at(-1)! + 1) } : undefined
}

/**
 * Labels of compared years, events and breaks, in lanes above the plot, and the shading and lines that tie them to it.
 *
 * @param edge pixel of the left edge of the month at a place
 */
export function notesAbove(
  series: MonthlySeries,
  edge: (at: number) => number,
  plot: { left: number; right: number; height: number },
  size: number,
) {
  const months = series.months.map(({ month }) => month)
  const spans = [
    ...(series.windows ?? []).map(({ period, label, kind }) => ({ period, text: label, look: kind })),
    ...(series.events ?? []).map(({ period, label }) => ({ period, text: label, look: 'event' as const })),
  ].flatMap(({ period, ...note }): Note[] => {
    const extent = extentOf(period, months, edge)
    return extent ? [{ ...note, ...extent, bold: note.look === 'later' }] : []
  })
  const breaks = (series.breaks ?? []).flatMap(({ month, label }): Note[] => {
    const at = months.indexOf(month)
    return at > 0 ? [{ text: label, from: edge(at), to: edge(at), look: 'break' }] : []
  })
  const { placed, lines } = placeInLanes([...spans, ...breaks], plot.left, plot.right, size)

  const heights = lines.map((count) => count * lineHeight(size) + 10)
  // Without notes, room for the top number of the axis and a label above the highest point.
  const height = Math.max(
    size,
    heights.reduce((sum, lane) => sum + lane, 0),
  )
  const bottomOf = (lane: number) => height - heights.slice(0, lane).reduce((sum, each) => sum + each, 0)
  const shading = [...spans]
    .reverse() // events lie under the compared years
    .map(
      ({ from, to, look }) =>
        `<rect class="drawing-${look}" x="${coordinate(from)}" y="${coordinate(height)}" width="${coordinate(to - from)}" ` +
        `height="${coordinate(plot.height)}" fill="${TINT[look]}"/>`,
    )
    .join('')
  const labels = placed.map(({ item, lane, lines: text, x, anchor }) => {
    const bottom = bottomOf(lane) - 4
    const look = { size, bold: item.bold ?? false, colour: COLOUR[item.look], anchor }
    const baseline = bottom - 5 - (text.length - 1) * lineHeight(size)
    return svgLines(text, x, baseline, look) + (item.look === 'break' ? '' : bracket(item, bottom))
  })
  const stems = placed.flatMap(({ item, lane, lines: text }) => {
    if (item.look !== 'break') return []
    const top = bottomOf(lane) - 9 - (text.length - 1) * lineHeight(size) - size * 0.8
    return [
      `<line x1="${coordinate(item.from)}" x2="${coordinate(item.from)}" y1="${coordinate(top)}" ` +
        `y2="${coordinate(height + plot.height)}" stroke="${INK}" stroke-width="1.5" stroke-dasharray="1.5 3.5"/>`,
    ]
  })
  return { height, under: shading, over: labels.join('') + stems.join('') }
}

const bracket = ({ from, to, look }: Note, y: number) =>
  `<path d="M${coordinate(from + 1)} ${coordinate(y + 4)}V${coordinate(y)}H${coordinate(to - 1)}V${coordinate(y + 4)}" ` +
  `fill="none" stroke="${COLOUR[look]}" stroke-width="${look === 'later' ? 2 : 1}"/>`
