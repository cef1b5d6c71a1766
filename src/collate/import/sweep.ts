import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../../platform/evidence/catalogue.ts'
import type { EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'

/**
 * Clears what no catalogue names: half-done work in staging, deliveries and projections stored just before a crash, and
 * temporary files. Only the holder of the evidence lock may. The projections of the current release and of the one before
 * it stay, since a reader may still be on that one.
 */
export function sweep(folder: EvidenceFolder, catalogue: Catalogue): void {
  rmSync(folder.staging, { recursive: true, force: true })
  mkdirSync(folder.staging, { recursive: true, mode: 0o700 })
  const ids = new Set(catalogue.deliveries.map(({ id }) => id))
  keepOnly(folder.deliveries, (name) => ids.has(name))
  keepOnly(folder.rejected, (name) => ids.has(name.replace(/\.csv$/, '')))
  const files = new Set([...catalogue.references, ...(catalogue.formerReferences ?? [])].map(({ file }) => file))
  keepOnly(folder.references, (name) => files.has(name))
  const recent = new Set(catalogue.releases.slice(-2).map(({ id }) => id))
  keepOnly(folder.projections, (name) => recent.has(name) || name === catalogue.current)
  keepOnly(folder.root, (name) => !name.endsWith('.tmp'))
}

function keepOnly(path: string, wanted: (name: string) => boolean): void {
  for (const name of readdirSync(path)) if (!wanted(name)) rmSync(join(path, name), { recursive: true, force: true })
}
