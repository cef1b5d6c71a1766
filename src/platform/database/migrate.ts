import pg from 'pg'
import { messageOf, Refusal } from '../../vocabulary/refusal.ts'
import { connectionFor, type Database } from './database.ts'
import type { Migration } from './migration-files.ts'
import { requireRowSecurity } from './require-row-security.ts'
import { MIGRATOR, OWNER } from './roles.ts'

/** "TAPM" in ASCII. */
const MIGRATION_LOCK = 0x5441504d

/**
 * Bring a database up to `migrations`, forward only, each in a transaction of its own under one lock: of two
 * processes that start together, one applies a migration and the other finds it applied.
 *
 * @returns the names of those this call applied
 * @throws Refusal when an applied migration differs from its file, is unknown here, or one fails
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client(connectionFor(database, MIGRATOR))
  await client.connect()
  const applied: string[] = []
  try {
    for (;;) {
      const name = await applyNext(client, migrations)
      if (name === undefined) return applied
      applied.push(name)
    }
  } finally {
    await client.end()
  }
}

async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query(`set local role ${OWNER}`)
    const next = findPending(await readApplied(client), migrations)
    if (next) await apply(client, next)
    await client.query('commit')
    return next?.name
  } catch (error) {
    await client.query('rollback').catch(() => {}) // the first error is the telling one
    throw error
  }
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration) {
  // names outside pg_catalog are written with their schema, so that a migration means one thing on every server
  await client.query('set local search_path = pg_catalog, pg_temp')
  try {
    await client.query(sql)
    await requireRowSecurity(client)
  } catch (error) {
    throw new Refusal(`Migration ${name} failed and was undone: ${messageOf(error)}.`)
  }
  await client.query('insert into app.migration (name, sha256) values ($1, $2)', [name, sha256])
}

async function readApplied(client: pg.Client): Promise<Pick<Migration, 'name' | 'sha256'>[]> {
  const { rows } = await client.query(`select to_regclass('app.migration') is not null as begun`)
  if (!rows[0].begun) return []
  return (await client.query('select name, sha256 from app.migration order by name')).rows
}

function findPending(applied: Pick<Migration, 'name' | 'sha256'>[], migrations: readonly Migration[]) {
  for (const [index, { name, sha256 }] of applied.entries()) {
    const known = migrations[index]
    if (known?.name !== name)
      throw new Refusal(
        `The records database has migration ${name}, which this version of Tapestry does not know: run the version that made it, or a later one.`,
      )
    if (known.sha256 !== sha256)
      throw new Refusal(
        `Migration ${name} was changed after it was applied to the records database: restore its file, and put the change in a new migration.`,
      )
  }
  return migrations[applied.length]
}
