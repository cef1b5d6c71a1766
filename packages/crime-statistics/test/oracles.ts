import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reference results made in R, kept beside the checkout; `TAPESTRY_SHARED` names another place. */
const ORACLES = join(process.env.TAPESTRY_SHARED ?? join(import.meta.dirname, '../../../../shared'), 'oracles')

/** The parsed file, or undefined where the reference results are not to hand. */
export function oracle<T>(file: string): T | undefined {
  const path = join(ORACLES, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined
}

/** Relative difference, or the absolute one for values below 1e-6 where the reference has few digits left. */
export function difference(found: number, expected: number): number {
  const gap = Math.abs(found - expected)
  return Math.abs(expected) < 1e-6 ? gap : gap / Math.abs(expected)
}
