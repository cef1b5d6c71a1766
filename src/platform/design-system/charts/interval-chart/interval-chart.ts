import * as Plot from '@observablehq/plot'
import { scaleLinear } from 'd3-scale'
import type { Drawing } from '../drawing.ts'
import { finish } from '../frame/finish.ts'
import { plotMarkup } from '../frame/plot-markup.ts'
import { layoutWidth, sizesFor } from '../frame/sizes.ts'
import { isDrawable, numberText } from '../numbers.ts'
import { ACCENT, OTHER } from '../palette.ts'
import { lineLabel } from '../rows/line-label.ts'
import { planRows } from '../rows/plan-rows.ts'
import { valueAxis } from '../rows/value-axis.ts'
import { type AreaRates, intervalOf, ranked } from './area-rates.ts'
import { describeRates, ratesTable, rateText } from './interval-words.ts'

/**
 * Areas ranked by rate, each a dot with its interval; this area a diamond in the accent, the others grey circles; a
 * reference as a dashed line. From zero, so that lengths compare.
 *
 * @throws RangeError if the id cannot be an id prefix
 */
export function intervalChart(rates: AreaRates): Drawing {
  const width = layoutWidth(rates.width)
  const sizes = sizesFor(width)
  const { reference, decimals = 1 } = rates
  const areas = ranked(rates.areas)
  const referenceAt = reference && isDrawable(reference.value) ? reference.value : undefined
  const top = referenceAt === undefined ? 4 : sizes.label + 14
  const plan = planRows(
    areas.map((area) => ({
      label: area.name,
      value: rateText(area, decimals) + (area.reason && !isDrawable(area.value) ? `: ${area.reason}` : ''),
      emphasised: area.isThis ?? false,
      bare: !isDrawable(area.value),
    })),
    top,
    width,
    sizes,
  )
  const highest = Math.max(
    0,
    referenceAt ?? 0,
    ...areas.map((area) => Math.max(isDrawable(area.value) ? area.value : 0, intervalOf(area)?.upper ?? 0)),
  )
  const scale = scaleLinear([0, highest > 0 ? highest : 1], [plan.left, plan.right]).nice(5)
  const axis = valueAxis({
    ticks: (about) => scale.ticks(about),
    text: scale.tickFormat(6),
    place: scale,
    bands: plan.bands,
    bottom: plan.bottom,
    width,
    size: sizes.tick,
  })

  const rows = areas.flatMap((area, i) => {
    const interval = intervalOf(area)
    const y = plan.middles[i]!
    if (!isDrawable(area.value)) return []
    return [
      {
        x: scale(area.value),
        x1: interval && scale(interval.lower),
        x2: interval && scale(interval.upper),
        y,
        own: area.isThis,
      },
    ]
  })
  const [own, others] = [rows.filter((row) => row.own), rows.filter((row) => !row.own)]
  const place = { x: 'x', y: 'y' }
  const whiskers = { x1: 'x1', x2: 'x2', y: 'y' }
  const marks = plotMarkup({
    width,
    height: plan.bottom,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.ruleY(others, { ...whiskers, stroke: OTHER, strokeWidth: 2 }),
      Plot.ruleY(own, { ...whiskers, stroke: ACCENT, strokeWidth: 4 }),
      Plot.dot(others, { ...place, r: 5, fill: OTHER }),
      Plot.dot(own, { ...place, r: 8, symbol: 'diamond', fill: ACCENT }),
    ],
  })
  const line =
    referenceAt === undefined
      ? ''
      : lineLabel({
          text: `${reference!.label}: ${numberText(referenceAt, decimals)}`,
          x: scale(referenceAt),
          top,
          bands: plan.bands,
          width,
          size: sizes.label,
          dashed: true,
        })
  const description = describeRates(rates)
  return finish(
    rates,
    {
      description,
      markup: axis.under + line + marks + plan.markup + axis.over,
      height: axis.bottom,
    },
    ratesTable(rates),
  )
}
