import { monthInWords, monthsInWords } from '../../../../vocabulary/period/words.ts'
import type { DrawingTable } from '../drawing.ts'
import { numberText, rangeText } from '../numbers.ts'
import { pointsOf } from './runs.ts'
import type { MonthlySeries } from './series.ts'

/** One paragraph: what is drawn, its highest, lowest and latest, what is missing, what changed in the recording. */
export function describeSeries(series: MonthlySeries): string {
  const { months, measure, area, windows = [], breaks = [], events = [] } = series
  if (months.length === 0) return `${measure}, ${area}: no months to show.`
  const points = pointsOf(months)
  const whole = points.filter(({ incomplete }) => !incomplete)
  const missing = months.filter(({ month }) => !points.some((point) => point.month === month)).map(({ month }) => month)
  const first = monthInWords(months[0]!.month)
  const last = monthInWords(months.at(-1)!.month)
  const sentences = [`Line chart of ${measure} a month, ${area}, ${first} to ${last}.`]
  if (whole.length > 0) {
    const high = whole.reduce((a, b) => (b.value > a.value ? b : a))
    const low = whole.reduce((a, b) => (b.value < a.value ? b : a))
    const latest = whole.at(-1)!
    const said = (point: typeof high) => `${numberText(point.value)} in ${monthInWords(point.month)}`
    sentences.push(
      high.value === low.value
        ? `Every complete month shown has ${numberText(high.value)}.`
        : `Highest: ${said(high)}. Lowest: ${said(low)}. Latest complete month: ${said(latest)}.`,
    )
  }
  for (const { label } of windows) sentences.push(`${label}.`)
  if (missing.length > 0) sentences.push(`Not delivered: ${monthsInWords(missing)}.`)
  const partial = points.filter(({ incomplete }) => incomplete).map(({ month }) => month)
  if (partial.length > 0) sentences.push(`Incomplete: ${monthsInWords(partial)}.`)
  for (const { month, label } of breaks) sentences.push(`Recording changed from ${monthInWords(month)}: ${label}.`)
  for (const { period, label } of events)
    sentences.push(`${label}: ${monthInWords(period.from)} to ${monthInWords(period.to)}.`)
  return sentences.join(' ')
}

const STATUS = { delivered: 'Delivered', missing: 'Not delivered', incomplete: 'Incomplete' }

/** Month by month, newest last; the usual range only when there is one. */
export function seriesTable({ months, measure, area, expectedLabel = 'Usual range' }: MonthlySeries): DrawingTable {
  const shown = new Map(pointsOf(months).map((point) => [point.month, point]))
  const hasRange = months.some(({ expected }) => expected)
  return {
    caption: `${measure}, ${area}, by month`,
    head: [
      { text: 'Month' },
      { text: measure, numeric: true },
      ...(hasRange ? [{ text: expectedLabel, numeric: true }] : []),
      { text: 'Status' },
    ],
    rows: months.map(({ month, status, expected }) => {
      const point = shown.get(month)
      const range = expected ? rangeText(expected.lower, expected.upper, 0) : 'none'
      return [
        monthInWords(month),
        point ? numberText(point.value) : 'not delivered',
        ...(hasRange ? [range] : []),
        STATUS[point ? status : 'missing'],
      ]
    }),
  }
}
