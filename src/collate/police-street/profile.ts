import type { Holding } from '../../platform/evidence/catalogue.ts'
import { type DuckDb, literal } from '../../platform/evidence/duckdb.ts'
import { ASB, TYPES } from '../../vocabulary/offence.ts'
import { type FileKind, publisherOfForce } from './file-name.ts'

/** What a converted file turns out to hold. */
export interface Profile {
  rows: number
  holds: Holding[]
  repeatedCrimeIds: number
  unknownTypes: string[]
  forces: string[]
}

interface Tally {
  force: string
  month: string
  rows: number
  asb: number
  withoutLsoa: number
}

/** Counts a converted file by publisher and month, and notes what is unlike the layout's ordinary content. */
export async function profile(duckdb: DuckDb, parquet: string, named: FileKind): Promise<Profile> {
  const rows = `read_parquet(${literal(parquet)})`
  const tallies = await duckdb.rows<Tally>(
    `select falls_within as force, month, count(*)::integer as rows,
            count(*) filter (type = ${literal(ASB)})::integer as asb,
            count(*) filter (lsoa_code is null)::integer as "withoutLsoa"
     from ${rows} group by all order by all`,
  )
  const types = await duckdb.rows<{ type: string }>(`select distinct type from ${rows} order by all`)
  // distinct 64-bit hashes of id and month: seven times as fast as grouping, and two of five million ids share one by
  // chance less than once in a million files
  const [ids] = await duckdb.rows<{ repeated: number }>(
    `select (count(*) - count(distinct hash(crime_id, month)))::integer as repeated from ${rows} where crime_id is not null`,
  )
  return {
    rows: tallies.reduce((total, tally) => total + tally.rows, 0),
    holds: byPublisher(tallies, named),
    repeatedCrimeIds: ids!.repeated,
    unknownTypes: types.map(({ type }) => type).filter((type) => !TYPES.includes(type)),
    forces: [...new Set(tallies.map(({ force }) => force))],
  }
}

/** A file with the publisher in its name is that publisher's; otherwise each row is its force's. */
function byPublisher(tallies: Tally[], named: FileKind): Holding[] {
  const holdings = new Map<string, Holding>()
  for (const { force, month, rows, asb, withoutLsoa } of tallies) {
    const publisher = named.kind === 'street' ? named.publisher : publisherOfForce(force)
    const key = `${publisher} ${month}`
    const held = holdings.get(key) ?? { publisher, month, rows: 0, asb: 0, withoutLsoa: 0 }
    holdings.set(key, {
      publisher,
      month,
      rows: held.rows + rows,
      asb: held.asb + asb,
      withoutLsoa: held.withoutLsoa + withoutLsoa,
    })
  }
  return [...holdings.values()].sort((a, b) => (a.publisher + a.month < b.publisher + b.month ? -1 : 1))
}
