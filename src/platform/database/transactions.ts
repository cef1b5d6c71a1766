import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { connectionFor, type Database } from './database.ts'
import { APP, MIGRATOR, OWNER } from './roles.ts'
import type { Tables } from './tables.ts'
import { valueTypes } from './value-types.ts'

export type Sql = Transaction<Tables>
export type Work<T> = (sql: Sql) => Promise<T>

/** The only doors to the records: each is one transaction. The pools behind them are not handed out. */
export interface Transactions {
  /** as a person, seeing what their policies admit; with `null`, as nobody signed in */
  asPerson<T>(person: string | null, work: Work<T>): Promise<T>
  /** as the migrator, on rows of every partnership: to install, never to answer a request */
  asInstaller<T>(work: Work<T>): Promise<T>
  end(): Promise<void>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function openTransactions(database: Database): Transactions {
  const app = kyselyOver(new pg.Pool({ ...connectionFor(database, APP), max: 10, types: valueTypes }))
  const migrator = kyselyOver(
    new pg.Pool({ ...connectionFor(database, MIGRATOR), max: 1, idleTimeoutMillis: 1_000, types: valueTypes }),
  )
  return {
    asPerson(person, work) {
      if (person !== null && !UUID.test(person)) throw new TypeError(`${person} is not a person's id: give a UUID.`)
      return app.transaction().execute(async (transaction) => {
        // local to the transaction: the next one on this connection starts as nobody
        await sql`select set_config('tapestry.person_id', ${person ?? ''}, true), set_config('TimeZone', 'UTC', true)`.execute(
          transaction,
        )
        return work(transaction.withSchema('app'))
      })
    },
    asInstaller: (work) =>
      migrator.transaction().execute(async (transaction) => {
        await sql`set local role ${sql.id(OWNER)}`.execute(transaction)
        return work(transaction.withSchema('app'))
      }),
    end: async () => {
      await Promise.all([app.destroy(), migrator.destroy()])
    },
  }
}

function kyselyOver(pool: pg.Pool): Kysely<Tables> {
  pool.on('error', () => {}) // an idle connection that breaks is replaced; a query on a broken one still fails aloud
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
