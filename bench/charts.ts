import { changeChart } from '../src/platform/design-system/charts/change-chart/change-chart.ts'
import { sampleChanges } from '../src/platform/design-system/charts/change-chart/issue-changes.sample.ts'
import { sampleRates } from '../src/platform/design-system/charts/interval-chart/area-rates.sample.ts'
import { intervalChart } from '../src/platform/design-system/charts/interval-chart/interval-chart.ts'
import { sampleSeries } from '../src/platform/design-system/charts/monthly-series/monthly-series.sample.ts'
import { monthlySeriesChart } from '../src/platform/design-system/charts/monthly-series/monthly-series-chart.ts'
import { sampleVolumes } from '../src/platform/design-system/charts/share-bars/issue-volumes.sample.ts'
import { shareBars } from '../src/platform/design-system/charts/share-bars/share-bars.ts'
import { sparkline } from '../src/platform/design-system/charts/sparkline/sparkline.ts'
import { sampleMap } from '../src/platform/design-system/maps/choropleth.sample.ts'
import { choropleth } from '../src/platform/design-system/maps/choropleth.ts'

const WARM = 20
const TIMES = 60
/** The design's aim for one chart on the server, in milliseconds. */
const AIM = 6

const map = sampleMap()
const months = sampleSeries().months.map(({ value }) => value)
const drawings: Record<string, () => { svg: string }> = {
  monthlySeriesChart: () => monthlySeriesChart(sampleSeries()),
  intervalChart: () => intervalChart(sampleRates()),
  shareBars: () => shareBars(sampleVolumes()),
  changeChart: () => changeChart(sampleChanges()),
  'choropleth of 5,000 vertices': () => choropleth(map),
  sparkline: () => ({ svg: sparkline(months) }),
}

/** Median milliseconds and kilobytes of each drawing, the data being made outside the map's time only. */
export function benchCharts() {
  return Object.entries(drawings).map(([name, draw]) => {
    for (let i = 0; i < WARM; i++) draw()
    const times = Array.from({ length: TIMES }, () => {
      const start = performance.now()
      draw()
      return performance.now() - start
    }).sort((a, b) => a - b)
    return { name, milliseconds: times[TIMES / 2]!, slowest: times.at(-1)!, kilobytes: draw().svg.length / 1000 }
  })
}

if (import.meta.main)
  for (const { name, milliseconds, slowest, kilobytes } of benchCharts())
    console.log(
      `${name.padEnd(30)} median ${milliseconds.toFixed(2).padStart(6)} ms, slowest ${slowest.toFixed(1).padStart(6)} ms, ` +
        `${kilobytes.toFixed(1).padStart(6)} kB, ${(milliseconds / AIM).toFixed(2)} of the ${AIM} ms aim`,
    )
