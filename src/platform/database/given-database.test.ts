import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDataFolder } from '../data-folder/open-data-folder.ts'
import { givenDatabase } from './given-database.ts'
import { openRecords } from './open-records.ts'
import { type EmbeddedServer, useEmbeddedServer } from './server/embedded-server.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

// A server of its own, since roles belong to a whole server: on it the council's role is no superuser.
const fifteen = process.env.TAPESTRY_TEST_POSTGRES15 === '1' && existsSync('/usr/lib/postgresql/15/bin')
let folder: string
let server: EmbeddedServer
let administrator: pg.Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapestry-test-'))
  server = await useEmbeddedServer(folder, 'superuser', fifteen ? { binaries: '/usr/lib/postgresql/15/bin' } : {})
  const { host, port } = server
  administrator = new pg.Client({ host, port, user: 'tapestry_cluster', password: 'superuser', database: 'postgres' })
  await administrator.connect()
  for (const statement of [
    `create role council login createrole password 'council'`,
    `create role guest login password 'guest'`,
    'create database council owner council',
  ])
    await administrator.query(statement)
})
afterAll(async () => {
  await administrator?.end()
  await server?.leave()
  await rm(folder, { recursive: true, force: true })
})

const url = (user: string, password = user, database = 'council') =>
  `postgresql://${user}:${password}@/${database}?host=${encodeURIComponent(server.host)}&port=${server.port}`
const live = () => openDataFolder(join(folder, 'live'))
const open = (address: string) => openRecords(live(), { url: address })

describe('records on the council’s own server', () => {
  it('refuse a role that may not make roles, and say what its administrator can do', async () => {
    await expect(open(url('guest'))).rejects.toThrow(
      /^The role "guest" in DATABASE_URL may not make or change Tapestry's roles \(.*\): have its administrator run ALTER ROLE "guest" CREATEROLE/,
    )
  })

  it('are made by two processes at once without either failing', async () => {
    const both = await Promise.all([open(url('council')), open(url('council'))])
    expect(await Promise.all(both.map((records) => records.ready()))).toEqual([true, true])
    await Promise.all(both.map((records) => records.stop()))
  })

  it('let the ordinary owner change every row of a table with forced row-level security', async () => {
    const records = await open(url('council'))
    const changed = await records.asInstaller(async (db) => {
      const values = Array.from({ length: 25 }, (_, n) => ({ id: uuid(), name: `P${n}`, nation: 'Wales' as const }))
      await db.insertInto('partnership').values(values).execute()
      return (await db.updateTable('partnership').set({ nation: 'England' }).executeTakeFirst()).numUpdatedRows
    })
    expect(changed).toBe(25n)
    await records.stop()
  })

  it('need no right to make roles once they are made', async () => {
    await administrator.query('alter role council nocreaterole')
    const records = await open(url('council'))
    expect(records.description).toContain('PostgreSQL database council')
    expect(records.description).not.toContain(':council@')
    await records.stop()
  })

  it('are refused to a demonstration’s folder when they are live', async () => {
    const demonstration = openDataFolder(join(folder, 'demo'), { kind: 'demonstration' })
    await expect(openRecords(demonstration, { url: url('council') })).rejects.toThrow('holds live records')
  })

  it('say that the password is wrong, or the server away', async () => {
    await expect(open(url('council', 'wrong'))).rejects.toThrow(/refused the role in DATABASE_URL/)
    await expect(open('postgresql://a:b@127.0.0.1:1/c')).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/)
  })
})

describe('givenDatabase', () => {
  it('refuses an address it cannot use without printing it', () => {
    for (const address of ['mysql://me:secret@host/db', 'host=secret'])
      expect(() => givenDatabase(address)).toThrow(/^DATABASE_URL cannot be read: write it as postgresql:/)
    expect(() => givenDatabase('postgresql://me@host/db')).toThrow('DATABASE_URL has no password')
  })

  it('gives every process with one address the same passwords, and no two roles or addresses the same', () => {
    const [one, other] = [givenDatabase('postgresql://a:b@host/db'), givenDatabase('postgresql://a:c@host/db')]
    expect(one.password('tapestry_app')).toBe(givenDatabase('postgresql://a:b@host/db').password('tapestry_app'))
    expect(one.password('tapestry_app')).not.toBe(one.password('tapestry_migrator'))
    expect(one.password('tapestry_app')).not.toBe(other.password('tapestry_app'))
  })
})
