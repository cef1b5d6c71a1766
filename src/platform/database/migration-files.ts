import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from '../data-folder/resolve-data-folder.ts'

export interface Migration {
  /** file name without `.sql`: four digits, then what it does */
  name: string
  sql: string
  /** of the SQL with line ends as `\n`, since Git may check out others */
  sha256: string
}

export const migrationsFolder = join(checkout, 'db/migrations')

/** The migrations in order: numbered from 0001 without a gap or a repeat. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const expected = String(index + 1).padStart(4, '0')
    if (!file.startsWith(`${expected}-`))
      throw new Error(`${join(folder, file)}: expected the next migration to be numbered ${expected}. Renumber it.`)
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { name: file.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}
