import { setTimeout as pause } from 'node:timers/promises'
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

const LET_FINISH_MS = 1_500
const COMMON = { types: valueTypes, connectionTimeoutMillis: 5_000 }

export function openTransactions(database: Database): Transactions {
  const app = kyselyOver(new pg.Pool({ ...connectionFor(database, APP), ...COMMON, max: 10 }))
  const migrator = kyselyOver(
    new pg.Pool({ ...connectionFor(database, MIGRATOR), ...COMMON, max: 1, idleTimeoutMillis: 1_000 }),
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
      // work still under way is given a moment; then the connection it holds goes with the server or the process
      await Promise.race([
        Promise.all([app.destroy(), migrator.destroy()]),
        pause(LET_FINISH_MS, undefined, { ref: false }),
      ])
    },
  }
}

function kyselyOver(pool: pg.Pool): Kysely<Tables> {
  // a connection that breaks is replaced, and its query fails aloud; unheard, its 'error' would end the process
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
