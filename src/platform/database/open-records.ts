import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { Refusal } from '../../vocabulary/refusal.ts'
import type { DataFolder } from '../data-folder/open-data-folder.ts'
import type { Database } from './database.ts'
import { markDemonstration, requireSameKind } from './demonstration.ts'
import { embeddedDatabase } from './embedded-database.ts'
import { givenDatabase } from './given-database.ts'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import type { EmbeddedOptions } from './server/embedded-server.ts'
import { ensureSignIn } from './sign-in.ts'
import { openTransactions, type Transactions } from './transactions.ts'

/** The records store: people, partnerships and, stage by stage, everything shared case by case. */
export interface Records extends Omit<Transactions, 'end'> {
  /** which server holds them, for the log and `doctor`; without secrets */
  description: string
  /** the time that terms, legal clocks and figures run on: real, or the demonstration's */
  businessNow(): Promise<Date>
  /** make these records a demonstration that stays on `date` (`YYYY-MM-DD`) */
  markDemonstration(date: string): Promise<void>
  /** can a query be answered now? */
  ready(): Promise<boolean>
  /** close every connection, and end the embedded server unless another process uses it */
  stop(): Promise<void>
}

export interface RecordsOptions extends EmbeddedOptions {
  /** a server instead of the embedded one; the environment's `DATABASE_URL` when left out */
  url?: string
  /** the database's name on the embedded server; `tapestry` when left out */
  name?: string
  migrations?: readonly Migration[]
}

/**
 * Open the records of a data folder: on the server that `DATABASE_URL` names, else on the embedded one, started or
 * joined. The roles and tables are made or brought up to date first.
 *
 * @throws Refusal in one line when the server cannot be made, reached or brought up to date
 */
export async function openRecords(folder: DataFolder, options: RecordsOptions = {}): Promise<Records> {
  const url = options.url ?? process.env.DATABASE_URL
  const database = url ? givenDatabase(url) : await embeddedDatabase(folder.path, options)
  try {
    await ensureSignIn(database)
    await migrate(database, options.migrations ?? readMigrations())
  } catch (error) {
    await database.leave()
    throw error
  }
  return recordsOver(database, folder)
}

const ANSWER_WITHIN_MS = 2_000

/** The records in a database that is up to date already. */
export async function recordsOver(database: Database, folder: DataFolder): Promise<Records> {
  const { end, ...transactions } = openTransactions(database)
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= end().finally(database.leave))
  const query = <T>(text: string) =>
    transactions.asPerson(null, async (client) => (await sql.raw<{ value: T }>(text).execute(client)).rows[0]!.value)
  const answers = () =>
    query('select 1 as value').then(
      () => true,
      () => false,
    )
  try {
    await transactions.asInstaller((client) => requireSameKind(client, folder.kind, database.description))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ...transactions,
    description: database.description,
    businessNow: () => query<Date>('select app.business_now() as value'),
    async markDemonstration(date) {
      if (folder.kind !== 'demonstration')
        throw new Refusal(`The data folder ${folder.path} is live and cannot become a demonstration: name a new one.`)
      await transactions.asInstaller((client) => markDemonstration(client, date))
    },
    ready: () => Promise.race([answers(), pause(ANSWER_WITHIN_MS, false, { ref: false })]),
    stop,
  }
}
