import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where real open data may be kept beside the checkout, for tests that compare with it; `TAPESTRY_SHARED` overrides. */
const SHARED = process.env.TAPESTRY_SHARED ?? join(import.meta.dirname, '../../shared')

/** Full path of a file or folder of real data, or nothing when this machine has none. */
export function sharedData(path: string): string | undefined {
  const full = join(SHARED, 'data', path)
  return existsSync(full) ? full : undefined
}
