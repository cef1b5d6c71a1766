import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the evidence of one data folder lies. Everything but the catalogue can be checked against it, or made again from it. */
export interface EvidenceFolder {
  root: string
  /** the manifest: the only file whose replacement commits anything */
  catalogue: string
  /** held by the one process that may write */
  lock: string
  /** one folder a delivery, named by the hash of its bytes, never changed once there */
  deliveries: string
  /** rows that were not accepted, a file a delivery: line, column, reason and masked value */
  rejected: string
  /** reference tables, normalised, named by hash */
  references: string
  /** a folder a release, made again whenever it is missing */
  projections: string
  /** the references of figures that have been shown, so that their addresses open */
  figures: string
  /** work in progress: emptied by the next writer */
  staging: string
}

const paths = (root: string): EvidenceFolder => ({
  root,
  catalogue: join(root, 'catalogue.json'),
  lock: join(root, 'lock'),
  deliveries: join(root, 'deliveries'),
  rejected: join(root, 'rejected'),
  references: join(root, 'references'),
  projections: join(root, 'projections'),
  figures: join(root, 'figures'),
  staging: join(root, 'staging'),
})

/** The evidence part of a data folder; nothing is created. */
export const evidenceFolder = (dataFolder: string) => paths(join(dataFolder, 'evidence'))

/** The same, with its folders there to be written to. */
export function createEvidenceFolder(dataFolder: string): EvidenceFolder {
  const folder = evidenceFolder(dataFolder)
  const { deliveries, rejected, references, projections, figures, staging } = folder
  for (const path of [deliveries, rejected, references, projections, figures, staging])
    mkdirSync(path, { recursive: true, mode: 0o700 })
  return folder
}
