import { messageOf } from '../../vocabulary/refusal.ts'

/** Past this something hangs, and a stop must end all the same. */
const PATIENCE_MS = 9000

/** How often we look whether whoever started us is still there. */
const WATCH_MS = 500

/**
 * Ends what was started, last first, when the process is told to stop: once for SIGINT, SIGTERM or SIGHUP; a second signal
 * ends at once. Made before anything is started, so that a stop in the midst of starting is clean too;
 * `endAll` is for a start that failed.
 */
export function stopper() {
  const endings: (() => Promise<void>)[] = []
  let stopping = false
  const endAll = async () => {
    for (let end = endings.pop(); end; end = endings.pop())
      await end().catch((error) => console.error(`While stopping: ${messageOf(error)}`))
  }
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await endAll()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  whenAbandoned(() => stopping || stop())
  return { add: (end: () => Promise<void>) => void endings.push(end), endAll }
}

/**
 * npx puts a shell between itself and us. Told to stop, npx tells the shell, which ends and passes nothing on: that our
 * parent is another one now is all we learn of it.
 */
function whenAbandoned(stop: () => void) {
  if (!process.env.npm_command) return // started by hand or by a service manager, which may well go before us
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), WATCH_MS).unref()
}
