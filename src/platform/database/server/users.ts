import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isAlive } from '../../data-folder/process-identity.ts'

/**
 * Who uses the embedded server: one file for each opening, naming its process. The last to leave stops the server,
 * so that commands typed side by side share one and none is left behind. Call under the records' mutex.
 */
export interface Registration {
  leave(): void
}

export function register(folder: string): Registration {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${process.pid}-${randomUUID()}`)
  writeFileSync(file, JSON.stringify(identityOf(process.pid)), { mode: 0o600 })
  return { leave: () => rmSync(file, { force: true }) }
}

/** Is any living process still using the server? Files of the dead are cleared away. */
export function anyoneLeft(folder: string): boolean {
  if (!existsSync(folder)) return false // someone removed the whole data folder
  const files = readdirSync(folder).map((name) => join(folder, name))
  for (const file of files) if (!writtenByTheLiving(file)) rmSync(file, { force: true })
  return readdirSync(folder).length > 0
}

function writtenByTheLiving(file: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return false // cut short by a crash
  }
}
