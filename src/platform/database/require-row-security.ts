import type pg from 'pg'
import { OWNER } from './roles.ts'

/**
 * Every table of ours protects itself, or the migration that left one open is undone. And every one admits the
 * migrator by its own policy: under forced row-level security an owner without one changes 0 rows and no error
 * says so. A restrictive policy that also binds the owner would filter it again, so there is none.
 */
export async function requireRowSecurity(client: pg.Client) {
  const { rows } = await client.query<{ table: string; fault: string }>(FAULTS, [OWNER])
  if (rows.length === 0) return
  throw new Error(rows.map(({ table, fault }) => `table ${table} ${fault}: call app.guard('${table}')`).join('; '))
}

const FAULTS = `
  with tables as (
    select c.oid, c.oid::regclass::text as "table", c.relrowsecurity, c.relforcerowsecurity, c.relowner::regrole::text as owner
    from pg_class c
    where c.relnamespace = to_regnamespace('app') and c.relkind in ('r', 'p')
  )
  select "table", 'has no forced row-level security' as fault
  from tables where not (relrowsecurity and relforcerowsecurity)
  union all
  select "table", 'has no policy for migrations'
  from tables where not exists (
    select from pg_policy p
    where p.polrelid = tables.oid and p.polname = 'migration' and p.polpermissive and p.polcmd = '*'
      and p.polroles = array[$1::text::regrole::oid]
  )
  union all
  select "table", 'has a restrictive policy that binds migrations: name the roles it is for'
  from tables where exists (
    select from pg_policy p
    where p.polrelid = tables.oid and not p.polpermissive and p.polroles && array[0::oid, $1::text::regrole::oid]
  )
  union all
  select "table", 'belongs to ' || owner || ', not to ' || $1::text
  from tables where owner <> $1::text
  order by 1, 2`
