import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { OPEN, openEvidence } from '../collate/index.ts'
import { openDataFolder, runningServer } from '../platform/data-folder/index.ts'
import { openRecords } from '../platform/database/index.ts'
import { readCatalogue, shortRelease } from '../platform/evidence/catalogue.ts'
import { evidenceFolder } from '../platform/evidence/evidence-folder.ts'
import { messageOf, Refusal } from '../vocabulary/refusal.ts'
import { command, printJson, resolveDataFolder, withJson } from './options.ts'

interface Check {
  check: string
  ok: boolean
  found: string
}

export const doctor = () =>
  withJson(command('doctor', 'check that the data folder, the records and the evidence are sound')).action(
    async (options: { data?: string; json?: boolean }) => {
      const path = resolveDataFolder(options.data)
      if (!existsSync(path))
        throw new Refusal(`There is no data folder ${path}: \`tapestry start\` makes one, or name another with --data.`)
      const folder = openDataFolder(path)
      const checks: Check[] = [
        { check: 'Node', ok: true, found: process.version },
        { check: 'Data folder', ok: true, found: `${path}, ${folder.kind}` },
        await checked('Server', async () => {
          const server = runningServer(path)
          return server ? `running, process ${server.pid}` : 'not running'
        }),
        await checked('Records', async () => {
          const records = await openRecords(folder)
          try {
            if (!(await records.ready())) throw new Error('does not answer')
            return `${records.description}; business time ${(await records.businessNow()).toISOString()}`
          } finally {
            await records.stop()
          }
        }),
        await checked('Evidence', () => evidenceFound(path)),
      ]
      if (options.json) await printJson({ ok: checks.every(({ ok }) => ok), checks })
      else for (const { check, ok, found } of checks) console.log(`${ok ? 'ok  ' : 'FAIL'} ${check}: ${found}`)
      if (checks.some(({ ok }) => !ok)) process.exitCode = 1
    },
  )

async function checked(check: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { check, ok: true, found: await look() }
  } catch (error) {
    return { check, ok: false, found: messageOf(error) }
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
