import { messageOf } from '../../vocabulary/refusal.ts'

/** Past this something hangs, and a stop must end all the same. */
const PATIENCE_MS = 9000

/**
 * Ends what was started, last first, when the process is told to stop: once for SIGINT, SIGTERM or SIGHUP; a second signal
 * ends at once. Made before anything is started, so that a stop in the midst of starting is clean too.
 */
export function stopper() {
  const endings: (() => Promise<void>)[] = []
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    for (const end of endings.reverse())
      await end().catch((error) => console.error(`While stopping: ${messageOf(error)}`))
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return { add: (end: () => Promise<void>) => void endings.push(end) }
}
