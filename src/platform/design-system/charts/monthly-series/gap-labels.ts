import { lineHeight, svgLines } from '../frame/svg-text.ts'
import { INK } from '../palette.ts'
import { textWidth, wrapText } from '../text.ts'

/**
 * "Not delivered" written inside each hatched gap that has room for it, just above the axis; `unnamed` says whether any
 * gap had not, so that the key must name the hatching.
 */
export function gapLabels(
  gaps: { from: number; to: number }[],
  edge: (at: number) => number,
  zero: number,
  size: number,
) {
  let unnamed = false
  const markup = gaps.map(({ from, to }) => {
    const room = edge(to + 1) - edge(from) - 8
    if (room < textWidth('delivered', size)) {
      unnamed = true
      return ''
    }
    const lines = wrapText('Not delivered', room, size)
    const baseline = zero - 10 - (lines.length - 1) * lineHeight(size)
    return svgLines(lines, (edge(from) + edge(to + 1)) / 2, baseline, {
      size,
      colour: INK,
      anchor: 'middle',
      halo: true,
    })
  })
  return { markup: markup.join(''), unnamed }
}
