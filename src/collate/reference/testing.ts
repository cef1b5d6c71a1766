import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { hasSharedData, sharedData, whySkipped } from '../../../test/support/shared-data.ts'
import { openDuckDb } from '../../platform/evidence/duckdb.ts'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { prepareReference } from './prepare-reference.ts'
import type { PreparedReference } from './prepared-reference.ts'

export const sharedFile = sharedData
export const hasShared = hasSharedData()
export const whyNot = whySkipped()

const made: string[] = []

/** A new empty folder, removed when the test file ends. */
export function stagingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tapestry-reference-'))
  made.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Writes a made-up file and prepares it. */
export async function prepareText(name: string, content: string | Buffer, options?: { year?: number }) {
  const folder = stagingFolder()
  const path = join(folder, name)
  writeFileSync(path, content)
  return prepareReference(path, folder, options)
}

/** What a made-up file is refused with. */
export async function refusalOf(name: string, content: string | Buffer): Promise<string> {
  try {
    await prepareText(name, content)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  throw new Error(`${name} was not refused: ${messageOf(content)}`)
}

/** Rows of a prepared Parquet file, whole numbers as numbers. `where` and `what` are SQL. */
export async function rowsOf(
  prepared: PreparedReference,
  what = '*',
  where = 'true',
): Promise<Record<string, unknown>[]> {
  const db = await openDuckDb(tmpdir())
  try {
    const rows = await db.rows<Record<string, unknown>>(`select ${what} from '${prepared.file}' where ${where}`)
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, v]) => [key, typeof v === 'bigint' ? Number(v) : v])),
    )
  } finally {
    db.close()
  }
}
