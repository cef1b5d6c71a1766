import type { Delivery } from '../../platform/evidence/catalogue.ts'
import type { Month } from '../../vocabulary/period/month.ts'
import { monthsInWords } from '../../vocabulary/period/words.ts'
import type { MonthDifference } from '../police-street/difference.ts'
import { publisherOfForce } from '../police-street/file-name.ts'

/** What one file's months did to the months that were used before. */
export interface SupersededMonth extends MonthDifference {
  publisher: string
  /** the delivery that was used before */
  delivery: string
}

export type FileStatus =
  | 'imported'
  | 'already held'
  | 'older than what is held'
  | 'extract of what is held'
  | 'passed over'

/** What became of one file of an import. */
export interface FileReport {
  file: string
  status: FileStatus
  delivery?: string
  feed?: string
  publishers?: string[]
  period?: { from: string; to: string; months: number }
  read: number
  accepted: number
  rejected: Record<string, number>
  rejectedFile?: string
  withoutLsoa: number
  repeatedCrimeIds: number
  superseded: { months: SupersededMonth[]; added: number; removed: number; outcomeChanged: number } | null
  warnings: string[]
  seconds: number
}

export interface ImportReport {
  release: string | null
  previousRelease: string | null
  changed: boolean
  files: FileReport[]
  passedOver: string[]
  accepted: number
  rejected: number
  seconds: number
}

export const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

export function supersededOf(months: SupersededMonth[]): FileReport['superseded'] {
  if (months.length === 0) return null
  return {
    months,
    added: sum(months.map(({ added }) => added)),
    removed: sum(months.map(({ removed }) => removed)),
    outcomeChanged: sum(months.map(({ outcomeChanged }) => outcomeChanged)),
  }
}

/**
 * What a person should know of a delivery beyond its numbers.
 *
 * @param unused months of it that the release takes from another delivery
 */
export function warningsOf(delivery: Delivery, firstRejected: string | undefined, unused: Month[]): string[] {
  const { unknownTypes, repeatedCrimeIds, kind, holds } = delivery
  const notOfName = unlikeItsName(delivery)
  return [
    ...(unused.length > 0 && unused.length < holds.length
      ? [`not used, since a better delivery of it is held: ${monthsInWords(unused)}`]
      : []),
    ...(notOfName.length > 0 ? [`its name does not say that it holds ${notOfName.join(' and ')}: check the file`] : []),
    ...(firstRejected ? [`${firstRejected}. The row was not accepted; the others were.`] : []),
    ...(unknownTypes.length > 0
      ? [`types not seen before are counted as crime: ${unknownTypes.map((type) => `"${type}"`).join(', ')}`]
      : []),
    ...(repeatedCrimeIds > 0
      ? [`${repeatedCrimeIds} rows repeat a Crime ID of their month: kept, since the police publish them so`]
      : []),
    ...(kind === 'extract'
      ? [
          'its name is not one the police give (YYYY-MM-force-street.csv), so it is taken as an extract: a whole-force file of the same month is used before it',
        ]
      : []),
  ]
}

/** Months and forces in a file whose name speaks of others: a slip in making it, which would take the place of whole months. */
function unlikeItsName({ kind, name, holds, forces }: Delivery): string[] {
  if (kind !== 'street') return []
  const months = [...new Set(holds.map(({ month }) => month))].filter((month) => !name.startsWith(month)).sort()
  const others = forces.filter((force) => publisherOfForce(force) !== holds[0]!.publisher)
  return [...(months.length > 0 ? [monthsInWords(months)] : []), ...others.map((force) => `rows of ${force}`)]
}

export function periodOf({ holds }: Delivery): FileReport['period'] {
  const months = [...new Set(holds.map(({ month }) => month))].sort()
  return { from: months[0]!, to: months.at(-1)!, months: months.length }
}

/** One line a file, for people. */
export function reportLine({ file, status, period, accepted, rejected, superseded, withoutLsoa }: FileReport): string {
  const refused = sum(Object.values(rejected))
  if (status === 'passed over') return `${file}: passed over, no feed reads this layout`
  if (status === 'already held') return `${file}: already held, nothing changed`
  const months =
    period!.from === period!.to
      ? monthsInWords([period!.from])
      : `${monthsInWords([period!.from])} to ${monthsInWords([period!.to])}`
  const parts = [
    `${file}: ${status === 'imported' ? '' : `${status}, stored and not used: `}${months}, ${accepted.toLocaleString('en-GB')} rows`,
    `${withoutLsoa.toLocaleString('en-GB')} without an LSOA`,
    ...(refused > 0 ? [`${refused.toLocaleString('en-GB')} rejected`] : []),
    ...(superseded
      ? [
          `supersedes ${superseded.months.length} ${superseded.months.length === 1 ? 'month' : 'months'} (${superseded.added} rows added, ${superseded.removed} removed, ${superseded.outcomeChanged} outcomes changed)`,
        ]
      : []),
  ]
  return parts.join('; ')
}
