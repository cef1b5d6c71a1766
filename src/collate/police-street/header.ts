import { closeSync, openSync, readSync } from 'node:fs'
import { Refusal } from '../../vocabulary/refusal.ts'
import { POLICE_STREET_COLUMNS } from './layout.ts'

/** The first line of a plain file, without a byte-order mark; as much of it as the first 8 KB hold. */
export function firstLine(path: string): string {
  const start = Buffer.alloc(8192)
  const file = openSync(path, 'r')
  const length = readSync(file, start, 0, start.length, 0)
  closeSync(file)
  return start
    .toString('utf8', 0, length)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/, 1)[0]!
}

const OTHER_SEPARATORS = [
  ['\t', 'tabs'],
  [';', 'semicolons'],
] as const

const columnsOf = (line: string) => line.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'))

/** Does this header belong to a street-level file, or to something that was meant to be one? */
export const looksLikePoliceStreet = (line: string) => {
  const columns = new Set(columnsOf(line))
  return POLICE_STREET_COLUMNS.filter((column) => columns.has(column)).length >= 6 && !columns.has('Outcome type')
}

/** @throws Refusal unless the header is the police's twelve columns in their order */
export function checkHeader(label: string, line: string): void {
  const columns = columnsOf(line)
  const separator = OTHER_SEPARATORS.find(([mark]) => columns.length === 1 && line.split(mark).length > 2)?.[1]
  if (separator)
    throw new Refusal(
      `${label}, line 1: expected twelve columns separated by commas, found them separated by ${separator}. Nothing was imported. In the program that made it, save as "CSV UTF-8 (comma delimited)".`,
    )
  const missing = POLICE_STREET_COLUMNS.filter((column) => !columns.includes(column))
  const unknown = columns.filter((column) => !(POLICE_STREET_COLUMNS as readonly string[]).includes(column))
  const say = (found: string) => {
    throw new Refusal(
      `${label}, line 1: expected the twelve columns of a police street file (${POLICE_STREET_COLUMNS.join(',')}); ${found}. Nothing was imported. Give the file as the police published it.`,
    )
  }
  const named = (columns: string[]) => columns.map((column) => `"${column.slice(0, 40)}"`).join(', ')
  if (missing.length > 0 && unknown.length > 0) say(`found ${named(unknown)} and no ${named(missing)}`)
  if (missing.length > 0) say(`found no ${named(missing)}`)
  if (unknown.length > 0) say(`found also ${named(unknown)}, which it does not have`)
  if (columns.join() !== POLICE_STREET_COLUMNS.join()) say('found them in another order')
}
