import { join } from 'node:path'
import type { DuckDb } from '../../platform/evidence/duckdb.ts'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { brokenCountSql, convertSql } from './read.ts'
import { type SetAside, setAsideBadRows } from './set-aside.ts'

/** A file as Parquet in a folder of its own, and what was set aside on the way. */
export interface Converted {
  parquet: string
  rejectedCsv?: string
  setAside?: SetAside
}

/**
 * Writes a plain file's rows as Parquet. One scan converts and judges; only when it meets a bad row is the file gone
 * through again line by line to say which and why.
 *
 * @throws Refusal when most of the rows are bad: then the file is not what it says it is
 */
export async function convert(duckdb: DuckDb, label: string, file: string, folder: string): Promise<Converted> {
  const parquet = join(folder, 'rows.parquet')
  const broken = await brokenRows(duckdb, file, parquet)
  if (broken === 0) return { parquet }
  const goodCsv = join(folder, 'good.csv')
  const rejectedCsv = join(folder, 'rejected.csv')
  const setAside = await setAsideBadRows(file, goodCsv, rejectedCsv)
  const rejected = Object.values(setAside.byReason).reduce((a, b) => a + b, 0)
  if (rejected * 2 > setAside.read) refuse(label, setAside, rejected)
  if ((await brokenRows(duckdb, goodCsv, parquet)) !== 0)
    throw new Error(`${label}: rows passed the rules line by line but not in the scan`)
  return { parquet, setAside, ...(rejected > 0 && { rejectedCsv }) }
}

function refuse(label: string, { read, first }: SetAside, rejected: number): never {
  const { line, column, expected, found } = first!
  throw new Refusal(
    `${label}, line ${line}, ${column}: expected ${expected}, found ${found}. ${rejected} of ${read} rows are bad, so the whole file is refused and nothing was imported. Correct the file and import again.`,
  )
}

/** DuckDB's words for a file it cannot read as twelve fields; anything else (a full disk, too little memory) is not the file's fault. */
const CSV_FAULT = /^Invalid Input Error: .*CSV/i

/** How much breaks a rule, 0 for a clean file; undefined when the file has rows that cannot be read as twelve fields. */
async function brokenRows(duckdb: DuckDb, csv: string, parquet: string): Promise<number | undefined> {
  try {
    await duckdb.run(convertSql(csv, parquet))
  } catch (error) {
    if (!CSV_FAULT.test(messageOf(error))) throw error
    return undefined
  }
  const [row] = await duckdb.rows<{ broken: number }>(brokenCountSql(parquet))
  return row!.broken
}
