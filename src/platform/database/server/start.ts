import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { Account } from './account.ts'
import type { BinariesFolder } from './binaries.ts'
import { lastError } from './initialise.ts'
import { disownStalePidFile, type Postmaster, readPostmaster } from './postmaster.ts'
import { serverEnvironment } from './run.ts'
import { discardSocketFolder, makeSocketFolder, PORT } from './socket-folder.ts'

export type Settings = Readonly<Record<string, string>>

const SETTINGS: Settings = {
  listen_addresses: '', // the socket is the only door: this build's OpenSSL is too old to face a network
  port: String(PORT),
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // a failed statement carries people's names: log that it failed, never its text, values or the row in conflict
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
}

/** Crash recovery of a large cluster may take this long on a slow disk. */
const READY_WITHIN_MS = 60_000
/** Backends of a killed server notice within moments; a long query may take a little more. */
const LEFTOVERS_LEAVE_WITHIN_MS = 10_000
const LONGEST_LOG_BYTES = 5_000_000

/** Start the cluster in `home` and wait until it takes connections. */
export async function startServer(
  home: string,
  binaries: BinariesFolder,
  account: Account,
  extra: Settings = {},
): Promise<Postmaster> {
  const giveUpOnLeftovers = Date.now() + LEFTOVERS_LEAVE_WITHIN_MS
  for (;;) {
    const started = await attempt(home, binaries, account, { ...SETTINGS, ...extra })
    if ('pid' in started) return started
    const leftovers = /pre-existing shared memory block/.test(started.log)
    if (!leftovers || Date.now() > giveUpOnLeftovers)
      throw new Refusal(`The records database in ${home} did not start: ${lastError(started.log)}.`)
    await pause(100)
  }
}

async function attempt(home: string, binaries: BinariesFolder, account: Account, settings: Settings) {
  const cluster = join(home, 'postgresql')
  const logFile = join(home, 'postgresql.log')
  const socketFolder = makeSocketFolder(home, account)
  disownStalePidFile(cluster)
  const log = openSync(logFile, 'a', 0o600)
  if (statSync(logFile).size > LONGEST_LOG_BYTES) truncateSync(logFile)
  const logFrom = statSync(logFile).size
  const options = Object.entries({ ...settings, unix_socket_directories: socketFolder })
  const [command, args] = account.command(join(binaries, 'postgres'), [
    ...['-D', cluster],
    ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  // a session of its own: Ctrl-C reaches every process of the terminal's, and ours must stop using it first
  const child = spawn(command, args, {
    ...account.ids,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let ended = false
  const onEnd = () => {
    ended = true
  }
  child.once('error', onEnd).once('exit', onEnd)
  // a start that is given up half way (Ctrl-C) must not strand the server it began
  const abandon = () => child.kill('SIGINT')
  process.once('exit', abandon)
  try {
    for (const until = Date.now() + READY_WITHIN_MS; !ended; await pause(5)) {
      const found = readPostmaster(cluster)
      if (found?.ready && found.pid === child.pid) return found
      if (Date.now() > until) {
        child.kill('SIGQUIT')
        throw new Refusal(`The records database was not ready within a minute: its log is ${logFile}.`)
      }
    }
  } finally {
    process.off('exit', abandon)
  }
  discardSocketFolder(socketFolder)
  return { log: readFileSync(logFile).subarray(logFrom).toString() }
}
