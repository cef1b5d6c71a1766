import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openInAnotherProcess, startInAnotherProcess } from '../../../../test/support/records-processes.ts'
import { openDataFolder } from '../../data-folder/open-data-folder.ts'
import { startOf } from '../../data-folder/process-identity.ts'
import { openRecords } from '../open-records.ts'
import { livingPostmaster } from './postmaster.ts'
import { longestSocketPath } from './socket-folder.ts'

// a new cluster takes a second, and much longer on a machine that runs every other test beside it
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let folder: string
beforeEach(async () => {
  folder = realpathSync(await mkdtemp(join(tmpdir(), 'tapestry-test-')))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const cluster = (of = folder) => join(of, 'records/server/postgresql')
const open = (of = folder) => openRecords(openDataFolder(of))

async function addPartnership(name: string) {
  const records = await open()
  await records.asInstaller((db) =>
    db.insertInto('partnership').values({ id: uuid(), name, nation: 'Wales' }).execute(),
  )
  return records
}

async function partnerships() {
  const records = await open()
  const rows = await records.asInstaller((db) => db.selectFrom('partnership').select('name').orderBy('name').execute())
  await records.stop()
  return rows.map(({ name }) => name)
}

describe('the embedded server', () => {
  it('starts on a new folder, keeps what is committed, and ends within 5 seconds', async () => {
    const records = await addPartnership('Barchester')
    const begun = performance.now()
    await records.stop()
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(livingPostmaster(cluster())).toBeUndefined()
    expect(await partnerships()).toEqual(['Barchester'])
  })

  it('ends within 5 seconds though a transaction is stuck', async () => {
    const records = await open()
    let begun = () => {}
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const stuck = records.asPerson(null, async (db) => {
      begun()
      return sql`select pg_sleep(60)`.execute(db)
    })
    const failure = expect(stuck).rejects.toThrow()
    await started
    const from = performance.now()
    await records.stop()
    expect(performance.now() - from).toBeLessThan(5_000)
    await failure
  })

  it('keeps the secret, the socket and the cluster from every other account', async () => {
    const records = await open()
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect(mode(join(folder, 'records/secret'))).toBe('600')
    expect(mode(cluster())).toBe('700')
    expect(mode(livingPostmaster(cluster())!.socketFolder)).toBe('700')
    const rules = readFileSync(join(cluster(), 'pg_hba.conf'), 'utf8').split('\n')
    const methods = rules.filter((line) => /^(local|host)/.test(line)).map((line) => line.split(/\s+/).at(-1))
    expect(new Set(methods)).toEqual(new Set(['scram-sha-256']))
    await records.stop()
  })

  it('is one server for every process on the folder, until the last one leaves', async () => {
    const both = await Promise.all([openInAnotherProcess(folder), openInAnotherProcess(folder)])
    const { pid } = livingPostmaster(cluster())!
    await both[0].close()
    expect(livingPostmaster(cluster())?.pid).toBe(pid)
    await both[1].close()
    expect(startOf(pid)).toBeUndefined()
  })

  it('is stopped and recovered when its owner was killed', async () => {
    await (await addPartnership('Barchester')).stop()
    const owner = await openInAnotherProcess(folder)
    const orphan = livingPostmaster(cluster())!.pid
    await owner.kill()
    expect(startOf(orphan)).toBeDefined()
    expect(await partnerships()).toEqual(['Barchester'])
    expect(startOf(orphan)).toBeUndefined()
  })

  it('is begun again when its first start was killed half way through making it', async () => {
    const home = join(folder, 'records/server')
    const opening = startInAnotherProcess(folder)
    await vi.waitUntil(() => existsSync(home) && readdirSync(home).some((name) => name.startsWith('postgresql.new')), {
      timeout: 30_000,
      interval: 5,
    })
    opening.kill('SIGKILL')
    expect(await partnerships()).toEqual([])
  })

  it('recovers what was committed when it was killed itself, with its owner', async () => {
    const owner = await openInAnotherProcess(folder)
    const joined = await addPartnership('Barchester')
    process.kill(livingPostmaster(cluster())!.pid, 'SIGKILL')
    await owner.kill()
    await joined.stop()
    expect(await partnerships()).toEqual(['Barchester'])
  })

  it('is left running by a killed process while another still uses it', async () => {
    const [one, other] = [await openInAnotherProcess(folder), await openInAnotherProcess(folder)]
    const { pid } = livingPostmaster(cluster())!
    await one.kill()
    const records = await open()
    expect(livingPostmaster(cluster())?.pid).toBe(pid)
    await other.close()
    await records.stop()
    expect(startOf(pid)).toBeUndefined()
  })

  it('has its socket in a short private folder when the path would be too long, and tidies it away', async () => {
    const long = join(folder, 'a-rather-long-name-'.repeat(6), 'data')
    const records = await open(long)
    const { socketFolder } = livingPostmaster(cluster(long))!
    expect(Buffer.byteLength(join(socketFolder, '.s.PGSQL.5432'))).toBeLessThanOrEqual(longestSocketPath)
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
    expect(dirname(socketFolder)).not.toContain('long-name')
    await records.stop()
    expect(statSync(socketFolder, { throwIfNoEntry: false })).toBeUndefined()
  })
})
