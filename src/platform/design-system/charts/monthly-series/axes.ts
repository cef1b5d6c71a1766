import { coordinate, svgText } from '../frame/svg-text.ts'
import { numberText } from '../numbers.ts'
import { AXIS, MUTED_INK } from '../palette.ts'
import { textWidth } from '../text.ts'
import type { monthTicks } from './ticks.ts'

interface AxesPlan {
  values: number[]
  ticks: ReturnType<typeof monthTicks>
  left: number
  right: number
  width: number
  edge: (at: number) => number
  level: (value: number) => number
  size: number
}

/** The zero line, numbers at the left, months below; ticks stand at the end of the month they name. */
export function drawAxes({ values, ticks, left, right, width, edge, level, size }: AxesPlan) {
  const zero = level(0)
  const numbers = values.map((value) =>
    svgText(numberText(value), left - 8, level(value) + size * 0.35, { size, colour: MUTED_INK, anchor: 'end' }),
  )
  const tickAt = (at: number, length: number) =>
    `M${coordinate(edge(at + (ticks.yearly ? 1 : 0.5)))} ${coordinate(zero)}v${length}`
  const path = [
    `M${coordinate(left)} ${coordinate(zero)}H${coordinate(right)}`,
    ...ticks.all.map((at) => tickAt(at, 4)),
    ...ticks.named.map(({ at }) => tickAt(at, 7)),
  ]
  const names = ticks.named.map(({ at, text }) => {
    const half = textWidth(text, size) / 2
    const x = Math.min(Math.max(edge(at + (ticks.yearly ? 1 : 0.5)), half), width - half)
    return svgText(text, x, zero + 10 + size, { size, colour: MUTED_INK, anchor: 'middle' })
  })
  const first = ticks.named[0]
  const beside =
    first && edge(first.at + 1) - textWidth(first.text, size) / 2 > left + textWidth('Year ending', size) + 8
  const caption = ticks.yearly
    ? svgText('Year ending', left, zero + 10 + size * (beside ? 1 : 2.3), { size, colour: MUTED_INK })
    : ''
  return {
    markup: `<path d="${path.join('')}" fill="none" stroke="${AXIS}" stroke-width="1"/>${numbers.join('')}${names.join('')}${caption}`,
    bottom: zero + 14 + size + (ticks.yearly && !beside ? size * 1.3 : 0),
  }
}
