import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { refuseBomb } from './growth.ts'
import type { Source } from './source.ts'

/** A source as a plain file, with the identity of its bytes. */
export interface PlainFile {
  path: string
  hash: string
  bytes: number
}

const LONGEST_LINE = 1 << 20

/**
 * Reads a source once: hashes the decompressed bytes, refuses what cannot be a CSV, and writes a plain copy when the
 * source is packed. Streams; the copy is bounded by how far text can honestly unpack.
 *
 * @param copyTo where the plain copy goes when there is no plain file already
 * @param onBytes told how many more stored bytes have been dealt with
 * @throws Refusal when the bytes are not UTF-8 text in lines, the packing is damaged, or it grows beyond belief
 */
export async function readPlain(source: Source, copyTo: string, onBytes?: (bytes: number) => void): Promise<PlainFile> {
  const hash = createHash('sha256')
  const copy = source.plainPath ? undefined : createWriteStream(copyTo, { mode: 0o600 })
  const copied = copy && once(copy, 'close')
  copied?.catch(() => {})
  let bytes = 0
  let sinceNewline = 0
  let carried: Buffer = Buffer.alloc(0)
  const refuse = (problem: string): never => {
    throw new Refusal(`${source.label} ${problem}. Nothing was imported.`)
  }
  try {
    const opened = await source.open()
    for await (const chunk of opened.bytes as AsyncIterable<Buffer>) {
      if (bytes === 0) refuseOtherKinds(chunk, refuse)
      bytes += chunk.length
      if (opened.packedSoFar) refuseBomb(source.label, opened.packedSoFar(), bytes)
      if (chunk.includes(0)) refuse('holds NUL bytes, so it is not a CSV text file: export it again as CSV UTF-8')
      const lastNewline = chunk.lastIndexOf(10)
      sinceNewline = lastNewline < 0 ? sinceNewline + chunk.length : chunk.length - lastNewline
      if (sinceNewline > LONGEST_LINE)
        refuse('holds a line of more than 1 MB: expected one row a line, twelve columns; export it again as CSV')
      carried = checkUtf8(carried, chunk, refuse)
      hash.update(chunk)
      if (copy && !copy.write(chunk)) await Promise.race([once(copy, 'drain'), copied])
      onBytes?.(chunk.length)
    }
    if (carried.length > 0) refuse('ends inside a character: it was cut short; get it again')
  } catch (error) {
    copy?.destroy()
    if (error instanceof Refusal) throw error
    throw new Refusal(
      `${source.label} cannot be read to its end (${messageOf(error)}). Nothing was imported. ${remedy(error)}`,
    )
  }
  if (copy) {
    copy.end()
    await copied
  }
  if (bytes === 0) refuse('is empty: expected a header line and rows')
  return { path: source.plainPath ?? copyTo, hash: hash.digest('hex'), bytes }
}

const remedy = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOSPC'
    ? 'Free some space on the disk that holds the data folder and import again.'
    : 'Download it again and check that it opens.'

const OTHER_KINDS = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['25504446', 'a PDF'],
  ['504b0304', 'a zip archive or Excel workbook'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['1f8b08', 'a gzip file'],
] as const

function refuseOtherKinds(start: Buffer, refuse: (problem: string) => never): void {
  const hex = start.subarray(0, 4).toString('hex')
  if (hex.startsWith('fffe') || hex.startsWith('feff'))
    refuse('is UTF-16 text; expected UTF-8: in the program that made it, save as "CSV UTF-8"')
  const kind = OTHER_KINDS.find(([signature]) => hex.startsWith(signature))?.[1]
  if (kind) refuse(`is ${kind} by its first bytes, not a CSV text file: give the CSV itself`)
}

/** Checks whole characters and carries the few bytes of one that the chunk's end cut in two. */
function checkUtf8(carried: Buffer, chunk: Buffer, refuse: (problem: string) => never): Buffer {
  const text = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
  let whole = text.length
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      if (needs > back) whole = text.length - back
      break
    }
  }
  if (!isUtf8(text.subarray(0, whole))) refuse('is not UTF-8 text: in the program that made it, save as "CSV UTF-8"')
  return Buffer.from(text.subarray(whole))
}
