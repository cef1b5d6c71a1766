import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The tables of facts beside this file, in the order they are hashed. Each says its publisher, date and licence at its head. */
export const AREA_TABLES = [
  'districts.tsv',
  'forces.tsv',
  'partnerships.tsv',
  'populations.tsv',
  'successions.tsv',
] as const

const texts = new Map(AREA_TABLES.map((name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')]))

/**
 * The rows of a table by its column names. Cells are split at tabs, so that `Bristol, City of` needs no quotes; lines
 * that start with `#` are the source note.
 */
export function tableOf(name: (typeof AREA_TABLES)[number]): Record<string, string>[] {
  const [header, ...lines] = texts
    .get(name)!
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const columns = header!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

/** SHA-256 of the tables, line ends apart: an evidence release names it, since changing a table may change a figure. */
export const areaTableHash = AREA_TABLES.reduce(
  (hash, name) => hash.update(`${name}\n${texts.get(name)!.replaceAll('\r', '')}\0`),
  createHash('sha256'),
).digest('hex')

/** Which year's districts the codes are: districts have changed in most years since 2019. */
export const areaVintage = '2025'
