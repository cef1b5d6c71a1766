import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface WorkedExample {
  file: string
  expression: string
  /** the result as written after `//`: a JavaScript value, numbers rounded */
  written: string
}

const SOURCE = join(import.meta.dirname, '../src')

/** Every `@example expression // value` line of the library's docstrings. */
export function workedExamples(): WorkedExample[] {
  return sourceFiles().flatMap((file) =>
    [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/@example (.+) \/\/ (.+)$/gm)].map(
      ([, expression, written]) => ({ file, expression: expression!, written: written! }),
    ),
  )
}

/** Files of `src`, without tests. */
export const sourceFiles = () =>
  (readdirSync(SOURCE, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()

/** Whether a result is the written one: numbers to the decimal places written, objects in the parts written. */
export function agrees(found: unknown, written: unknown): boolean {
  if (typeof written === 'number' && typeof found === 'number') {
    const places = String(written).split('.')[1]?.length ?? 0
    return Math.abs(found - written) <= 0.5000001 * 10 ** -places
  }
  if (Array.isArray(written))
    return isList(found) && found.length === written.length && written.every((value, i) => agrees(found[i], value))
  if (written !== null && typeof written === 'object')
    return Object.entries(written).every(([key, value]) => agrees((found as Record<string, unknown>)[key], value))
  return Object.is(found, written)
}

/** An array, or a typed one: examples write both as arrays. */
const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)
