import * as Plot from '@observablehq/plot'
import { monthOfYear } from '../../../../vocabulary/period/month.ts'
import type { Drawing } from '../drawing.ts'
import { finish } from '../frame/finish.ts'
import { hatchFill, hatching } from '../frame/hatching.ts'
import { plotMarkup } from '../frame/plot-markup.ts'
import { layoutWidth, sizesFor } from '../frame/sizes.ts'
import { svgText } from '../frame/svg-text.ts'
import { isDrawable, numberText } from '../numbers.ts'
import { ACCENT, GREY_BAND, PAPER, RULE } from '../palette.ts'
import { textWidth } from '../text.ts'
import { drawAxes } from './axes.ts'
import { gapLabels } from './gap-labels.ts'
import { latestLabel } from './latest-label.ts'
import { notesAbove } from './notes-above.ts'
import { joinedRuns, missingRuns, pointsOf } from './runs.ts'
import type { MonthlySeries, Point } from './series.ts'
import { seriesKey } from './series-key.ts'
import { describeSeries, seriesTable } from './series-words.ts'
import { countTicks, monthTicks } from './ticks.ts'

/**
 * One area's monthly counts from zero. Missing months are hatched gaps, an incomplete month is a hollow point, the line
 * never crosses a change in recording, and compared years and events are named where they are.
 *
 * @throws RangeError if the id cannot be an id prefix
 */
export function monthlySeriesChart(series: MonthlySeries): Drawing {
  const width = layoutWidth(series.width)
  const sizes = sizesFor(width)
  const { months, id } = series
  const points = pointsOf(months)
  const bands = months.map(({ expected }) =>
    expected && isDrawable(expected.lower) && isDrawable(expected.upper) ? expected : null,
  )
  const values = countTicks(Math.max(0, ...points.map(({ value }) => value), ...bands.map((band) => band?.upper ?? 0)))
  const top = values.at(-1)!

  // An incomplete month's count would read as a fall: the number beside the line is the latest complete month's.
  const latest = points.findLast(({ incomplete }) => !incomplete) ?? points.at(-1)
  const latestText = latest ? numberText(latest.value) : ''
  const left = Math.ceil(Math.max(...values.map((value) => textWidth(numberText(value), sizes.tick)))) + 8
  const right = width - Math.max(34, Math.ceil(textWidth(latestText, sizes.label, true)) + 8)
  const height = sizes.narrow ? 210 : Math.round(Math.min(340, width * 0.38))
  const edge = (at: number) => left + ((right - left) * at) / Math.max(1, months.length)
  const middle = (at: number) => edge(at + 0.5)

  const above = notesAbove(series, edge, { left, right, height }, sizes.label)
  const level = (value: number) => above.height + height * (1 - value / top)
  const ticks = monthTicks(
    months.map(({ month }) => month),
    series.yearEndsIn ?? (months.length ? monthOfYear(months.at(-1)!.month) : 12),
    right - left,
    sizes.tick,
  )
  const axes = drawAxes({ values, ticks, left, right, edge, level, width, size: sizes.tick })
  const gaps = missingRuns(months)
  const named = gapLabels(latest ? gaps : [], edge, level(0), sizes.label)
  const { solid, tentative } = joinedRuns(series)
  const flat = (runs: Point[][]) => runs.flatMap((run, z) => run.map((point) => ({ ...point, z })))
  const place = { x: ({ at }: Point) => at + 0.5, y: 'value' }

  const marks = plotMarkup({
    width,
    height: above.height + height,
    x: { type: 'linear', domain: [0, Math.max(1, months.length)], range: [left, right] },
    y: { type: 'linear', domain: [0, top], range: [level(0), level(top)] },
    marks: [
      Plot.rect(gaps, { x1: 'from', x2: ({ to }) => to + 1, y1: 0, y2: top, fill: hatchFill(id) }),
      Plot.ruleY(values.slice(1), { x1: 0, x2: Math.max(1, months.length), stroke: RULE }),
      Plot.areaY(bands, {
        x: (_, at) => at + 0.5,
        y1: (band) => band?.lower,
        y2: (band) => band?.upper,
        fill: GREY_BAND,
      }),
      Plot.line(flat(solid), { ...place, z: 'z', stroke: ACCENT, strokeWidth: 2.5 }),
      Plot.line(flat(tentative), { ...place, z: 'z', stroke: ACCENT, strokeWidth: 1.5, strokeDasharray: '4 3' }),
      // A month alone between gaps has no line to be seen by.
      Plot.dot(
        solid.filter((run) => run.length === 1).map((run) => run[0]!),
        { ...place, r: 2.5, fill: ACCENT },
      ),
      Plot.dot(
        points.filter(({ incomplete }) => incomplete),
        { ...place, r: 4.5, fill: PAPER, stroke: ACCENT, strokeWidth: 2 },
      ),
    ],
  })
  const last = latest
    ? latestLabel(latest, {
        text: latestText,
        months: months.length,
        left,
        right,
        middle,
        level,
        above: above.height,
        size: sizes.label,
      })
    : svgText(months.length ? 'No months published' : 'No months to show', (left + right) / 2, level(top / 2), {
        size: sizes.label,
        bold: true,
        anchor: 'middle',
        halo: true,
      })

  const description = describeSeries(series)
  return finish(
    series,
    {
      description,
      key: seriesKey(series, points, bands.some(Boolean), named.unnamed),
      markup: above.under + marks + axes.markup + above.over + named.markup + last,
      height: axes.bottom,
      definitions: gaps.length ? hatching(id) : '',
    },
    seriesTable(series),
  )
}
