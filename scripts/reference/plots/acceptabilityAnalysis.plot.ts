import * as Plot from '@observablehq/plot'
import { acceptabilityAnalysis } from '../../../packages/crime-statistics/src/index.ts'
import { PAPER, SEQUENTIAL } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** Five candidates on five considerations, under every set of weights. */
export function plot() {
  const candidates = ['Anti-social behaviour', 'Violence', 'Domestic abuse', 'Burglary', 'Fly-tipping']
  const values = [
    [80, 35, 95, 70, 60],
    [90, 80, 35, 60, 55],
    [55, 95, 30, 85, [40, 70]],
    [35, 40, 50, 45, 20],
    [60, 5, 60, 75, [0, 100]],
  ] as (number | [number, number])[][]
  const { rankAcceptability } = acceptabilityAnalysis(values, { seed: 2022 })
  const rows = rankAcceptability.flatMap((ranks, i) =>
    ranks.map((share, rank) => ({ candidate: candidates[i]!, rank: `${rank + 1}`, share: 100 * share })),
  )
  const first = rankAcceptability.map((ranks) => Math.round(100 * ranks[0]!))
  return drawing(
    {
      title: `${candidates[first.indexOf(Math.max(...first))]} comes first under ${Math.max(...first)} % of all weights`,
      subtitle:
        'Per cent of weights under which each candidate takes each rank; a trend that is not known is carried as a range',
      description: `Stacked bars of rank for five candidates. First under: ${candidates.map((name, i) => `${name} ${first[i]} per cent`).join(', ')} of the weights.`,
    },
    {
      height: 250,
      marginLeft: 140,
      marginTop: 6,
      x: { label: 'per cent of weights', domain: [0, 100] },
      y: { label: null, domain: candidates },
      color: { domain: ['1', '2', '3', '4', '5'], range: [...SEQUENTIAL].reverse() },
      marks: [
        Plot.barX(rows, { x: 'share', y: 'candidate', fill: 'rank', stroke: PAPER, order: 'rank' }),
        Plot.text(
          rows.filter((row) => row.share >= 6),
          Plot.stackX({
            x: 'share',
            y: 'candidate',
            text: 'rank',
            order: 'rank',
            fill: (row: { rank: string }) => (Number(row.rank) < 3 ? PAPER : '#0b0c0c'),
          }),
        ),
      ],
    },
  )
}
