import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Delivery } from '../../platform/evidence/catalogue.ts'
import type { DuckDb } from '../../platform/evidence/duckdb.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { type Converted, convert } from '../police-street/convert.ts'
import { kindOfFileName } from '../police-street/file-name.ts'
import { checkHeader, firstLine, looksLikePoliceStreet } from '../police-street/header.ts'
import { POLICE_STREET_HEADER } from '../police-street/layout.ts'
import { profile } from '../police-street/profile.ts'
import { DROPPED_COLUMNS } from '../police-street/read.ts'
import type { Source } from '../sources/source.ts'
import { readPlain } from '../sources/unpack.ts'

/** A source after it was read: new, known already, or of a layout that no feed reads. */
export type TakenIn =
  | { outcome: 'new'; delivery: Delivery; folder: string; rejectedCsv?: string; firstRejected?: string }
  | { outcome: 'held'; id: string }
  | { outcome: 'passed over' }

interface Reception {
  duckdb: DuckDb
  staging: string
  isHeld(id: string): boolean
  /** the moment of the whole command, so that files named together arrived together */
  receivedAt: string
  asAt?: string
  /** the person named the feed: a file of another layout is then refused, not passed over */
  feedNamed: boolean
  partnership: string
  synthetic: boolean
  onBytes?: (bytes: number) => void
}

/** Reads one source into a folder of its own under staging: `rows.parquet`, and what was rejected. Commits nothing. */
export async function takeIn(source: Source, number: number, reception: Reception): Promise<TakenIn> {
  const { duckdb, staging } = reception
  const folder = join(staging, `source-${number}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const early = convertAlongside(source, folder, reception)
  const file = await readPlain(source, join(folder, 'source.csv'), reception.onBytes).catch(async (error) => {
    await early?.catch(() => {})
    throw error
  })
  if (reception.isHeld(file.hash)) {
    await early?.catch(() => {})
    rmSync(folder, { recursive: true })
    return { outcome: 'held', id: file.hash }
  }
  const header = firstLine(file.path)
  const named = kindOfFileName(source.name)
  const claimsToBe = looksLikePoliceStreet(header) || reception.feedNamed || named.kind === 'street'
  if (!claimsToBe && source.alongside) {
    rmSync(folder, { recursive: true })
    return { outcome: 'passed over' }
  }
  checkHeader(source.label, header)
  const converted = await (early ?? convert(duckdb, source.label, file.path, folder))
  if (file.path !== source.plainPath) rmSync(file.path)
  rmSync(join(folder, 'good.csv'), { force: true })
  const found = await profile(duckdb, converted.parquet, named)
  if (found.rows === 0)
    throw new Refusal(
      `${source.label} has a header and no rows: expected one row a crime or incident. Nothing was imported.`,
    )
  const rejected = converted.setAside?.byReason ?? {}
  const first = converted.setAside?.first
  return {
    outcome: 'new',
    folder,
    ...(converted.rejectedCsv && { rejectedCsv: converted.rejectedCsv }),
    ...(first && {
      firstRejected: `line ${first.line}, ${first.column}: expected ${first.expected}, found ${first.found}`,
    }),
    delivery: {
      id: file.hash,
      feed: 'police-street',
      kind: named.kind,
      name: source.name,
      bytes: file.bytes,
      receivedAt: reception.receivedAt,
      asAt: reception.asAt ?? source.archiveLatest ?? reception.receivedAt,
      read: converted.setAside?.read ?? found.rows,
      accepted: found.rows,
      rejected,
      holds: found.holds,
      forces: found.forces,
      repeatedCrimeIds: found.repeatedCrimeIds,
      unknownTypes: found.unknownTypes,
      droppedColumns: DROPPED_COLUMNS,
      audience: 'open',
      partnership: reception.partnership,
      provider: found.forces.join(', '),
      agreement: null,
      licence: 'Open Government Licence v3.0',
      disclosure: 'already open',
      smallestGeography: 'LSOA',
      synthetic: reception.synthetic,
    },
  }
}

/** Hashing a file this large takes a second of one core: it is done while the file is converted, not before. */
const LARGE = 64 << 20

/** Starts converting a large plain file before its hash is known; whoever awaits it comes after the hash's own checks. */
function convertAlongside(source: Source, folder: string, { duckdb }: Reception): Promise<Converted> | undefined {
  if (!source.plainPath || source.storedBytes < LARGE || firstLine(source.plainPath) !== POLICE_STREET_HEADER)
    return undefined
  const converting = convert(duckdb, source.label, source.plainPath, folder)
  converting.catch(() => {}) // told to whoever awaits it
  return converting
}

/** How many bytes there are to read, for a progress bar: as stored for plain files, a guess for packed ones. */
export const bytesToRead = (sources: Source[]) =>
  sources.reduce(
    (total, source) => total + (source.plainPath ? statSync(source.plainPath).size : source.storedBytes * 5),
    0,
  )
