import { isSynthetic } from '../collate/evidence/synthetic.ts'
import { evidenceStatus as statusOf } from '../collate/status/evidence-status.ts'
import { currentRelease, readCatalogue, shortRelease } from '../platform/evidence/catalogue.ts'
import { evidenceFolder } from '../platform/evidence/evidence-folder.ts'
import { addMonths, type Month } from '../vocabulary/period/month.ts'
import { monthsInWords } from '../vocabulary/period/words.ts'
import { command, printJson, resolveDataFolder, tell, withJson } from './options.ts'

export const evidenceStatus = () =>
  withJson(command('status', 'releases, feeds, a calendar of what is held, and its quality')).action(
    async (options: { data?: string; json?: boolean }) => {
      const catalogue = readCatalogue(evidenceFolder(resolveDataFolder(options.data)))
      const status = statusOf(catalogue)
      const synthetic = isSynthetic(catalogue, currentRelease(catalogue))
      if (options.json) return printJson({ synthetic, ...status })
      if (!status.release)
        return tell('Nothing has been imported yet: run `tapestry evidence import` with the police files.')
      tell(
        `Evidence release ${shortRelease(status.release.id)}, made ${status.release.at}; ${status.releases.length} in all.`,
      )
      if (synthetic) tell('Synthetic: made up for a demonstration.')
      for (const { feed, publisher, delivered, missing, rows, withoutLsoa, quality } of status.publishers) {
        tell()
        tell(
          `${feed}, ${publisher}: ${rows.toLocaleString('en-GB')} rows, ${withoutLsoa.toLocaleString('en-GB')} without an LSOA, quality ${quality.grade}`,
        )
        for (const line of calendar(delivered)) tell(`  ${line}`)
        if (missing.length > 0) tell(`  missing: ${monthsInWords(missing)}`)
      }
      if (status.references.length > 0) tell()
      for (const { title, covers, rows } of status.references)
        tell(`${title} (${covers}): ${rows.toLocaleString('en-GB')} rows`)
    },
  )

/** A line a year: the month's letter where it is held, a point where it is not. */
function calendar(delivered: Month[]): string[] {
  const held = new Set(delivered)
  const years = [...new Set(delivered.map((month) => month.slice(0, 4)))]
  const first = Number(years[0])
  return Array.from({ length: Number(years.at(-1)) - first + 1 }, (_, i) => {
    const january = `${first + i}-01`
    const letters = [...'JFMAMJJASOND'].map((letter, m) => (held.has(addMonths(january, m)) ? letter : '.'))
    return `${first + i} ${letters.join('')}`
  })
}
