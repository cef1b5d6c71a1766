import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { oracles } from '../oracles.ts'
import { printTable } from '../print-table.ts'
import { districtSeries } from './district-series.ts'
import { scoreMethods } from './score-methods.ts'

/**
 * `npm run bench -- forecasts [SERIES [SEED]]`: each way to forecast, the package's own and those of npm libraries, on the
 * series of the reference file and on generated ones.
 */
export function benchForecasts([howMany = '120', seed = '20261125']: string[]): void {
  if (!(Number(howMany) >= 2))
    throw new RangeError(`SERIES is ${howMany}: give how many are to be generated, 2 or more, such as 120.`)
  console.log(`${cpus().length} cores, Node ${process.version}`)
  const holdout = oracles('c_forecast/holdout.json')
  if (holdout) {
    const { series } = JSON.parse(readFileSync(holdout, 'utf8')) as {
      series: Record<string, { y: number[]; source: string }>
    }
    const valuesOf = (source: RegExp) =>
      Object.fromEntries(
        Object.entries(series).flatMap(([name, { y, source: from }]) => (source.test(from) ? [[name, y]] : [])),
      )
    printRows('The reference file’s series', valuesOf(/./))
    printRows('Of these the published ones', valuesOf(/^R datasets/))
  }
  printRows(`Generated series, seed ${seed}`, districtSeries(Number(howMany), Number(seed)))
}

function printRows(title: string, series: Record<string, number[]>) {
  console.log(`\n${title}: ${Object.keys(series).length} series × 3 origins\n`)
  printTable(scoreMethods(series))
}
