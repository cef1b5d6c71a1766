import { type DuckDb, literal } from '../../platform/evidence/duckdb.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { checkOf } from './checks.ts'
import { counted } from './counted.ts'
import type { RecognisedTable } from './find-header.ts'
import type { PlainSource } from './unpack-source.ts'

/** The file as SQL: every cell a text, the columns those of the header. */
function csvSql({ path, encoding }: PlainSource, { header, skip }: RecognisedTable): string {
  const columns = header.map((heading) => `${literal(heading)}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${skip}, columns = {${columns}},
    delim = ',', quote = '"', escape = '"', encoding = '${encoding}', strict_mode = true, max_line_size = 1048576)`
}

/** The normal columns, each made from the file's. */
function normalSql({ reading }: RecognisedTable, from: string, also = ''): string {
  const columns = Object.entries(reading.columns).map(([name, sql]) => `${sql} as ${name}`)
  return `select ${[...columns, also].filter(Boolean).join(', ')} from ${from}`
}

/**
 * Reads the file into the table `given`, in normal columns, and checks every value.
 *
 * @returns what was left out, in words
 * @throws Refusal naming the row, the column, what was expected and what was found
 */
export async function readTable(db: DuckDb, source: PlainSource, table: RecognisedTable): Promise<string[]> {
  const { reading } = table
  await db.run(`create view source as select * from ${csvSql(source, table)}`)
  const from = reading.from ?? 'source'
  await db.run(`create table given as ${normalSql(table, from)}`).catch((error) => refuseCsv(source, table, error))
  const leftOut = await leaveOut(db, reading.keep)
  await check(db, source, table, from)
  return leftOut
}

async function leaveOut(db: DuckDb, keep: RecognisedTable['reading']['keep']): Promise<string[]> {
  if (!keep) return []
  const [found] = await db.rows<{ n: bigint }>(
    `select count(*) as n from given where not coalesce(${keep.where}, false)`,
  )
  if (Number(found!.n) === 0) return []
  await db.run(`delete from given where not coalesce(${keep.where}, false)`)
  return [`${Number(found!.n).toLocaleString('en-GB')} ${keep.others}`]
}

async function check(db: DuckDb, source: PlainSource, table: RecognisedTable, from: string): Promise<void> {
  const { reading } = table
  const checks = Object.keys(reading.columns).map((column) => ({
    column,
    ...checkOf(column, reading.optional?.includes(column) ?? false),
  }))
  const counts = checks.map(({ column, good }) => `count(*) filter (where not (${good})) as ${column}`)
  const [totals] = await db.rows<Record<string, bigint>>(
    `select count(*) as total_rows, ${counts.join(', ')} from given`,
  )
  if (Number(totals!.total_rows) === 0)
    throw new Refusal(`${source.label} has a header and no rows for England or Wales: download it again.`)
  const bad = checks.find(({ column }) => Number(totals![column]) > 0)
  if (!bad) return
  // Only now are rows numbered: numbering keeps the reader to one thread.
  await db.run('set preserve_insertion_order = true')
  const numbered = reading.from ? from : '(select *, row_number() over () as file_row from source)'
  const place = reading.from ? '' : 'file_row'
  const raw = `select * from (${normalSql(table, numbered, place)}) where not (${bad.good})${
    reading.keep ? ` and coalesce(${reading.keep.where}, false)` : ''
  } ${place ? 'order by file_row' : ''} limit 1`
  const [first] = await db.rows<Record<string, unknown>>(raw)
  const where = first?.file_row === undefined ? 'One row' : `Line ${Number(first.file_row) + table.skip}`
  const value = first?.[bad.column]
  throw new Refusal(
    `${source.label}, ${where.toLowerCase()}: expected ${bad.expected} as ${bad.column}, found ${
      value === null || value === undefined ? 'none' : `"${String(value).slice(0, 40)}"`
    } (${counted(Number(totals![bad.column]), 'such row', 'such rows')}). Nothing was kept: correct or download the file again.`,
  )
}

/** DuckDB's account of a broken CSV holds the line itself; the person gets its number and what was wrong. */
function refuseCsv({ label }: PlainSource, { header }: RecognisedTable, error: unknown): never {
  const text = error instanceof Error ? error.message : String(error)
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1]
  const found = /Expected Number of Columns: \d+ Found: (\d+)/.exec(text)?.[1]
  if (!line && !/CSV|Invalid Input/i.test(text)) throw error
  const problem = found
    ? `expected ${header.length} cells, found ${found}`
    : /quote/i.test(text)
      ? 'a quoted cell is not closed'
      : /Maximum line size/i.test(text)
        ? 'the line is longer than 1 MB'
        : 'the line is not CSV'
  throw new Refusal(
    `${label}, ${line ? `line ${line}` : 'somewhere'}: ${problem}. It may be cut short: download it again.`,
  )
}

/** The file's own edition, where only its rows say it: `202502` is 2025-02. */
export async function editionOf(db: DuckDb, edition: string | undefined): Promise<string | undefined> {
  if (!edition) return undefined
  const [row] = await db.rows<{ edition: string | null }>(`select ${edition} as edition from source`)
  const found = /^(\d{4})(\d{2})$/.exec(row?.edition ?? '')
  return found ? `${found[1]}-${found[2]}` : undefined
}
