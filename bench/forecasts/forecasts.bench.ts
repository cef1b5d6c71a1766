import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { districtSeries } from './district-series.ts'
import { scoreMethods } from './score-methods.ts'

const HOLDOUT = join(
  process.env.TAPESTRY_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'oracles/c_forecast/holdout.json',
)

/**
 * `npm run bench -- forecasts [SERIES [SEED]]`: each way to forecast, the package's own and those of npm libraries, on the
 * series of the reference file and on generated ones.
 */
export function benchForecasts([howMany = '120', seed = '20261125']: string[]): void {
  if (!(Number(howMany) >= 2))
    throw new RangeError(`SERIES is ${howMany}: give how many are to be generated, 2 or more, such as 120.`)
  console.log(`${cpus().length} cores, Node ${process.version}`)
  if (existsSync(HOLDOUT)) {
    const { series } = JSON.parse(readFileSync(HOLDOUT, 'utf8')) as {
      series: Record<string, { y: number[]; source: string }>
    }
    const valuesOf = (source: RegExp) =>
      Object.fromEntries(
        Object.entries(series).flatMap(([name, { y, source: from }]) => (source.test(from) ? [[name, y]] : [])),
      )
    printRows('The reference file’s series', valuesOf(/./))
    printRows('Of these the published ones', valuesOf(/^R datasets/))
  } else console.log(`\nThe reference file’s series: not measured, since ${HOLDOUT} is absent`)
  printRows(`Generated series, seed ${seed}`, districtSeries(Number(howMany), Number(seed)))
}

/** As a table in Markdown, to be carried into a page as it is. */
function printRows(title: string, series: Record<string, number[]>) {
  const rows = scoreMethods(series)
  const line = (cells: unknown[]) => `| ${cells.join(' | ')} |`
  const heads = Object.keys(rows[0]!)
  const table = [
    line(heads),
    line(heads.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(Object.values(row))),
  ]
  console.log(`\n${title}: ${Object.keys(series).length} series × 3 origins\n\n${table.join('\n')}`)
}
