import { isMonth, type Month } from '../../vocabulary/period/month.ts'

/**
 * The newest month of an archive laid out as the police publish them, `YYYY-MM/YYYY-MM-force-street.csv`; undefined
 * where files do not lie in folders named by month, since then nothing says that they came together.
 */
export function latestMonthOf(paths: string[]): Month | undefined {
  return paths
    .map((path) => path.split(/[\\/]/).at(-2) ?? '')
    .filter((name) => isMonth(name))
    .sort()
    .at(-1)
}
