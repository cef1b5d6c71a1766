import type { DrawingTable } from '../drawing.ts'
import { isDrawable, numberText, rangeText } from '../numbers.ts'
import { type AreaRate, type AreaRates, intervalOf, ranked } from './area-rates.ts'

/** "17.2 (16.1 to 18.4)", or why there is none. */
export function rateText(area: AreaRate, decimals: number): string {
  if (!isDrawable(area.value)) return 'cannot be ascertained'
  const interval = intervalOf(area)
  const rate = numberText(area.value, decimals)
  return interval ? `${rate} (${rangeText(interval.lower, interval.upper, decimals)})` : rate
}

/** One paragraph: how many areas, the highest and lowest, where this area stands and whether its interval holds the reference. */
export function describeRates({ areas, measure, intervalLabel, reference, decimals = 1 }: AreaRates): string {
  const order = ranked(areas)
  const known = order.filter(({ value }) => isDrawable(value))
  if (known.length === 0) return `${measure}: no area has a rate to show.`
  const said = (area: AreaRate) => `${area.name}, ${rateText(area, decimals)}`
  const sentences = [
    `${measure} with ${intervalLabel}, ${areas.length} ${areas.length === 1 ? 'area' : 'areas'}, highest first.`,
    `Highest: ${said(known[0]!)}.`,
    ...(known.length > 1 ? [`Lowest: ${said(known.at(-1)!)}.`] : []),
  ]
  const own = known.findIndex(({ isThis }) => isThis)
  if (own >= 0) sentences.push(`${said(known[own]!)}, stands ${own + 1} of ${known.length}.`)
  if (reference && isDrawable(reference.value))
    sentences.push(`${reference.label}: ${numberText(reference.value, decimals)}.`)
  for (const { name, reason } of order.slice(known.length))
    sentences.push(`${name}: cannot be ascertained${reason ? `, ${reason}` : ''}.`)
  return sentences.join(' ')
}

export function ratesTable({ areas, measure, intervalLabel, decimals = 1 }: AreaRates): DrawingTable {
  return {
    caption: `${measure}, by area`,
    head: [
      { text: 'Area' },
      { text: measure, numeric: true },
      { text: `${intervalLabel}, lower`, numeric: true },
      { text: `${intervalLabel}, upper`, numeric: true },
    ],
    rows: ranked(areas).map((area) => {
      const interval = intervalOf(area)
      const unknown = `cannot be ascertained${area.reason ? `: ${area.reason}` : ''}`
      return [
        area.name,
        isDrawable(area.value) ? numberText(area.value, decimals) : unknown,
        interval ? numberText(interval.lower, decimals) : '',
        interval ? numberText(interval.upper, decimals) : '',
      ]
    }),
  }
}
