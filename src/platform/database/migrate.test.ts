import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestRecords, testRecords } from '../../../test/support/records.ts'
import { connectionFor } from './database.ts'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { MIGRATOR } from './roles.ts'

let records: TestRecords
const known = readMigrations()
beforeAll(async () => {
  records = await testRecords()
})
afterAll(() => records?.stop())

/** The known migrations, those given in earlier tests of this file, and one more. */
const given: Migration[] = []
function following(sql: string): Migration {
  const number = String(known.length + given.length + 1).padStart(4, '0')
  return { name: `${number}-in-a-test`, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}
async function apply(sql: string) {
  const migration = following(sql)
  const applied = await migrate(records.database, [...known, ...given, migration])
  given.push(migration)
  return applied
}

async function asMigrator<T>(work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client(connectionFor(records.database, MIGRATOR))
  await client.connect()
  return work(client).finally(() => client.end())
}

describe('migrate', () => {
  it('applies nothing to a database that is up to date', async () => {
    expect(await migrate(records.database, known)).toEqual([])
  })

  it('lets a data migration change every row of a table with forced row-level security, as the ordinary owner', async () => {
    await apply(`
      create table app.note (id int primary key, text text not null);
      select app.guard('app.note');
      create policy nobody on app.note for select to tapestry_app using (false);
      insert into app.note select n, 'before' from generate_series(1, 250) as n;`)
    await apply(`
      do $$
      declare changed int;
      begin
        assert (select relforcerowsecurity from pg_class where oid = 'app.note'::regclass);
        assert not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user);
        update app.note set text = 'after';
        get diagnostics changed = row_count;
        assert changed = 250, changed || ' rows changed';
      end $$;`)
    const count = await records.asInstaller((db) =>
      db
        .selectFrom('note' as 'partnership')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirst(),
    )
    expect(count).toEqual({ n: 250 })
  })

  it('shows the owner nothing outside a migrator’s session: owning a table opens it to nobody', async () => {
    await apply(`
      create function app.peek() returns bigint language sql security definer
        set search_path = pg_catalog, pg_temp as 'select count(*) from app.note';
      grant execute on function app.peek() to tapestry_app;`)
    const seen = await records.asPerson(null, (db) =>
      db.selectNoFrom((eb) => eb.fn<number>('app.peek').as('n')).executeTakeFirst(),
    )
    expect(seen).toEqual({ n: 0 })
  })

  it('undoes a migration that leaves a table unprotected, and says which', async () => {
    await expect(apply('create table app.open_to_all (id int)')).rejects.toThrow(
      /in-a-test failed and was undone: table app.open_to_all has no forced row-level security: call app.guard/,
    )
    const left = await asMigrator((client) => client.query(`select to_regclass('app.open_to_all') as t`))
    expect(left.rows).toEqual([{ t: null }])
  })

  it('undoes a migration that would filter later ones by a restrictive policy', async () => {
    await expect(apply('create policy narrow on app.note as restrictive using (id < 100)')).rejects.toThrow(
      'restrictive policy that binds migrations',
    )
  })

  it('undoes a migration that takes a table from later ones, whose changes would touch 0 rows and say nothing', async () => {
    await expect(apply('drop policy migration on app.note')).rejects.toThrow('has no policy for migrations')
  })

  // decision 2 rests on this: were it otherwise, row_security = off would be the plainer guard
  it('cannot run with row_security = off: PostgreSQL then refuses even a policy that admits every row', async () => {
    const reading = apply(`set local row_security = off; do $$ begin perform from app.note; end $$`)
    await expect(reading).rejects.toThrow('query would be affected by row-level security policy')
  })

  it('refuses an applied migration whose file was changed', async () => {
    const edited = known.map((migration, index) => (index === 1 ? { ...migration, sha256: '0'.repeat(64) } : migration))
    await expect(migrate(records.database, edited)).rejects.toThrow(
      `Migration ${known[1]!.name} was changed after it was applied`,
    )
  })

  it('refuses a database that a later version has migrated', async () => {
    await expect(migrate(records.database, known)).rejects.toThrow('which this version of Tapestry does not know')
  })

  it('applies each migration once when two processes migrate together', async () => {
    const slow = following(`select pg_sleep(0.2); create table app.once (id int); select app.guard('app.once')`)
    const all = [...known, ...given, slow]
    const applied = await Promise.all([migrate(records.database, all), migrate(records.database, all)])
    expect(applied.flat()).toEqual([slow.name])
  })
})
