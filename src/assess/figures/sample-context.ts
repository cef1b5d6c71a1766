import { monthsOf, type Period } from '../../vocabulary/period/month.ts'
import type { FigureContext } from './context.ts'
import { countTable } from './count-table.ts'

type Cell = { district: string; type: string; month: string; count: number }

/** A figure context over made-up counts, for tests: `count` gives each district, type and month its number. */
export function sampleContext({
  held,
  districts = ['E07000107', 'E07000109'],
  types = ['Burglary', 'Anti-social behaviour'],
  count,
  ...rest
}: Partial<FigureContext> & {
  held: Period[]
  districts?: string[]
  types?: string[]
  count: (district: string, type: string, month: string) => number
}): FigureContext {
  const months = held.flatMap(monthsOf)
  const cells: Cell[] = districts.flatMap((district) =>
    types.flatMap((type) => months.map((month) => ({ district, type, month, count: count(district, type, month) }))),
  )
  return {
    release: 'a'.repeat(64),
    table: countTable(cells, 'kent', districts, new Set(months)),
    synthetic: false,
    populationOf: () => ({ residents: 100_000, year: 2021, kind: 'Census 2021' }),
    breaksFor: () => [],
    standingOf: () => undefined,
    ...rest,
  }
}
