import { messageOf } from '../../vocabulary/refusal.ts'

/** Past this something hangs, and a stop must end all the same. */
const PATIENCE_MS = 9000
/** Ctrl-C reaches everything in the terminal, and npm passes it on once more: signals this close are one. */
const SAME_SIGNAL_MS = 1000

/** How often we look whether whoever started us is still there. */
const WATCH_MS = 500

/**
 * Ends what was started, last first, when the process is told to stop: once for SIGINT, SIGTERM or SIGHUP; a second one,
 * later, ends at once. Made before anything is started, so that a stop in the midst of starting is clean too;
 * what fails within `around` is ended in the same way.
 */
export function stopper() {
  const endings: (() => Promise<void>)[] = []
  let stoppingSince: number | undefined
  const endAll = async () => {
    for (let end = endings.pop(); end; end = endings.pop())
      await end().catch((error) => console.error(`While stopping: ${messageOf(error)}`))
  }
  const around = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (stoppingSince !== undefined) return // what was being started had the ground taken from under it
      await endAll()
      throw error
    }
  }
  const stop = async () => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await endAll()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  whenAbandoned(() => stoppingSince === undefined && stop())
  return { add: (end: () => Promise<void>) => void endings.push(end), around }
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
