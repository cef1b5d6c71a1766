import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { OPEN, openEvidence } from '../../collate/index.ts'
import { type DataFolder, runningServer } from '../../platform/data-folder/index.ts'
import { openRecords } from '../../platform/database/index.ts'
import { readCatalogue, shortRelease } from '../../platform/evidence/catalogue.ts'
import { evidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { messageOf } from '../../vocabulary/refusal.ts'

/** One thing looked at: sound or not, and what was found. */
export interface Check {
  check: string
  ok: boolean
  found: string
}

/** Looks at everything a data folder stands on. A check that fails does not keep the next from being made. */
export async function checkFolder(folder: DataFolder): Promise<Check[]> {
  return [
    { check: 'Node', ok: true, found: process.version },
    { check: 'Data folder', ok: true, found: `${folder.path}, ${folder.kind}` },
    await checked('Server', async () => serverFound(folder.path)),
    await checked('Records', () => recordsFound(folder)),
    await checked('Evidence', () => evidenceFound(folder.path)),
  ]
}

async function checked(check: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { check, ok: true, found: await look() }
  } catch (error) {
    return { check, ok: false, found: messageOf(error) }
  }
}

function serverFound(path: string): string {
  const server = runningServer(path)
  return server ? `running, process ${server.pid}` : 'not running'
}

async function recordsFound(folder: DataFolder): Promise<string> {
  const records = await openRecords(folder)
  try {
    if (!(await records.ready())) throw new Error('does not answer')
    return `${records.description}; business time ${(await records.businessNow()).toISOString()}`
  } finally {
    await records.stop()
  }
}

/** Every delivery of the catalogue is there, and the release can be read and adds up to what was accepted. */
async function evidenceFound(path: string): Promise<string> {
  const folder = evidenceFolder(path)
  const catalogue = readCatalogue(folder)
  if (!catalogue.current) return 'nothing imported yet'
  const lost = catalogue.deliveries.filter(({ id }) => !existsSync(join(folder.deliveries, id, 'rows.parquet')))
  if (lost.length > 0)
    throw new Error(
      `${lost.length} deliveries are missing from ${folder.deliveries}, the first ${lost[0]!.name}: restore them from a backup`,
    )
  const store = openEvidence(path)
  try {
    const evidence = await store.read(OPEN)
    const [row] = await evidence.rows<{ n: number }>('select coalesce(sum(n), 0)::integer as n from offence_count')
    const admitted = evidence.release!.admissions.flatMap(({ delivery, publisher, months }) =>
      catalogue.deliveries
        .find(({ id }) => id === delivery)!
        .holds.filter((holding) => holding.publisher === publisher && months.includes(holding.month)),
    )
    const expected = admitted.reduce((sum, { rows }) => sum + rows, 0)
    if (row!.n !== expected)
      throw new Error(
        `the release counts ${row!.n} rows and its deliveries hold ${expected}: delete ${folder.projections} and try again`,
      )
    return `release ${shortRelease(catalogue.current)}, ${catalogue.deliveries.length} deliveries, ${expected.toLocaleString('en-GB')} rows`
  } finally {
    store.close()
  }
}
