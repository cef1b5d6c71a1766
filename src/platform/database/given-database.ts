import pg from 'pg'
import { Refusal } from '../../vocabulary/refusal.ts'
import type { Database } from './database.ts'
import { rolePassword } from './role-passwords.ts'

/**
 * A database on a server that the council keeps, from `DATABASE_URL`. Our roles' passwords are derived from the
 * URL's own, so that every process given the same URL can sign in and nothing need be stored.
 *
 * @throws Refusal when the URL cannot be read, or carries no password
 */
export function givenDatabase(url: string): Database {
  const { host, port, user, password, database, ssl } = readUrl(url)
  if (!password)
    throw new Refusal(
      'DATABASE_URL has no password: write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, for a role that may create roles.',
    )
  const secret = `${user}:${password}`
  return {
    description: `PostgreSQL database ${database} on ${host}:${port}`,
    administrator: { host, port, user, password, database, ssl },
    mayCreate: false,
    name: database,
    password: (role) => rolePassword(secret, role),
    leave: async () => {},
  }
}

function readUrl(url: string) {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('not a PostgreSQL address')
    const { host, port, user, password, database, ssl } = new pg.Client(url)
    if (!user || !database) throw new Error('no user or no database')
    return { host, port, user, password, database, ssl }
  } catch {
    // the URL holds a password: never print it
    throw new Refusal('DATABASE_URL cannot be read: write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.')
  }
}
