import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { POLICE_STREET_COLUMNS, POLICE_STREET_HEADER } from './layout.ts'
import { masked } from './masked.ts'
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
  const rejected = createWriteStream(rejectedCsv, { mode: 0o600 })
  rejected.write('line,column,expected,found\n')
  const reject = (line: number, column: string, expected: string, found: string) => {
    const reason = `${column}: expected ${expected}`
    result.byReason[reason] = (result.byReason[reason] ?? 0) + 1
    result.first ??= { line, column, expected, found }
    rejected.write(`${line},${cell(column)},${cell(expected)},${cell(found)}\n`)
  }
  const judge = new Transform({
    writableObjectMode: true,
    transform({ record, info }: { record: string[]; info: { lines: number } }, _encoding, done) {
      result.read++
      const problem = problemOf(record)
      if (problem) reject(info.lines, ...problem)
      done(null, problem ? undefined : `${record.map(cell).join(',')}\n`)
    },
  })
  const good = createWriteStream(goodCsv, { mode: 0o600 })
  good.write(`${POLICE_STREET_HEADER}\n`)
  const reader = parse({
    bom: true,
    from_line: 2,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    max_record_size: 1 << 20,
  })
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), reader, judge, good)
  rejected.end()
  await once(rejected, 'close')
  return result
}

function problemOf(record: string[]): [column: string, expected: string, found: string] | undefined {
  if (record.length !== POLICE_STREET_COLUMNS.length)
    return ['row', `${POLICE_STREET_COLUMNS.length} fields`, `${record.length} fields`]
  const row = Object.fromEntries(POLICE_STREET_COLUMNS.map((column, i) => [column, record[i]!])) as StreetRow
  const broken = RULES.find((rule) => !rule.holds(row))
  return broken && [broken.column, broken.expected, row[broken.column] === '' ? 'nothing' : masked(row[broken.column])]
}
