import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process by number and birth: a number alone may have passed to a stranger since it was written down. */
export interface ProcessIdentity {
  pid: number
  /** when it started, in the system's own terms: only equality means anything */
  started: string
}

/** When a living process started; undefined when there is none, or only a zombie waiting to be collected. */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startOnLinux(pid)
  const listing = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
  if (!listing || listing.startsWith('Z')) return undefined
  return listing.replace(/^\S+\s+/, '')
}

export const identityOf = (pid: number): ProcessIdentity => ({ pid, started: startOf(pid) ?? 'unknown' })

export const isAlive = ({ pid, started }: ProcessIdentity) => startOf(pid) === started

/** proc(5): after the command in brackets come the state (field 3) and, in field 22, clock ticks since boot. */
function startOnLinux(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  if (!stat) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  // ticks restart at every boot: two boots may give one number and one tick to two processes
  return `${readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${fields[19]}`
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
