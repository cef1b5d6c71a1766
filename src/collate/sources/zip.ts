import { once } from 'node:events'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import * as yauzl from 'yauzl'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { latestMonthOf } from './archive-month.ts'
import { refuseBomb } from './growth.ts'
import type { Opened, Source } from './source.ts'

interface Entry {
  fileName: string
  compressedSize: number
  uncompressedSize: number
}

/** What macOS adds to archives and foreign disks: icons and attributes under the name of the file they belong to. */
export const isResourceFork = (name: string) => /(^|[\\/])(__MACOSX[\\/]|\._)/.test(name)

const MOST_ENTRIES = 20_000

const open = (path: string) =>
  new Promise<yauzl.ZipFile>((resolve, reject) =>
    // names with `..`, drive letters or a leading slash are refused by yauzl itself; sizes are checked while reading
    yauzl.open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  )

async function entriesOf(zip: yauzl.ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new Error(`it lists ${zip.entryCount} files, more than ${MOST_ENTRIES}`)
  const entries: Entry[] = []
  const end = once(zip, 'end')
  zip.on('entry', (entry: Entry) => {
    entries.push(entry)
    zip.readEntry()
  })
  zip.readEntry()
  await end
  return entries
}

/** The CSV files of a zip archive, each opened when it is read; nothing is unpacked yet. */
export async function sourcesInZip(path: string, passedOver: string[]): Promise<Source[]> {
  let entries: Entry[]
  try {
    const zip = await open(path)
    entries = await entriesOf(zip).finally(() => zip.close())
  } catch (error) {
    throw new Refusal(`${path} is not a zip archive that can be read (${messageOf(error)}): download it again.`)
  }
  const latest = latestMonthOf(entries.map((entry) => entry.fileName))
  const files = entries.filter((entry) => !entry.fileName.endsWith('/'))
  const isCsv = ({ fileName }: Entry) => /\.csv$/i.test(fileName) && !isResourceFork(fileName)
  for (const { fileName } of files.filter((entry) => !isCsv(entry))) passedOver.push(`${path} › ${fileName}`)
  const csvs = files.filter(isCsv)
  refuseTwins(path, csvs)
  refuseBombs(path, csvs)
  const sources = csvs.map(({ fileName, compressedSize }) => ({
    label: `${path} › ${fileName}`,
    name: basename(fileName),
    storedBytes: compressedSize,
    ...(latest ? { archiveLatest: latest } : {}),
    alongside: true,
    open: () => openEntry(path, fileName),
  }))
  if (sources.length === 0)
    throw new Refusal(`${path} holds no .csv file: give an archive of the police's monthly files.`)
  return sources
}

/** Two files of one name cannot be told apart afterwards, and programs differ in which one they take. */
function refuseTwins(path: string, entries: Entry[]): void {
  const seen = new Set<string>()
  for (const { fileName } of entries) {
    if (seen.has(fileName))
      throw new Refusal(
        `${path} holds two files named ${fileName}: expected one. Nothing was imported. Pack the right one and import again.`,
      )
    seen.add(fileName)
  }
}

/** By the sizes the archive states, which the reader holds it to; all together too, since entries may share their bytes. */
function refuseBombs(path: string, entries: Entry[]): void {
  for (const { fileName, compressedSize, uncompressedSize } of entries)
    refuseBomb(`${path} › ${fileName}`, compressedSize, uncompressedSize)
  refuseBomb(
    path,
    statSync(path).size,
    entries.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0),
  )
}

async function openEntry(path: string, name: string): Promise<Opened> {
  const zip = await open(path)
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== name) return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        stream.on('close', () => zip.close())
        resolve({ bytes: stream })
      })
    })
    zip.readEntry()
  })
}
