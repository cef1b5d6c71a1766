import { open } from 'node:fs/promises'
import { POLICE_STREET_COLUMNS, POLICE_STREET_HEADER } from './layout.ts'
import { masked } from './masked.ts'
import { type CsvRecord, readRecords } from './read-records.ts'
import { RULES, type StreetRow } from './rules.ts'

/** Why rows of a file were not accepted. */
export interface SetAside {
  read: number
  /** how many by reason, in words */
  byReason: Record<string, number>
  first?: { line: number; column: string; expected: string; found: string }
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * Goes through a file that holds bad rows, line by line: good rows are written to `goodCsv`, and of each bad one the
 * line, column, reason and masked value to `rejectedCsv`. Slower than the scan that finds out whether there are any, so it
 * runs only then.
 */
export async function setAsideBadRows(path: string, goodCsv: string, rejectedCsv: string): Promise<SetAside> {
  const result: SetAside = { read: 0, byReason: {} }
  const good = await open(goodCsv, 'w', 0o600)
  const rejected = await open(rejectedCsv, 'w', 0o600)
  try {
    await good.write(`${POLICE_STREET_HEADER}\n`)
    await rejected.write('line,column,expected,found\n')
    for await (const records of readRecords(path, POLICE_STREET_COLUMNS.length)) {
      const lines = { good: '', rejected: '' }
      for (const record of records) {
        result.read++
        const problem = problemOf(record)
        if (!problem) lines.good += `${record.fields.map(cell).join(',')}\n`
        else lines.rejected += reject(result, record.line, ...problem)
      }
      if (lines.good !== '') await good.appendFile(lines.good)
      if (lines.rejected !== '') await rejected.appendFile(lines.rejected)
    }
  } finally {
    await good.close()
    await rejected.close()
  }
  return result
}

function reject(result: SetAside, line: number, column: string, expected: string, found: string): string {
  const reason = `${column}: expected ${expected}`
  result.byReason[reason] = (result.byReason[reason] ?? 0) + 1
  result.first ??= { line, column, expected, found }
  return `${line},${cell(column)},${cell(expected)},${cell(found)}\n`
}

function problemOf({ fields, problem }: CsvRecord): [column: string, expected: string, found: string] | undefined {
  if (problem) return ['row', 'quotation marks around whole fields, each closed', problem]
  if (fields.length !== POLICE_STREET_COLUMNS.length)
    return ['row', `${POLICE_STREET_COLUMNS.length} fields`, `${fields.length} fields`]
  const row = Object.fromEntries(POLICE_STREET_COLUMNS.map((column, i) => [column, fields[i]!])) as StreetRow
  const broken = RULES.find((rule) => !rule.holds(row))
  return broken && [broken.column, broken.expected, row[broken.column] === '' ? 'nothing' : masked(row[broken.column])]
}
