import * as Plot from '@observablehq/plot'
import { goodmanIntervals, roundHalfAwayFromZero } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** The answers of an open survey of 136 people, as published. */
export function plot() {
  const answers = ['Anti-social behaviour', 'Property crime', 'Substance misuse', 'Violence', 'Town centre safety']
  const counts = [92, 26, 10, 6, 2]
  const rows = goodmanIntervals(counts).map(({ lower, upper }, i) => ({
    answer: answers[i]!,
    share: (100 * counts[i]!) / 136,
    lower: 100 * lower,
    upper: 100 * upper,
    text: `${counts[i]} of 136`,
  }))
  return drawing(
    {
      title: 'Anti-social behaviour is named most, whatever chance did to the rest',
      subtitle:
        'Per cent naming each as most important, with limits that hold together at 95 % if the 136 had been chosen at random',
      description: `Five answers with their shares and limits: ${rows.map((row) => `${row.answer} ${roundHalfAwayFromZero(row.share)} per cent, ${roundHalfAwayFromZero(row.lower)} to ${roundHalfAwayFromZero(row.upper)}`).join('; ')}. The interval of the first lies above all others.`,
      source:
        'Survey of the Dartford Community Safety Partnership, 4 February to 6 March 2022: open to all, not a random sample.',
    },
    {
      height: 240,
      marginLeft: 140,
      marginRight: 70,
      x: { label: 'per cent', domain: [0, 80] },
      y: { label: null, domain: answers },
      marks: [
        Plot.ruleY(rows, { x1: 'lower', x2: 'upper', y: 'answer', stroke: ACCENT, strokeWidth: 4 }),
        Plot.dot(rows, { x: 'share', y: 'answer', fill: ACCENT, r: 5 }),
        Plot.text(rows, { x: 80, y: 'answer', text: 'text', dx: 6, textAnchor: 'start' }),
      ],
    },
  )
}
