import { createHash } from 'node:crypto'
import { createWriteStream, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, deflateRawSync } from 'node:zlib'
import { crime, csvOf, lineOf } from '../support/police-files.ts'

const PIECE = 64 << 20

/**
 * A deflate stream that unpacks to about ten gigabytes of good rows and takes a moment to make: one piece is packed so
 * that it leans on nothing before it, and repeated.
 */
function bombStream(gigabytes = 10) {
  const row = `${lineOf(crime())}\n`
  const plain = Buffer.from(row.repeat(Math.floor(PIECE / row.length)))
  const piece = deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const head = Buffer.from(csvOf([]))
  const start = deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH })
  const pieces = Math.ceil((gigabytes * 2 ** 30) / plain.length)
  const end = Buffer.from([3, 0]) // an empty last block
  return {
    packed: Buffer.concat([start, ...Array.from({ length: pieces }, () => piece), end]),
    unpackedBytes: head.length + pieces * plain.length,
  }
}

/** A gzip file of ten gigabytes of rows in ten megabytes. Its checksum is not right, and nobody should get that far. */
export function writeGzipBomb(path: string): string {
  const { packed, unpackedBytes } = bombStream()
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(unpackedBytes % 2 ** 32, 4)
  writeFileSync(path, Buffer.concat([Buffer.from('1f8b0800000000000003', 'hex'), packed, trailer]))
  return path
}

/**
 * A zip archive of the same, in the one file `name`.
 * @param claims the size it says it unpacks to; the true one when left out
 */
export function writeZipBomb(path: string, name: string, claims?: number): string {
  const { packed, unpackedBytes } = bombStream()
  const fileName = Buffer.from(name)
  const large = Buffer.alloc(20) // ZIP64: sizes beyond 32 bits
  large.writeUInt16LE(1, 0)
  large.writeUInt16LE(16, 2)
  large.writeBigUInt64LE(BigInt(claims ?? unpackedBytes), 4)
  large.writeBigUInt64LE(BigInt(packed.length), 12)
  const common = Buffer.alloc(26) // from "version needed" to "extra field length": the same in both headers
  common.writeUInt16LE(45, 0)
  common.writeUInt16LE(8, 4) // deflate
  common.writeUInt32LE(0xffffffff, 14)
  common.writeUInt32LE(0xffffffff, 18)
  common.writeUInt16LE(fileName.length, 22)
  common.writeUInt16LE(large.length, 24)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, fileName, large])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x2d\x00', 'latin1'),
    common,
    Buffer.alloc(14), // no comment, first disk, no attributes, at offset 0
    fileName,
    large,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  writeFileSync(path, Buffer.concat([local, packed, central, end]))
  return path
}

/** A file of one line of so many megabytes, written without holding it. */
export async function writeLongLine(path: string, megabytes: number): Promise<string> {
  const piece = Buffer.alloc(1 << 20, 'a')
  const line = function* () {
    yield csvOf([])
    for (let i = 0; i < megabytes; i++) yield piece
  }
  await pipeline(Readable.from(line()), createWriteStream(path))
  return path
}

/** Bytes that look like nothing: the same for the same number of them. */
export function noise(bytes: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, i) => createHash('sha256').update(`${i}`).digest())
  return Buffer.concat(blocks).subarray(0, bytes)
}
