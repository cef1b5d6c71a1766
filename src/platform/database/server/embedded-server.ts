import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { explainFileError } from '../../data-folder/explain-file-error.ts'
import { whileHolding } from '../../data-folder/wait-for-hold.ts'
import { type Account, chooseAccount } from './account.ts'
import { type BinariesFolder, findBinaries } from './binaries.ts'
import { initialise } from './initialise.ts'
import { livingPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { serverHome } from './server-home.ts'
import { discardSocketFolder } from './socket-folder.ts'
import { type Settings, startServer } from './start.ts'
import { anyoneLeft, register } from './users.ts'

export interface EmbeddedServer {
  /** folder of the socket: what a client gives as its host */
  host: string
  port: number
  pid: number
  /** where its files are */
  cluster: string
  /** stop using it; the last user stops it */
  leave(): Promise<void>
}

export interface EmbeddedOptions {
  /** a folder with `initdb` and `postgres`, instead of the ones npm installed */
  binaries?: BinariesFolder
  account?: Account
  /** PostgreSQL settings over our own */
  settings?: Settings
}

/**
 * Use the database server of a records folder: make it when new, join it when it runs, start it when it does not.
 * A server whose every user has died is stopped first (it may be half way through anything) and started again,
 * which recovers what was committed.
 *
 * @param records absolute path of the records folder, 0700
 * @param password of the cluster's superuser
 * @throws Refusal when it cannot be made or started
 */
export async function useEmbeddedServer(
  records: string,
  password: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const users = join(records, 'users')
  const mutex = join(records, 'mutex')
  explainFileError(records, () => mkdirSync(users, { recursive: true, mode: 0o700 }))
  const account = options.account ?? chooseAccount()
  const home = await serverHome(account, records, password)
  const cluster = join(home, 'postgresql')

  const { server, registration } = await whileHolding(mutex, async () => {
    const running = livingPostmaster(cluster)
    const shared = anyoneLeft(users)
    if (running?.ready && shared) return { server: running, registration: register(users) }
    if (running) await stopAndTidy(running)
    const binaries = options.binaries ?? (await findBinaries(account, home))
    await initialise(home, binaries, account, password)
    const started = await startServer(home, binaries, account, options.settings)
    return { server: started, registration: register(users) }
  })

  // an exit that forgot to leave must not strand the server; a killed process's is found by the next start
  const onExit = () => {
    registration.leave()
    if (!anyoneLeft(users) && livingPostmaster(cluster)?.pid === server.pid) process.kill(server.pid, 'SIGINT')
  }
  process.once('exit', onExit)

  const finish = async () => {
    process.off('exit', onExit)
    registration.leave()
    const running = livingPostmaster(cluster)
    if (running && !anyoneLeft(users)) await stopAndTidy(running)
  }
  const leave = () =>
    whileHolding(mutex, finish).catch((error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error
      return finish() // a full disk keeps us from holding the mutex: stop all the same
    })
  return { host: server.socketFolder, port: server.port, pid: server.pid, cluster, leave }
}

async function stopAndTidy(postmaster: Postmaster) {
  await stopPostmaster(postmaster)
  discardSocketFolder(postmaster.socketFolder)
}
