import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts'

/** A file that says which living process holds something. */
export interface HeldFile {
  release(): void
}

export type Attempt = { held: HeldFile } | { holder: ProcessIdentity }

/** Longer than taking over ever takes (three file operations): an older mark was left by a crash in its midst. */
const TAKEOVER_EXPIRES_MS = 5_000

/**
 * Hold `path` for this process, or say which living process holds it. A file whose holder died is taken over.
 * The content is linked into place whole, so nobody ever reads half a holder.
 */
export function tryHold(path: string): Attempt {
  const content = `${JSON.stringify({ ...identityOf(process.pid), token: randomUUID() })}\n`
  for (;;) {
    if (linkWhole(path, content)) return { held: { release: () => releaseOwn(path, content) } }
    const found = readHolder(path)
    if (found && isAlive(found)) return { holder: found }
    if (found) discardDead(path)
  }
}

/** The living process that holds `path`, if any. */
export function holderOf(path: string): ProcessIdentity | undefined {
  const found = readHolder(path)
  return found && isAlive(found) ? found : undefined
}

function linkWhole(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}-${randomUUID()}`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, 'utf8'))
    return { pid: Number(pid), started: String(started) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof SyntaxError) return { pid: 0, started: 'unreadable' } // nobody: taken over
    throw error
  }
}

/**
 * Remove a dead holder's file. Only one process at a time may, and it looks again first: otherwise of two that saw
 * the same dead holder, the slower would remove the file the quicker has just written.
 */
function discardDead(path: string) {
  const mark = `${path}.takeover`
  try {
    writeFileSync(mark, '', { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const age = Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > TAKEOVER_EXPIRES_MS) rmSync(mark, { force: true })
    return
  }
  try {
    const found = readHolder(path)
    if (found && !isAlive(found)) rmSync(path, { force: true })
  } finally {
    rmSync(mark, { force: true })
  }
}

function releaseOwn(path: string, content: string) {
  try {
    if (readFileSync(path, 'utf8') === content) rmSync(path)
  } catch {
    // the folder went first: nothing is held any more
  }
}
