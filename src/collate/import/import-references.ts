import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { whileHolding } from '../../platform/data-folder/wait-for-hold.ts'
import {
  type Catalogue,
  type Reference,
  readCatalogue,
  startCatalogue,
  writeCatalogue,
} from '../../platform/evidence/catalogue.ts'
import { openDuckDb } from '../../platform/evidence/duckdb.ts'
import { renameDurably } from '../../platform/evidence/durable.ts'
import { createEvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { type PreparedReference, prepareReference } from '../reference/index.ts'
import { buildProjections } from '../release/build-projections.ts'
import { composeRelease } from '../release/compose-release.ts'
import { sweep } from './sweep.ts'

export interface ReferenceReport {
  file: string
  status: 'imported' | 'already held'
  kind: string
  title: string
  vintage: string
  rows: number
  covers: string
  leftOut: string[]
  /** the title of what it took the place of */
  supersedes: string | null
}

/**
 * Takes lookups, boundaries, populations and deprivation into the evidence. They change what counts are read with, so a new
 * release is made of the same deliveries; all files or, when one is refused, none.
 */
export async function importReferences(dataFolder: string, paths: string[], now: string, year?: number) {
  const folder = createEvidenceFolder(dataFolder)
  return whileHolding(folder.lock, async () => {
    startCatalogue(folder)
    const before = readCatalogue(folder)
    sweep(folder, before)
    const duckdb = await openDuckDb(join(folder.staging, 'spill'))
    try {
      const after: Catalogue = { ...before, references: [...before.references] }
      const prepared: PreparedReference[] = []
      for (const [number, path] of paths.entries()) {
        const staging = join(folder.staging, `reference-${number}`)
        mkdirSync(staging, { recursive: true, mode: 0o700 })
        prepared.push(await prepareReference(path, staging, year ? { year } : {}))
      }
      const reports = prepared.map((reference, i) => take(after, reference, paths[i]!, now))
      for (const { file } of prepared) {
        const stored = join(folder.references, basename(file))
        if (!existsSync(stored)) renameDurably(file, stored)
      }
      if (reports.some(({ status }) => status === 'imported')) {
        const release = composeRelease(after, now)
        if (release.admissions.length > 0) {
          await buildProjections(duckdb, folder, after, release)
          if (!after.releases.some(({ id }) => id === release.id)) after.releases = [...after.releases, release]
          after.current = release.id
        }
        writeCatalogue(folder, after)
      }
      return { release: after.current, previousRelease: before.current, files: reports }
    } finally {
      duckdb.close()
      sweep(folder, readCatalogue(folder))
    }
  })
}

function take(catalogue: Catalogue, prepared: PreparedReference, path: string, now: string): ReferenceReport {
  const { key, kind, vintage, title, hash, rows, leftOut } = prepared
  const covers = Array.isArray(prepared.covers) ? coveredInWords(prepared.covers) : prepared.covers
  const held = catalogue.references.find((reference) => reference.key === key)
  const report = { file: path, kind, title, vintage, rows, covers, leftOut }
  if (held?.hash === hash) return { ...report, status: 'already held', supersedes: null }
  const reference: Reference = {
    key,
    kind,
    vintage,
    title,
    hash,
    file: basename(prepared.file),
    rows,
    covers,
    receivedAt: now,
  }
  catalogue.references = [...catalogue.references.filter((one) => one.key !== key), reference]
  const former = (catalogue.formerReferences ?? []).filter((one) => one.key !== key || one.hash !== hash)
  catalogue.formerReferences = held ? [...former, held] : former
  return { ...report, status: 'imported', supersedes: held?.title ?? null }
}

const coveredInWords = (codes: string[]) =>
  codes.length > 6 ? `${codes.slice(0, 5).join(', ')} and ${codes.length - 5} more` : codes.join(', ')
