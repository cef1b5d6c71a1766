import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startOf } from '../../data-folder/process-identity.ts'

/** A database server as its own `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number
  port: number
  socketFolder: string
  ready: boolean
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/** Lines, as PostgreSQL's pidfile.h numbers them: 1 pid, 4 port, 5 socket folder, 8 status. Undefined until written. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!(pid > 0)) return undefined
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/** The living server of this cluster. A number that has passed to another program is nobody's. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster)
  return found && startOf(found.pid) !== undefined && worksIn(found.pid, cluster) ? found : undefined
}

/** A server's current folder is its cluster. */
function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

/**
 * PostgreSQL will not start over a `postmaster.pid` whose number is in use, by whomever: a stranger, or a zombie in
 * a container that collects none. It does pass over its own parent's number, and then still checks that no backend
 * of the dead server is left, which it could not do if the file were removed.
 */
export function disownStalePidFile(cluster: string) {
  const found = readPostmaster(cluster)
  if (!found || livingPostmaster(cluster)) return
  const [, ...rest] = readFileSync(pidFile(cluster), 'utf8').split('\n')
  writeFileSync(pidFile(cluster), [process.pid, ...rest].join('\n'))
}

/** Fast stop (roll back, checkpoint, end); from 3 seconds on an immediate one, which the next start recovers from. */
export async function stopPostmaster({ pid }: Pick<Postmaster, 'pid'>) {
  const born = startOf(pid)
  const gone = () => startOf(pid) !== born
  signal(pid, 'SIGINT')
  if (await within(3_000, gone)) return
  signal(pid, 'SIGQUIT')
  await within(10_000, gone)
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function within(milliseconds: number, done: () => boolean): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (!done()) {
    if (Date.now() > until) return false
    await pause(10)
  }
  return true
}
