import { type EditionFile, isPlainPath, type Manifest, sha256 } from './edition.ts'

export interface EditionInput {
  title: string
  /** business date, `YYYY-MM-DD` */
  publishedOn: string
  synthetic: boolean
  files: EditionFile[]
}

const TEXT = /\.(html|csv|json|geojson|txt|xml|svg)$/

/**
 * The manifest of what is to be published, files in the order of their paths.
 * @throws Error when a path is unsafe or given twice, or when a document made from demonstration evidence does not say
 * *synthetic* in its bytes: a fault of whoever rendered it, which must never reach a reader
 */
export function composeManifest({ title, publishedOn, synthetic, files }: EditionInput, number: number): Manifest {
  const seen = new Set<string>()
  for (const { path, bytes } of files) {
    if (!isPlainPath(path))
      throw new Error(`Edition file "${path}": give plain segments of letters, digits, . _ and -.`)
    if (seen.has(path.toLowerCase())) throw new Error(`Edition file "${path}" is given twice.`)
    seen.add(path.toLowerCase()) // some file systems tell no capitals
    if (synthetic && isDocument(path) && !/synthetic/i.test(Buffer.from(bytes).toString('utf8')))
      throw new Error(`Edition file "${path}" is made from demonstration evidence and does not say so.`)
  }
  return {
    format: 'tapestry-edition/1',
    number,
    title,
    publishedOn,
    synthetic,
    files: files
      .map(({ path, bytes }) => ({ path, length: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** Stylesheets and icons hold no evidence: they are the same in every edition. */
const isDocument = (path: string) => TEXT.test(path) && !path.startsWith('assets/')
