import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { FolderKind } from '../../src/platform/data-folder/open-data-folder.ts'
import { identityOf, isAlive } from '../../src/platform/data-folder/process-identity.ts'
import { whileHolding } from '../../src/platform/data-folder/wait-for-hold.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type Migration, readMigrations } from '../../src/platform/database/migration-files.ts'
import { type Records, recordsOver } from '../../src/platform/database/open-records.ts'
import { OWNER } from '../../src/platform/database/roles.ts'
import { ensureSignIn } from '../../src/platform/database/sign-in.ts'
import { testServer } from './records-server.ts'

export interface TestRecords extends Records {
  database: Database
}

let clones = 0

/**
 * Records of a test file's own, cloned from a migrated template in some 50 ms. `stop()` drops them.
 *
 * @example const records = await testRecords(); afterAll(() => records.stop())
 */
export async function testRecords(kind: FolderKind = 'live'): Promise<TestRecords> {
  const migrations = readMigrations()
  const template = `template_${createHash('sha256')
    .update(migrations.map(({ sha256 }) => sha256).join())
    .digest('hex')
    .slice(0, 12)}`
  const { pid, started } = identityOf(process.pid)
  const born = createHash('sha256').update(started).digest('hex').slice(0, 8)
  const name = `test_${pid}_${born}_${clones++}`

  const server = await testServer(name)
  const stem = { ...server, name: template, leave: async () => {} }
  await whileHolding(join(tmpdir(), `tapestry-test-template-${process.getuid?.() ?? 0}`), async () => {
    await ensureTemplate(stem, migrations)
    await asAdministrator(server, async (client) => {
      await dropAbandoned(client)
      await client.query(`create database ${name} template ${template}`)
      await client.query(`grant create on database ${name} to ${OWNER}`) // a clone keeps no grants on itself
    })
  })
  const leave = async () => {
    await asAdministrator(server, (client) => client.query(`drop database if exists ${name} with (force)`))
    await server.leave()
  }
  const database = { ...server, leave }
  return { ...(await recordsOver(database, { path: 'test', kind })), database }
}

/** Made whole or not at all: it is named so only once it is migrated. */
async function ensureTemplate(stem: Database, migrations: Migration[]) {
  const found = await asAdministrator(stem, (client) =>
    client.query('select from pg_database where datname = $1', [stem.name]),
  )
  if (found.rowCount) return
  await asAdministrator(stem, dropOldTemplates)
  const draft = { ...stem, name: `${stem.name}_draft` }
  await ensureSignIn(draft)
  await migrate(draft, migrations)
  await asAdministrator(stem, (client) => client.query(`alter database ${draft.name} rename to ${stem.name}`))
}

async function dropOldTemplates(client: pg.Client) {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^template_[0-9a-f]{12}(_draft)?$'",
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
}

/** Databases of test processes that were killed. */
async function dropAbandoned(client: pg.Client) {
  const { rows } = await client.query<{ datname: string }>(
    String.raw`select datname from pg_database where datname ~ '^test_\d+_[0-9a-f]+_\d+$'`,
  )
  for (const { datname } of rows) {
    const [, pid, born] = datname.split('_')
    const { started } = identityOf(Number(pid))
    const same = createHash('sha256').update(started).digest('hex').slice(0, 8) === born
    if (!same || !isAlive({ pid: Number(pid), started }))
      await client.query(`drop database if exists ${datname} with (force)`)
  }
}

async function asAdministrator<T>({ administrator }: Database, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(administrator)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
