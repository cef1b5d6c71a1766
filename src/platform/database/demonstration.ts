import { Refusal } from '../../vocabulary/refusal.ts'
import type { FolderKind } from '../data-folder/open-data-folder.ts'
import type { Sql } from './transactions.ts'

/** Set the date on which this demonstration stays. Only a database without live partnerships becomes one. */
export async function markDemonstration(sql: Sql, date: string) {
  const marked = await sql.selectFrom('demonstration').select('business_date').executeTakeFirst()
  const live = await sql.selectFrom('partnership').select('id').limit(1).executeTakeFirst()
  if (!marked && live)
    throw new Refusal('The records database holds live partnerships and cannot become a demonstration: use another.')
  await sql
    .insertInto('demonstration')
    .values({ business_date: date })
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet({ business_date: date }))
    .execute()
}

/** A live folder over a demonstration's database would run the law on an invented date; the reverse would invent people among real ones. */
export async function requireSameKind(sql: Sql, kind: FolderKind, description: string) {
  const marked = await sql.selectFrom('demonstration').select('business_date').executeTakeFirst()
  const live = !marked && (await sql.selectFrom('partnership').select('id').limit(1).executeTakeFirst())
  if (kind === 'live' && marked)
    throw new Refusal(`The ${description} is a demonstration's, and this data folder is live: use another database.`)
  if (kind === 'demonstration' && live)
    throw new Refusal(
      `The ${description} holds live records, and this data folder is a demonstration: use another database.`,
    )
}
