import * as Plot from '@observablehq/plot'
import { funnelLimits, seededRandom } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, GREY_BAND, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** Forty wards round one rate. */
export function plot() {
  const rate = 12
  const limits = (level: number) =>
    Array.from({ length: 96 }, (_, i) => 500 + i * 100).map((population) => ({
      population,
      lower: Math.max(0, funnelLimits(rate, population, { level }).lower),
      upper: funnelLimits(rate, population, { level }).upper,
    }))
  const random = seededRandom(9)
  const wards = Array.from({ length: 40 }, (_, i) => {
    const population = Math.round(700 + random() * 8800)
    const spread = Math.sqrt((rate * 1000) / population)
    const value = i === 7 ? rate * 1.62 : Math.max(0, rate + (random() + random() + random() - 1.5) * 2 * spread)
    const { lower, upper } = funnelLimits(rate, population, { level: 0.998 })
    return { population, value, outside: value < lower || value > upper }
  })
  const outside = wards.filter((ward) => ward.outside)
  return drawing(
    {
      title: `${outside.length === 1 ? 'One ward lies' : `${outside.length} wards lie`} further from the overall rate than chance explains`,
      subtitle:
        'Offences per 1,000 residents by population; limits of 95 % (inner) and 99.8 % (outer) of chance results',
      description: `Forty wards as dots around an overall rate of 12 per 1,000 residents. The limits narrow as the population grows. ${outside.length} of the dots lies outside the outer limits.`,
    },
    {
      x: { label: 'residents', domain: [500, 10_000] },
      y: { label: 'per 1,000', domain: [0, 26] },
      marks: [
        Plot.ruleY([rate], { stroke: OTHER }),
        ...[0.95, 0.998].flatMap((level) => [
          Plot.line(limits(level), {
            x: 'population',
            y: 'lower',
            stroke: OTHER,
            strokeDasharray: level > 0.99 ? undefined : '4 3',
            clip: true,
          }),
          Plot.line(limits(level), {
            x: 'population',
            y: 'upper',
            stroke: OTHER,
            strokeDasharray: level > 0.99 ? undefined : '4 3',
            clip: true,
          }),
        ]),
        Plot.dot(wards, {
          x: 'population',
          y: 'value',
          r: 4,
          fill: (ward: { outside: boolean }) => (ward.outside ? ACCENT : GREY_BAND),
          stroke: OTHER,
        }),
        Plot.text(outside, {
          x: 'population',
          y: 'value',
          text: () => 'outside',
          dx: 8,
          textAnchor: 'start',
          fontWeight: 'bold',
        }),
      ],
    },
  )
}
