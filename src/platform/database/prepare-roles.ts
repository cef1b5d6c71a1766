import pg from 'pg'
import { Refusal } from '../../vocabulary/refusal.ts'
import type { Database } from './database.ts'
import { LOGIN_ROLES, MIGRATOR, OWNER } from './roles.ts'

/** Any number will do, so long as it is ours: "TAPR" in ASCII. */
const ROLES_LOCK = 0x54415052

/**
 * Make the roles (and, on our own server, the database), or give them their passwords again: done when a role
 * cannot sign in. Roles belong to the whole server: one installation of Tapestry to a server.
 *
 * @throws Refusal when the administrator of `database` may not
 */
export async function prepareRoles(database: Database) {
  const client = new pg.Client(database.administrator)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    await makeRoles(client, database)
    if (database.mayCreate) await makeDatabase(client, database.name)
    await letOwnerCreateSchemas(client, database)
  } catch (error) {
    throw explained(error, database)
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, database: Database) {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles')
  const existing = new Set(rows.map(({ rolname }) => rolname))
  if (!existing.has(OWNER)) await client.query(`create role ${OWNER} nologin`)
  for (const role of LOGIN_ROLES) {
    if (!existing.has(role)) await client.query(`create role ${role} login`)
    await client.query(`alter role ${role} password ${client.escapeLiteral(database.password(role))}`)
  }
  const { rows: member } = await client.query(`select pg_has_role('${MIGRATOR}', '${OWNER}', 'member') as already`)
  if (!member[0].already) await client.query(`grant ${OWNER} to ${MIGRATOR}`)
}

async function makeDatabase(client: pg.Client, name: string) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
}

async function letOwnerCreateSchemas(client: pg.Client, { name }: Database) {
  const allowed = async () =>
    (await client.query(`select has_database_privilege('${OWNER}', $1, 'create') as may`, [name])).rows[0].may
  if (await allowed()) return
  await client.query(`grant create on database ${client.escapeIdentifier(name)} to ${OWNER}`)
  if (await allowed()) return // without the right to grant, PostgreSQL only warns
  throw new Refusal(
    `The role in DATABASE_URL may not let ${OWNER} create schemas: have its administrator run GRANT CREATE ON DATABASE ${client.escapeIdentifier(name)} TO ${OWNER}.`,
  )
}

function explained(error: unknown, { administrator: { user } }: Database) {
  if ((error as pg.DatabaseError).code !== '42501') return error
  return new Refusal(
    `The role "${user}" in DATABASE_URL may not make or change Tapestry's roles (${(error as Error).message}): have its administrator run ALTER ROLE "${user}" CREATEROLE, or drop roles left by another installation.`,
  )
}
