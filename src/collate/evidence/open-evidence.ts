import { existsSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { whileHolding } from '../../platform/data-folder/wait-for-hold.ts'
import {
  type Audience,
  type Catalogue,
  currentRelease,
  type Release,
  readCatalogue,
  referencesOf,
} from '../../platform/evidence/catalogue.ts'
import { type DuckDb, literals, openDuckDb, type SqlParameters } from '../../platform/evidence/duckdb.ts'
import { createEvidenceFolder, type EvidenceFolder, evidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { buildProjections, type Projection, projectionFile, projectionsStand } from '../release/build-projections.ts'

/** Who is asking: only deliveries for one of these audiences are read. */
export interface AccessContext {
  audiences: readonly Audience[]
}

/** What anybody may see: the data its publisher already gives to all. */
export const OPEN: AccessContext = { audiences: ['open'] }

/**
 * The evidence of one release as one reader may see it. The views `offence_count` (feed, publisher, month, district, ward,
 * lsoa, type, group, n) and `offence` (a row each, with outcome and map point) hold what the access context admits and nothing else.
 */
export interface Evidence {
  folder: EvidenceFolder
  catalogue: Catalogue
  /** null while nothing was ever imported */
  release: Release | null
  rows<Row>(sql: string, parameters?: SqlParameters): Promise<Row[]>
  stream<Row>(sql: string, parameters?: SqlParameters): AsyncGenerator<Row[]>
  /** the rows of every imported reference table of a kind */
  reference<Row>(kind: string): Promise<Row[]>
}

export interface EvidenceStore {
  /** a release, the newest unless named, as this reader may see it; undefined when there is none of that name */
  read(access: AccessContext): Promise<Evidence>
  read(access: AccessContext, release: string): Promise<Evidence | undefined>
  close(): void
}

interface Opened {
  catalogue: Catalogue
  stamp: string
  byAccess: Map<string, Promise<DuckDb>>
}

/** Opens the evidence of a data folder for reading; a release committed later is seen by the next `read`. */
export function openEvidence(dataFolder: string): EvidenceStore {
  const folder = evidenceFolder(dataFolder)
  let opened: Opened | undefined
  /** what was current before: somebody who read it when a newer one was committed is let finish */
  let former: Opened | undefined
  const close = () => {
    closeAll(opened)
    closeAll(former)
    opened = former = undefined
  }
  const current = (): Opened => {
    const stamp = stampOf(folder.catalogue)
    if (opened?.stamp !== stamp) {
      const next = { catalogue: readCatalogue(folder), stamp, byAccess: new Map() }
      closeAll(former)
      former = opened
      opened = next
    }
    return opened!
  }
  async function read(access: AccessContext): Promise<Evidence>
  async function read(access: AccessContext, named: string): Promise<Evidence | undefined>
  async function read(access: AccessContext, named?: string): Promise<Evidence | undefined> {
    const { catalogue, byAccess } = current()
    const release = named ? catalogue.releases.find(({ id }) => id === named) : (currentRelease(catalogue) ?? null)
    if (release === undefined) return undefined
    const key = [release?.id, ...[...access.audiences].sort()].join()
    if (!byAccess.has(key)) {
      const opening = openFor(dataFolder, catalogue, release, access)
      opening.catch(() => byAccess.delete(key)) // tried again by the next reader
      byAccess.set(key, opening)
    }
    const references = release ? referencesOf(catalogue, release) : catalogue.references
    const duckdb = await byAccess.get(key)!
    const reference = async <Row>(kind: string): Promise<Row[]> => {
      const files = references.filter((one) => one.kind === kind).map(({ file }) => join(folder.references, file))
      return files.length === 0
        ? []
        : duckdb.rows<Row>(`select * from read_parquet(${literals(files)}, union_by_name = true) order by all`)
    }
    return {
      folder,
      catalogue: { ...catalogue, references },
      release,
      rows: duckdb.rows,
      stream: duckdb.stream,
      reference,
    }
  }
  return { close, read }
}

function closeAll(opened: Opened | undefined): void {
  for (const duckdb of opened?.byAccess.values() ?? []) duckdb.then((one) => one.close()).catch(() => {})
}

const stampOf = (file: string) => {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true })
  return stat ? `${stat.ino} ${stat.mtimeNs}` : 'none'
}

async function openFor(dataFolder: string, catalogue: Catalogue, release: Release | null, access: AccessContext) {
  const duckdb = await openDuckDb(tmpdir(), { memory: '600MB' })
  const folder = evidenceFolder(dataFolder)
  const filesOf = (name: Projection) =>
    access.audiences
      .map((audience) => join(folder.projections, release?.id ?? 'none', projectionFile(name, audience)))
      .filter((file) => existsSync(file))
  const makeViews = async () => {
    for (const [view, name, empty] of VIEWS) {
      const files = filesOf(name)
      await duckdb.run(
        `create or replace temp view ${view} as ${files.length > 0 ? `select * ${name === 'rows' ? 'exclude (lsoa_code), lsoa_code as lsoa, 1 as n' : ''} from read_parquet(${literals(files)})` : empty}`,
      )
    }
  }
  if (release && !projectionsStand(folder, catalogue, release)) await rebuild(dataFolder, catalogue, release)
  try {
    await makeViews()
  } catch (error) {
    if (!release) throw error
    rmSync(join(folder.projections, release.id), { recursive: true, force: true }) // cut short or damaged
    await rebuild(dataFolder, catalogue, release)
    await makeViews()
  }
  return duckdb
}

const nothing = (columns: string[]) =>
  `select ${columns.map((column) => `null::varchar as "${column}"`).join(', ')}, 0 as n where false`
const DIMENSIONS = ['feed', 'publisher', 'month', 'district', 'ward', 'lsoa', 'type', 'group']
const VIEWS = [
  ['offence_count', 'counts', nothing(DIMENSIONS)],
  ['offence', 'rows', nothing([...DIMENSIONS, 'outcome', 'longitude', 'latitude'])],
] as const

/** Projections may be deleted at any time: whoever misses them makes them again. */
async function rebuild(dataFolder: string, catalogue: Catalogue, release: Release): Promise<void> {
  const folder = createEvidenceFolder(dataFolder)
  await whileHolding(folder.lock, async () => {
    const duckdb = await openDuckDb(join(folder.staging, 'spill'))
    await buildProjections(duckdb, folder, catalogue, release).finally(() => duckdb.close())
  })
}
