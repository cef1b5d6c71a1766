import { createHash } from 'node:crypto'
import { canonicalJson } from '../../vocabulary/figure.ts'

/** A file of an edition, by its path inside it: `index.html`, `data/figures.csv`. */
export interface EditionFile {
  path: string
  bytes: Uint8Array
}

/** What an edition holds. Its canonical JSON is `manifest.json`, and the hash of that names the edition's folder. */
export interface Manifest {
  format: 'tapestry-edition/1'
  /** 1 for the first, then one more each time: the newest is the highest */
  number: number
  title: string
  /** business date, `YYYY-MM-DD` */
  publishedOn: string
  /** made from demonstration evidence */
  synthetic: boolean
  files: { path: string; length: number; sha256: string }[]
}

/** An edition on disk whose manifest has been read and whose files have been checked against it. */
export interface Edition {
  id: string
  folder: string
  manifest: Manifest
}

export const MANIFEST = 'manifest.json'

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** An edition's identity: the first 32 hexadecimal digits of the hash of its manifest. */
export const editionId = (manifest: Manifest) => sha256(canonicalJson(manifest)).slice(0, 32)

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/

/** Plain segments below the bundle: no `..`, no hidden name, nothing a file system or an address would read otherwise. */
export const isPlainPath = (path: string) =>
  path !== MANIFEST && path.split('/').every((segment) => SEGMENT.test(segment))
