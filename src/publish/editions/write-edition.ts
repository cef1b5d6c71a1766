import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canonicalJson } from '../../vocabulary/figure.ts'
import { composeManifest, type EditionInput } from './compose-manifest.ts'
import { type Edition, type EditionFile, editionId, MANIFEST } from './edition.ts'
import { newestCompleteEdition } from './newest-edition.ts'

const WRITING = '.writing-'

/**
 * Writes an immutable bundle to `folder/editions/<id>/`: complete or absent, whatever interrupts it. Publishing exactly
 * what the newest edition already says writes nothing and gives that one back.
 * @param folder the data folder
 */
export async function writeEdition(folder: string, input: EditionInput): Promise<Edition> {
  const editions = join(folder, 'editions')
  await mkdir(editions, { recursive: true })
  await clearUnfinished(editions)
  const newest = await newestCompleteEdition(folder)
  if (newest && editionId(composeManifest(input, newest.manifest.number)) === newest.id) return newest
  const manifest = composeManifest(input, (newest?.manifest.number ?? 0) + 1)
  const id = editionId(manifest)
  const writing = await mkdtemp(join(editions, `${WRITING}${process.pid}-`))
  try {
    for (const file of input.files) await writeDurably(writing, file)
    await writeDurably(writing, { path: MANIFEST, bytes: Buffer.from(canonicalJson(manifest)) })
    await syncFolders(writing)
    await replaceFolder(writing, join(editions, id))
    await syncFolder(editions)
  } finally {
    await rm(writing, { recursive: true, force: true })
  }
  return { id, folder: join(editions, id), manifest }
}

async function writeDurably(folder: string, { path, bytes }: EditionFile) {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  const file = await open(target, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A folder's names are durable only once the folder itself is flushed. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolders(folder: string) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) await syncFolder(join(entry.parentPath, entry.name))
  await syncFolder(folder)
}

/** A folder of that name can only be a damaged copy of the same edition, since the reader passed over it. */
async function replaceFolder(from: string, to: string) {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(to, { recursive: true })
    await rename(from, to)
  })
}

/** Half-written bundles of processes that are no more. */
async function clearUnfinished(editions: string) {
  for (const name of await readdir(editions))
    if (name.startsWith(WRITING) && !isAlive(Number(name.slice(WRITING.length).split('-')[0])))
      await rm(join(editions, name), { recursive: true, force: true })
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
