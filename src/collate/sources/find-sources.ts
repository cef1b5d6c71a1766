import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { latestMonthOf } from './archive-month.ts'
import type { Found, Source } from './source.ts'
import { isResourceFork, sourcesInZip } from './zip.ts'

const isCsv = (name: string) => /\.csv(\.gz)?$/i.test(name)
const isZip = (name: string) => /\.zip$/i.test(name)

/**
 * Every CSV under the paths a person named, in name order, so that the order of paths never changes a result.
 * A file named outright must be a CSV, a gzipped CSV or a zip; in a folder other files are passed over and listed.
 */
export async function findSources(paths: string[]): Promise<Found> {
  const found: Found = { sources: [], passedOver: [] }
  for (const path of paths) await addPath(found, path)
  found.sources.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.label < b.label ? -1 : 1))
  return found
}

async function addPath(found: Found, path: string): Promise<void> {
  const stat = statOf(path)
  if (stat.isDirectory()) return addFolder(found, path)
  if (!stat.isFile()) throw new Refusal(`${path} is neither a file nor a folder: save it as a file and give that.`)
  if (isZip(path)) return void found.sources.push(...(await sourcesInZip(path, found.passedOver)))
  if (isCsv(path)) return void found.sources.push(fileSource(path, stat.size))
  throw new Refusal(`${path} is not a .csv, .csv.gz or .zip file: give one of those, or a folder that holds them.`)
}

function statOf(path: string) {
  try {
    return statSync(path)
  } catch (error) {
    throw new Refusal(`${path} cannot be read (${messageOf(error).split(':')[0]}): check the path and try again.`)
  }
}

async function addFolder(found: Found, folder: string): Promise<void> {
  const files = filesUnder(folder, found.passedOver)
  const latest = latestMonthOf(files)
  const before = found.sources.length
  for (const path of files) {
    if (isResourceFork(path)) found.passedOver.push(path)
    else if (isZip(path)) found.sources.push(...(await sourcesInZip(path, found.passedOver)))
    else if (isCsv(path))
      found.sources.push({ ...fileSource(path, statOf(path).size), archiveLatest: latest, alongside: true })
    else found.passedOver.push(path)
  }
  if (found.sources.length === before)
    throw new Refusal(
      `${folder} holds no .csv, .csv.gz or .zip file: give the folder the police's files were unpacked to.`,
    )
}

/** Every file under a folder. A link to a file is that file; a link to a folder is passed over, since it may lead round in a ring. */
function filesUnder(folder: string, passedOver: string[]): string[] {
  const files: string[] = []
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...filesUnder(path, passedOver))
    else if (entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile()))
      files.push(path)
    else passedOver.push(path)
  }
  return files.sort()
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw new Refusal(
      `${folder} cannot be read (${messageOf(error).split(':')[0]}): check its permissions and try again.`,
    )
  }
}

function fileSource(path: string, storedBytes: number): Source {
  const gzipped = /\.gz$/i.test(path)
  return {
    label: path,
    name: basename(path).replace(/\.gz$/i, ''),
    storedBytes,
    ...(gzipped ? {} : { plainPath: path }),
    async open() {
      const stored = createReadStream(path, { highWaterMark: 1 << 20 })
      if (!gzipped) return { bytes: stored }
      const unpacked = createGunzip({ chunkSize: 1 << 20 })
      stored.on('error', (error) => unpacked.destroy(error))
      return { bytes: stored.pipe(unpacked), packedSoFar: () => unpacked.bytesWritten }
    },
  }
}
