import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identityOf } from './process-identity.ts'
import { lockForServer, runningServer } from './server-lock.ts'
import { whileHolding } from './wait-for-hold.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapestry-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A process that takes the lock, says `held` or why not, and stays. */
async function contender() {
  const script = `
    import { lockForServer } from ${JSON.stringify(join(import.meta.dirname, 'server-lock.ts'))}
    try { lockForServer(${JSON.stringify(folder)}); console.log('held') } catch (error) { console.log(error.message) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { pid: child.pid!, said: String(said).trim(), kill }
}

describe('lockForServer', () => {
  it('refuses a second server in one line that names the first', async () => {
    const first = await contender()
    expect(first.said).toBe('held')
    expect(runningServer(folder)?.pid).toBe(first.pid)
    expect(() => lockForServer(folder)).toThrow(`The data folder ${folder} is already served by process ${first.pid}:`)
    await first.kill()
  })

  it('takes over from a process that was killed', async () => {
    await (await contender()).kill()
    expect(runningServer(folder)).toBeUndefined()
    lockForServer(folder).release()
  })

  it('takes over when the number has passed to another process', () => {
    writeFileSync(join(folder, 'lock'), JSON.stringify({ ...identityOf(process.pid), started: 'another boot/1' }))
    lockForServer(folder).release()
  })

  it('takes over a lock that was cut short', () => {
    writeFileSync(join(folder, 'lock'), '{"pid":')
    lockForServer(folder).release()
  })

  it('lets one through of several that find the same dead holder', async () => {
    await (await contender()).kill()
    const all = await Promise.all(Array.from({ length: 5 }, contender))
    expect(all.filter(({ said }) => said === 'held')).toHaveLength(1)
    await Promise.all(all.map(({ kill }) => kill()))
  })

  it('leaves nothing behind when released, and nothing of another’s', () => {
    const held = lockForServer(folder)
    writeFileSync(join(folder, 'lock'), readFileSync(join(folder, 'lock'), 'utf8').replace('token', 'other'))
    held.release()
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toContain('other')
  })
})

describe('whileHolding', () => {
  it('lets one piece of work in at a time', async () => {
    let inside = 0
    const work = () =>
      whileHolding(join(folder, 'mutex'), async () => {
        expect(++inside).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 5))
        inside--
      })
    await Promise.all([work(), work(), work()])
  })
})
