import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { isDiskFault } from './disk-fault.ts'
import { encodingWatch } from './encoding-watch.ts'

/** A reference file as plain bytes on disk. */
export interface PlainSource {
  /** as the person named it */
  label: string
  path: string
  bytes: number
  /** SHA-256 of the decompressed bytes */
  hash: string
  /** its first megabyte as text, without a byte-order mark */
  head: string
  encoding: 'utf-8' | 'latin-1'
}

const HEAD = 1 << 20
/** The ONS Postcode Directory unpacks to about 1.3 GB; nothing read here is as much as four times that. */
const MOST_BYTES = 5 * 2 ** 30

const OTHER_KINDS = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['25504446', 'a PDF'],
  ['504b0304', 'a zip archive or Excel workbook: unpack it, or save the sheet as "CSV UTF-8", and give the CSV'],
  ['d0cf11e0', 'an old Excel workbook: save the sheet as "CSV UTF-8" and give that'],
  ['fffe', 'UTF-16 text: in the program that made it, save as "CSV UTF-8"'],
  ['feff', 'UTF-16 text: in the program that made it, save as "CSV UTF-8"'],
] as const

/**
 * Reads the file once: unpacks gzip (known by its bytes, not its name), hashes what is inside, and finds its encoding.
 * A packed file's plain copy goes into the staging folder.
 *
 * @throws Refusal when the file cannot be read, is empty, is another kind of file, or its packing is damaged
 */
export async function unpackSource(path: string, stagingFolder: string): Promise<PlainSource> {
  const gzipped = firstBytes(path).startsWith('1f8b')
  const copyTo = join(stagingFolder, `source-${basename(path).replace(/[^\w.-]/g, '_')}.plain`)
  const copy = gzipped ? createWriteStream(copyTo, { mode: 0o600 }) : undefined
  const copied = copy && once(copy, 'close')
  copied?.catch(() => {})
  const hash = createHash('sha256')
  const watch = encodingWatch()
  const head: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of open(path, gzipped)) {
      if (bytes === 0) refuseOtherKinds(path, chunk.subarray(0, 4).toString('hex'))
      if (bytes < HEAD) head.push(chunk)
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw new Refusal(`${path} unpacks to more than 5 GB: no reference table is so large.`)
      if (chunk.includes(0))
        throw new Refusal(`${path} holds NUL bytes, so it is not text: download it again as CSV or GeoJSON.`)
      hash.update(chunk)
      watch.see(chunk)
      if (copy && !copy.write(chunk)) await Promise.race([once(copy, 'drain'), copied])
    }
    if (bytes === 0) throw new Refusal(`${path} is empty: expected a CSV with a header line, or GeoJSON.`)
    copy?.end()
    await copied
  } catch (error) {
    if (copy) {
      copy.destroy()
      await copied?.catch(() => {})
      await rm(copyTo, { force: true })
    }
    if (error instanceof Refusal || isDiskFault(error)) throw error
    throw new Refusal(
      `${path} cannot be read to its end (${messageOf(error)}): download it again and check that it opens.`,
    )
  }
  const encoding = watch.encoding()
  const start = Buffer.concat(head).subarray(0, HEAD)
  const text = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'windows-1252').decode(start)
  return { label: path, path: gzipped ? copyTo : path, bytes, hash: hash.digest('hex'), head: text, encoding }
}

function firstBytes(path: string): string {
  try {
    if (statSync(path).isDirectory()) throw new Refusal(`${path} is a folder: give the files in it.`)
    const file = openSync(path, 'r')
    const start = Buffer.alloc(4)
    const length = readSync(file, start)
    closeSync(file)
    return start.subarray(0, length).toString('hex')
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${path} cannot be read (${messageOf(error).split(',')[0]}): check the path and try again.`)
  }
}

function open(path: string, gzipped: boolean): AsyncIterable<Buffer> {
  const stored = createReadStream(path, { highWaterMark: HEAD })
  if (!gzipped) return stored
  const unpacked = createGunzip({ chunkSize: HEAD })
  stored.on('error', (error) => unpacked.destroy(error))
  return stored.pipe(unpacked)
}

function refuseOtherKinds(path: string, start: string): void {
  const kind = OTHER_KINDS.find(([signature]) => start.startsWith(signature))?.[1]
  if (kind) throw new Refusal(`${path} is ${kind}. Expected CSV or GeoJSON, plain or gzipped.`)
}
