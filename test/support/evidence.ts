import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CountRow, countEvidence } from '../../src/collate/count/count-evidence.ts'
import { countRequest } from '../../src/collate/count/count-request.ts'
import { OPEN, openEvidence } from '../../src/collate/evidence/open-evidence.ts'
import { type ImportOptions, importEvidence } from '../../src/collate/import/import-evidence.ts'
import type { StreetRow } from '../../src/collate/police-street/rules.ts'
import { readCatalogue } from '../../src/platform/evidence/catalogue.ts'
import { openDuckDb } from '../../src/platform/evidence/duckdb.ts'
import { evidenceFolder } from '../../src/platform/evidence/evidence-folder.ts'
import { Refusal } from '../../src/vocabulary/refusal.ts'
import { csvOf, writeFile } from './police-files.ts'

let clock = 0
/** A later moment at every call: imports of one test come one after another. */
const nextMoment = () => new Date(Date.UTC(2026, 0, 1) + 1000 * ++clock).toISOString()

export type GiveOptions = Partial<Omit<ImportOptions, 'paths' | 'dataFolder'>>

/** A data folder of its own, a folder beside it for partner files, and short words for what tests do with them. */
export function trialFolder() {
  const base = mkdtempSync(join(tmpdir(), 'tapestry-evidence-'))
  const dataFolder = join(base, 'data')
  const folder = evidenceFolder(dataFolder)
  const file = (name: string) => join(base, 'given', name)
  return {
    base,
    dataFolder,
    folder,
    file,
    catalogue: () => readCatalogue(folder),
    /** writes a file of rows, or of a text as it is */
    write: (name: string, content: StreetRow[] | string | Buffer) =>
      writeFile(file(name), Array.isArray(content) ? csvOf(content) : content),
    give: (paths: string | string[], options: GiveOptions = {}) =>
      importEvidence({ dataFolder, paths: [paths].flat(), now: nextMoment(), ...options }),
    count: (by: string, where: string[] = [], from?: string, to?: string) => countOf(dataFolder, by, where, from, to),
    total: async (...where: string[]) => {
      const [row] = await countOf(dataFolder, 'feed', where)
      return row?.count ?? 0
    },
    /** what the stored rows of a delivery say, of all of them together unless `what` groups */
    rowsOf: async (delivery: string, what: string) => {
      const duckdb = await openDuckDb(tmpdir())
      try {
        return await duckdb.rows<Record<string, unknown>>(
          `select ${what} from read_parquet('${join(folder.deliveries, delivery, 'rows.parquet')}') group by all`,
        )
      } finally {
        duckdb.close()
      }
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  }
}
export type Trial = ReturnType<typeof trialFolder>

async function countOf(dataFolder: string, by: string, where: string[], from?: string, to?: string) {
  const store = openEvidence(dataFolder)
  try {
    const { rows } = await countEvidence(await store.read(OPEN), countRequest(by, where, from, to))
    const all: CountRow[] = []
    for await (const block of rows()) all.push(...block)
    return all
  } finally {
    store.close()
  }
}

/** The one line something is refused with; an error that is not a refusal is a fault, and is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.message.includes('\n')) throw new Error(`the refusal has more than one line: ${error.message}`)
    return error.message
  }
  throw new Error('it was not refused')
}
