import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { prepareBoundaries } from './boundaries/prepare-boundaries.ts'
import { isDiskFault } from './disk-fault.ts'
import { prepareTable } from './prepare-table.ts'
import type { PreparedReference } from './prepared-reference.ts'
import { unpackSource } from './unpack-source.ts'

/**
 * Recognises a reference file by what is in it, checks all of it, and writes its normal form into the staging folder.
 * Reads lookups, populations, deprivation and the Postcode Directory as CSV, and boundaries as GeoJSON; plain or
 * gzipped; with or without a byte-order mark; as the publisher issues them, for any district.
 *
 * @param options.year the year of a mid-year table that does not say its own
 * @throws Refusal when the file is in no layout that is read, or any of it is wrong; nothing is left behind
 */
export async function prepareReference(
  path: string,
  stagingFolder: string,
  options: { year?: number } = {},
): Promise<PreparedReference> {
  try {
    return await prepare(path, stagingFolder, options)
  } catch (error) {
    if (!isDiskFault(error) || error instanceof Refusal) throw error
    throw new Refusal(
      `${path} cannot be prepared: ${stagingFolder} cannot be written (${messageOf(error).split('\n')[0]}). Free some space or allow writing there, and import again.`,
    )
  }
}

async function prepare(path: string, stagingFolder: string, options: { year?: number }): Promise<PreparedReference> {
  const source = await unpackSource(path, stagingFolder)
  try {
    const start = source.head.trimStart()[0]
    if (start === '{') return await prepareBoundaries(source, stagingFolder)
    if (start === '<')
      throw new Refusal(`${path} is a web page or XML: open the download's page and fetch the CSV or GeoJSON itself.`)
    return await prepareTable(source, stagingFolder, { fileName: basename(path), year: options.year })
  } finally {
    if (source.path !== path) await rm(source.path, { force: true })
  }
}
