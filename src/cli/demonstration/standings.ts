import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PUBLISHED_TOTALS } from '../../../demo/published-figures.ts'
import type { StandingOf } from '../../assess/index.ts'
import { yearEnding } from '../../vocabulary/period/month.ts'

/** In a demonstration, how a count stands to what the source strategy printed; elsewhere nothing is known. */
export const demonstrationStandings = (dataFolder: string): StandingOf =>
  isDemonstration(dataFolder)
    ? (reference) =>
        PUBLISHED_TOTALS.filter(
          ({ area, type, yearEnding: to }) =>
            reference.measure === 'recorded-offences/1' &&
            area === reference.area.code &&
            type === reference.subject &&
            yearEnding(to).from === reference.period.from &&
            to === reference.period.to,
        ).map(({ standing, citation }) => `${standing[0]!.toUpperCase()}${standing.slice(1)} (${citation})`)[0]
    : () => undefined

export function isDemonstration(dataFolder: string): boolean {
  const marker = join(dataFolder, 'folder.json')
  return existsSync(marker) && JSON.parse(readFileSync(marker, 'utf8')).kind === 'demonstration'
}
