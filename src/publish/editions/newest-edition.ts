import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../vocabulary/figure.ts'
import { type Edition, editionId, isPlainPath, MANIFEST, type Manifest, sha256 } from './edition.ts'

/**
 * The newest edition that is whole: its folder is named by the hash of its manifest and every file is as its manifest
 * says. Incomplete and altered bundles are passed over for the one before. Null when nothing has been published.
 * @param folder the data folder
 */
export async function newestCompleteEdition(folder: string): Promise<Edition | null> {
  const editions = join(folder, 'editions')
  const named = await Promise.all((await namesIn(editions)).map((id) => readManifest(editions, id)))
  const newestFirst = named
    .filter((edition) => edition !== null)
    .sort((a, b) => b.manifest.number - a.manifest.number || (a.id < b.id ? -1 : 1))
  for (const edition of newestFirst) if (await isWhole(edition)) return edition
  return null
}

/**
 * The bytes of one file of an edition, checked again as they are read; null when it has no such file.
 * @throws Error when the file is missing or altered
 */
export async function readEditionFile({ folder, manifest }: Edition, path: string): Promise<Buffer | null> {
  const listed = manifest.files.find((file) => file.path === path)
  if (!listed) return null
  const bytes = await readFile(join(folder, path))
  if (sha256(bytes) !== listed.sha256) throw new Error(`Edition file ${path} is not as its manifest says.`)
  return bytes
}

async function namesIn(editions: string) {
  try {
    return (await readdir(editions)).filter((name) => /^[0-9a-f]{32}$/.test(name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function readManifest(editions: string, id: string): Promise<Edition | null> {
  const folder = join(editions, id)
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8')
    const manifest = JSON.parse(text) as Manifest
    const isAsNamed = canonicalJson(manifest) === text && editionId(manifest) === id
    return isAsNamed && manifest.files.every(({ path }) => isPlainPath(path)) ? { id, folder, manifest } : null
  } catch {
    return null // no manifest, or none that can be read: not an edition
  }
}

async function isWhole(edition: Edition) {
  try {
    for (const { path } of edition.manifest.files) await readEditionFile(edition, path)
    return true
  } catch {
    return false
  }
}
