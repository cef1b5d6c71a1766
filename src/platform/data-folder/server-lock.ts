import { join } from 'node:path'
import { Refusal } from '../../vocabulary/refusal.ts'
import { explainFileError } from './explain-file-error.ts'
import { type HeldFile, holderOf, tryHold } from './held-file.ts'
import type { ProcessIdentity } from './process-identity.ts'

const lockFile = (folder: string) => join(folder, 'lock')

/**
 * One server for a data folder: `start` holds `DIR/lock` while it runs. The lock of a process that died is taken over.
 *
 * @throws Refusal naming the process when a living one holds it
 */
export function lockForServer(folder: string): HeldFile {
  const attempt = explainFileError(folder, () => tryHold(lockFile(folder)))
  if ('held' in attempt) return attempt.held
  throw new Refusal(
    `The data folder ${folder} is already served by process ${attempt.holder.pid}: use that one, stop it first, or name another folder with --data.`,
  )
}

/** The server running on this folder now, if any. */
export const runningServer = (folder: string): ProcessIdentity | undefined => holderOf(lockFile(folder))
