import * as Plot from '@observablehq/plot'
import {
  densitySurface,
  exactPoints,
  quarticKernel,
  seededRandom,
} from '../../../packages/crime-statistics/src/index.ts'
import { INK, SEQUENTIAL } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** Three hundred events, two places where they gather. */
export function plot() {
  const random = seededRandom(17)
  const spread = () => (random() + random() + random() - 1.5) * 700
  const places = Array.from({ length: 300 }, (_, i) =>
    i % 3 === 0
      ? [random() * 6000, random() * 3000]
      : i % 3 === 1
        ? [1700 + spread(), 1800 + spread()]
        : [4300 + 1.4 * spread(), 1100 + spread()],
  ).filter(([x, y]) => x! > 0 && x! < 6000 && y! > 0 && y! < 3000)
  const points = exactPoints(
    places.map(([x]) => x!),
    places.map(([, y]) => y!),
  )
  const raster = { west: 0, south: 0, cellWidth: 50, cellHeight: 50, columns: 120, rows: 60 }
  const density = densitySurface(points, raster, quarticKernel(500), 'per km²')
  const highest = Math.max(...density)
  const classes = [0.2, 0.4, 0.6, 0.8].map((share) => share * highest)
  return drawing(
    {
      title: 'Two places stand out when each event is spread over 500 m',
      subtitle: `Events per km², quartic kernel; class edges ${classes.map((edge) => Math.round(edge)).join(', ')}`,
      description: `A map of ${points.x.length} events as dots over a shaded surface in five classes. The surface peaks at ${Math.round(highest)} events per square kilometre; a second patch lies to the south-east.`,
    },
    {
      height: 244,
      marginLeft: 4,
      marginRight: 4,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null, domain: [0, 6000] },
      y: { axis: null, domain: [0, 3000] },
      color: { type: 'threshold', domain: classes, range: [...SEQUENTIAL] },
      marks: [
        Plot.contour(density, {
          width: raster.columns,
          height: raster.rows,
          x1: 0,
          x2: 6000,
          y1: 0,
          y2: 3000,
          thresholds: [0, ...classes],
          fill: Plot.identity,
        }),
        Plot.dot(places, { x: '0', y: '1', r: 1.4, fill: INK }),
      ],
    },
  )
}
