import { existsSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(process.env.TAPESTRY_SHARED ?? join(import.meta.dirname, '../../shared'), 'oracles')

/** Full path of the reference folder or a file of it, which is kept beside the checkout; null where it is not there, which is said. */
export function oracles(path = ''): string | null {
  const full = join(FOLDER, path)
  if (existsSync(full)) return full
  console.error(
    `Not measured, since ${full} is absent: keep it there, or set TAPESTRY_SHARED to the folder above oracles.`,
  )
  return null
}
