import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Account } from './account.ts'
import { handOver } from './hand-over.ts'

/** Room for a socket's path in sockaddr_un, without its closing zero: 107 bytes on Linux, 103 on macOS. */
export const longestSocketPath = process.platform === 'linux' ? 107 : 103

export const PORT = 5432
const PREFIX = 'tapestry-'

/** Does the server's socket in this folder have a path the system can hold? Counted in bytes, not characters. */
export const fitsSocket = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= longestSocketPath

/**
 * A folder for the server's socket that only its account may enter: in its home, or a short one when that is too
 * long. Made afresh: a killed server leaves a lock beside its socket, which stops the next one when its number has
 * passed to another process. Call only when no server lives.
 */
export function makeSocketFolder(home: string, account: Account): string {
  const folder = join(home, 'socket')
  if (fitsSocket(folder)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { mode: 0o700 })
    handOver(folder, account)
    return folder
  }
  const short = mkdtempSync(join(fitsSocket(join(tmpdir(), `${PREFIX}XXXXXX`)) ? tmpdir() : '/tmp', PREFIX)) // 0700
  handOver(short, account)
  return short
}

/** Remove a short folder once its server has gone; the one in the home stays for the next start. */
export function discardSocketFolder(folder: string) {
  if (basename(folder).startsWith(PREFIX)) rmSync(folder, { recursive: true, force: true })
}
