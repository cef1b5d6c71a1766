import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../vocabulary/refusal.ts'

/** A role's password from a secret: unguessable without it, the same in every process that holds it. */
export const rolePassword = (secret: string, role: string) =>
  createHmac('sha256', secret).update(`tapestry role ${role}`).digest('base64url')

/**
 * The embedded server's secret: 256 random bits kept 0600 in the records folder, made at the first opening.
 *
 * @throws Refusal when it is missing beside an existing cluster, whose passwords are then lost
 */
export function embeddedSecret(records: string): string {
  const file = join(records, 'secret')
  mkdirSync(records, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) {
    if (existsSync(join(records, 'server/postgresql')))
      throw new Refusal(
        `${file} is missing, and the records beside it cannot be opened without it: restore it from a backup.`,
      )
    makeOnce(file)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Linked into place whole and flushed: the cluster made next must never outlive the only copy of its passwords. */
function makeOnce(file: string) {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
