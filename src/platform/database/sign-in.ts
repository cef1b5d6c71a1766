import pg from 'pg'
import { Refusal } from '../../vocabulary/refusal.ts'
import { connectionFor, type Database } from './database.ts'
import { prepareRoles } from './prepare-roles.ts'
import { LOGIN_ROLES } from './roles.ts'

/** invalid password, no such role, no such database: what a first start or a changed secret looks like */
const NOT_PREPARED = new Set(['28P01', '28000', '3D000'])

/**
 * Make sure that every role can sign in, preparing them only when one cannot: a start that has nothing to prepare
 * needs no administrator's rights.
 *
 * @throws Refusal when the server cannot be reached, or the roles may not be made
 */
export async function ensureSignIn(database: Database) {
  try {
    if (await allSignIn(database)) return
    await prepareRoles(database)
    if (await allSignIn(database)) return
  } catch (error) {
    throw unreachable(error, database) ?? error
  }
  throw new Refusal(
    `Tapestry's roles were made on the ${database.description} and still cannot sign in: allow ${LOGIN_ROLES.join(' and ')} to connect with a password (pg_hba.conf).`,
  )
}

async function allSignIn(database: Database): Promise<boolean> {
  for (const role of LOGIN_ROLES) {
    const client = new pg.Client(connectionFor(database, role))
    try {
      await client.connect()
    } catch (error) {
      if (NOT_PREPARED.has((error as pg.DatabaseError).code ?? '')) return false
      throw error
    } finally {
      await client.end().catch(() => {})
    }
  }
  return true
}

function unreachable(error: unknown, { description }: Database): Refusal | undefined {
  const { code, message } = error as NodeJS.ErrnoException
  if (NOT_PREPARED.has(code ?? ''))
    return new Refusal(
      `The ${description} refused the role in DATABASE_URL (${message}): check its user, password and database.`,
    )
  if (/^(ECONN|ENOTFOUND|EHOST|ENET|ETIMEDOUT|EAI_|EPIPE|57P03|53300)/.test(code ?? ''))
    return new Refusal(
      `The ${description} cannot be reached (${code}): check that it runs and that DATABASE_URL names it.`,
    )
  return undefined
}
