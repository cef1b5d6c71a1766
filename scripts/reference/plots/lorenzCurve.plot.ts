import * as Plot from '@observablehq/plot'
import {
  giniCoefficient,
  lorenzCurve,
  placesHoldingShare,
  seededRandom,
} from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** Two hundred streets, few of which hold most crime. */
export function plot() {
  const random = seededRandom(4)
  const counts = Array.from({ length: 200 }, () => Math.floor(0.35 / (0.01 + random() ** 1.3)))
  const curve = lorenzCurve(counts, counts.length)!
  const rows = curve.placeShare.map((places, i) => ({ places: 100 * places, crime: 100 * curve.crimeShare[i]! }))
  const gini = giniCoefficient(counts)!
  const half = placesHoldingShare(counts, 0.5)!
  return drawing(
    {
      title: `Half of crime is on ${half.places} of 200 streets`,
      subtitle: `Share of crime at the quietest share of streets; Gini ${gini.toFixed(2)}, the area between the lines doubled`,
      description: `A curve far below the diagonal of equal shares: the quietest half of the streets has ${Math.round(rows[100]!.crime)} per cent of crime, and the worst ${half.places} streets have half.`,
    },
    {
      x: { label: 'per cent of streets, quietest first', domain: [0, 100] },
      y: { label: 'per cent of crime', domain: [0, 100] },
      marks: [
        Plot.line(
          [
            [0, 0],
            [100, 100],
          ],
          { stroke: OTHER, strokeDasharray: '4 3' },
        ),
        Plot.text([[44, 52]], { text: ['if every street had the same'], textAnchor: 'end' }),
        Plot.line(rows, { x: 'places', y: 'crime', stroke: ACCENT, strokeWidth: 2.5 }),
      ],
    },
  )
}
