import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { OracleFolder, OracleItem, OracleSuite } from './item.ts'

/** A folder of reference files in the layouts of the suites, opened for reading. */
export function openOracleFolder(path: string): OracleFolder {
  const text = (file: string) => {
    const bytes = readFileSync(join(path, file))
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  }
  return { path, text, json: (file) => JSON.parse(text(file)) }
}

/** Reference files of a folder that lie one level down, such as `a_rates/rates.json`, in order of name. */
export const oracleFiles = (path: string) =>
  globSync('*/*.json', { cwd: path })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()

/** Where the suite of a reference file lies, or undefined where none is written. */
export function suitePath(file: string): string | undefined {
  const path = join(import.meta.dirname, 'suites', file.replace(/\.json$/, '.ts'))
  return existsSync(path) ? path : undefined
}

/** Every comparison of one reference file. A file without a suite, and a suite that throws, is an item that fails. */
export async function* checkOracleFile(folder: OracleFolder, file: string): AsyncGenerator<OracleItem> {
  const failed = (item: string) => ({ item, function: '–', error: Infinity, tolerance: 0 })
  const path = suitePath(file)
  if (!path) return yield failed('no suite is written for this layout')
  try {
    const { suite } = (await import(path)) as { suite: OracleSuite<unknown> }
    yield* suite(folder.json(file), folder)
  } catch (error) {
    yield failed(`stopped: ${error instanceof Error ? `${error.name}: ${error.message}` : error}`)
  }
}
