import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileRefusal } from '../../platform/data-folder/explain-file-error.ts'
import { whileHolding } from '../../platform/data-folder/wait-for-hold.ts'
import {
  type Catalogue,
  type Delivery,
  readCatalogue,
  startCatalogue,
  writeCatalogue,
} from '../../platform/evidence/catalogue.ts'
import { type DuckDb, openDuckDb } from '../../platform/evidence/duckdb.ts'
import { flush, renameDurably } from '../../platform/evidence/durable.ts'
import { createEvidenceFolder, type EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { differences } from '../police-street/difference.ts'
import { parquetOf, requireStored, rowsOfPublisher } from '../release/admitted-rows.ts'
import { buildProjections } from '../release/build-projections.ts'
import { composeRelease } from '../release/compose-release.ts'
import { findSources } from '../sources/find-sources.ts'
import { supersessions } from './decide-supersession.ts'
import { fileReport, type Taken } from './file-report.ts'
import { type ImportReport, type SupersededMonth, sum } from './report.ts'
import { sweep } from './sweep.ts'
import { bytesToRead, type TakenIn, takeIn } from './take-in.ts'

export interface ImportOptions {
  dataFolder: string
  paths: string[]
  /** the moment of the command, as ISO 8601: what the catalogue says a delivery came at */
  now: string
  asAt?: string
  feedNamed?: boolean
  partnership?: string
  synthetic?: boolean
  onProgress?: (done: number, total: number, label: string) => void
  /** told of each named step as it is about to be taken: tests kill the process there */
  onStep?: (step: ImportStep) => void
}

/** The steps of an import, in order. Until *catalogue written* the old release stands. */
export const IMPORT_STEPS = [
  'sources found',
  'file read',
  'deliveries to be stored',
  'delivery stored',
  'release composed',
  'projections built',
  'catalogue to be written',
  'catalogue written',
  'old work swept',
] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/**
 * Takes partner files into the evidence. All of them, or, when one is refused, none: the catalogue is replaced in one step
 * at the end, and what a crash leaves behind is swept by the next import.
 */
export async function importEvidence(options: ImportOptions): Promise<ImportReport> {
  try {
    const folder = createEvidenceFolder(options.dataFolder)
    return await whileHolding(folder.lock, () => importHolding(folder, options))
  } catch (error) {
    throw error instanceof Refusal ? error : (fileRefusal(options.dataFolder, error) ?? error)
  }
}

async function importHolding(folder: EvidenceFolder, options: ImportOptions): Promise<ImportReport> {
  startCatalogue(folder)
  sweep(folder, readCatalogue(folder))
  const duckdb = await openDuckDb(join(folder.staging, 'spill'))
  try {
    return await importInto(folder, duckdb, options)
  } finally {
    duckdb.close()
    sweep(folder, readCatalogue(folder))
    options.onStep?.('old work swept')
  }
}

async function importInto(folder: EvidenceFolder, duckdb: DuckDb, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now()
  const { sources, passedOver } = await findSources(options.paths)
  options.onStep?.('sources found')
  const before = readCatalogue(folder)
  // one whose rows were lost from the folder is taken in again
  const known = new Set(before.deliveries.map(({ id }) => id).filter((id) => existsSync(parquetOf(folder, id))))
  const total = bytesToRead(sources)
  let done = 0
  const all: Taken[] = []
  for (const [number, source] of sources.entries()) {
    const from = performance.now()
    const taken = await takeIn(source, number, {
      duckdb,
      staging: folder.staging,
      isHeld: (id) => known.has(id),
      receivedAt: options.now,
      ...(options.asAt && { asAt: options.asAt }),
      feedNamed: options.feedNamed ?? false,
      partnership: options.partnership ?? 'open',
      synthetic: options.synthetic ?? false,
      onBytes: (bytes) => {
        done += bytes
        options.onProgress?.(Math.min(done, total), total, source.label)
      },
    })
    if (taken.outcome === 'new') known.add(taken.delivery.id)
    all.push({ file: source.label, taken, seconds: (performance.now() - from) / 1000 })
    options.onStep?.('file read')
  }
  if (all.every(({ taken }) => taken.outcome === 'passed over'))
    throw new Refusal(
      `None of the ${all.length} CSV files given is a police street file (its columns begin Crime ID,Month,Reported by): nothing was imported. Give the police's YYYY-MM-force-street.csv files.`,
    )
  options.onStep?.('deliveries to be stored')
  const fresh = all.flatMap(({ taken }) => (taken.outcome === 'new' ? [taken] : []))
  for (const taken of fresh) {
    store(folder, taken)
    options.onStep?.('delivery stored')
  }
  const recorded = new Set(before.deliveries.map(({ id }) => id))
  const added = fresh.map(({ delivery }) => delivery).filter(({ id }) => !recorded.has(id))
  const after: Catalogue = { ...before, deliveries: [...before.deliveries, ...added] }
  requireStored(folder, after.deliveries)
  const changes = await changesBetween(folder, duckdb, before.deliveries, after.deliveries)
  await commit(folder, duckdb, after, added.length, options)
  const files = all.map((one) => fileReport(folder, one, recorded, changes, after))
  return {
    release: after.current,
    previousRelease: before.current,
    changed: after.current !== before.current,
    files,
    passedOver,
    accepted: sum(files.filter(({ status }) => status !== 'already held').map(({ accepted }) => accepted)),
    rejected: sum(added.flatMap(({ rejected }) => Object.values(rejected))),
    seconds: (performance.now() - started) / 1000,
  }
}

function store(folder: EvidenceFolder, taken: Extract<TakenIn, { outcome: 'new' }>): void {
  const { delivery, rejectedCsv } = taken
  if (rejectedCsv) {
    flush(rejectedCsv)
    renameSync(rejectedCsv, join(folder.rejected, `${delivery.id}.csv`))
  }
  flush(join(taken.folder, 'rows.parquet'))
  const stored = join(folder.deliveries, delivery.id)
  if (!existsSync(stored)) renameDurably(taken.folder, stored)
}

/**
 * Builds what the new state needs, then replaces the catalogue: the one step that commits. With nothing fresh there is still
 * a new release where the tables that came with the software have changed since the last one.
 */
async function commit(
  folder: EvidenceFolder,
  duckdb: DuckDb,
  after: Catalogue,
  fresh: number,
  options: ImportOptions,
): Promise<void> {
  const release = composeRelease(after, options.now)
  if (fresh === 0 && (release.id === after.current || release.admissions.length === 0)) return
  options.onStep?.('release composed')
  await buildProjections(duckdb, folder, after, release)
  options.onStep?.('projections built')
  if (!after.releases.some(({ id }) => id === release.id)) after.releases = [...after.releases, release]
  after.current = release.id
  options.onStep?.('catalogue to be written')
  writeCatalogue(folder, after)
  options.onStep?.('catalogue written')
}

async function changesBetween(folder: EvidenceFolder, duckdb: DuckDb, before: Delivery[], after: Delivery[]) {
  const changes = new Map<string, SupersededMonth[]>()
  const groups = Map.groupBy(
    supersessions(before, after),
    ({ from, to, publisher }) => `${from.id} ${to.id} ${publisher}`,
  )
  for (const group of groups.values()) {
    const { from, to, publisher } = group[0]!
    const rowsOf = (delivery: Delivery) => ({
      parquet: parquetOf(folder, delivery.id),
      where: rowsOfPublisher(delivery, publisher),
    })
    const months = await differences(
      duckdb,
      rowsOf(from),
      rowsOf(to),
      group.map(({ month }) => month),
    )
    changes.set(to.id, [
      ...(changes.get(to.id) ?? []),
      ...months.map((month) => ({ ...month, publisher, delivery: from.id })),
    ])
  }
  return changes
}
