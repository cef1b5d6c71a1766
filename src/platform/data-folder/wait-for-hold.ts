import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../../vocabulary/refusal.ts'
import { tryHold } from './held-file.ts'

/** Longer than the slowest honest holder: making a new database cluster on a slow disk. */
const PATIENCE_MS = 60_000

/** Do `work` while no other process (nor other part of this one) does theirs under the same file. */
export async function whileHolding<T>(path: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const attempt = tryHold(path)
    if ('held' in attempt) return work().finally(attempt.held.release)
    if (Date.now() > until)
      throw new Refusal(
        `Process ${attempt.holder.pid} has held ${path} for a minute: wait for it to end, or stop it, then try again.`,
      )
    await pause(20)
  }
}
