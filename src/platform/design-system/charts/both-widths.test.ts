import { expect, it } from 'vitest'
import { drawBothWidths } from './both-widths.ts'
import { sampleSeries } from './monthly-series/monthly-series.sample.ts'
import { monthlySeriesChart } from './monthly-series/monthly-series-chart.ts'

it('drawBothWidths gives a phone and a page a drawing each, with no id twice', () => {
  const { html, svg } = drawBothWidths(monthlySeriesChart, sampleSeries())
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(html).toContain('viewBox="0 0 360 ')
  expect(svg).toContain('viewBox="0 0 720 ')
})
