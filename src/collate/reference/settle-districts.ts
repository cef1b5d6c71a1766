import type { DuckDb } from '../../platform/evidence/duckdb.ts'
import { districts } from '../../vocabulary/areas/index.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { counted } from './counted.ts'
import type { Reading } from './layouts/layout.ts'
import { loadPresentDistricts } from './present-districts.ts'

/**
 * Makes the table `normal` from `given`: former districts become the present ones, repeated rows one. Counts of
 * districts that have since merged are added up only when the file has every English district: the sum of some parts
 * would pass for the whole.
 *
 * @returns what was left out, in words
 * @throws Refusal when two rows say different things of one key
 */
export async function settleDistricts(db: DuckDb, label: string, reading: Reading): Promise<string[]> {
  const columns = Object.keys(reading.columns)
  const now: Record<string, string> = {
    district_code: 'coalesce(now, district_code) as district_code',
    district_name: 'coalesce(now_name, district_name) as district_name',
  }
  await loadPresentDistricts(db)
  const leftOut: string[] = []
  if (columns.includes('district_code')) {
    await db.run(`create table settled as select ${columns.map((c) => now[c] ?? c).join(', ')},
      coalesce(part_of_merged, false) as part_of_merged
      from given left join present_district on present_district.given = district_code`)
    if (reading.merge) leftOut.push(...(await dropLonelyParts(db)))
  } else await db.run('create table settled as select * from given')

  const counted = reading.merge ? ['residents', 'aged_10_to_17'] : []
  const same = columns.filter((column) => !counted.includes(column))
  const sql = reading.merge
    ? `select ${same.join(', ')}, ${counted.map((c) => `sum(${c})::integer as ${c}`).join(', ')} from settled group by all`
    : `select ${reading.distinct ? 'distinct' : ''} ${columns.join(', ')} from settled`
  await db.run(`create table normal as ${sql}`)
  await refuseRepeats(db, label, reading)
  return leftOut
}

async function dropLonelyParts(db: DuckDb): Promise<string[]> {
  const english = districts.filter(({ nation }) => nation === 'England').length
  const [found] = await db.rows<{ covered: bigint; parts: bigint }>(
    `select count(distinct district_code) filter (where district_code like 'E%') as covered,
            count(*) filter (where part_of_merged) as parts from settled`,
  )
  if (Number(found!.covered) >= english || Number(found!.parts) === 0) return []
  await db.run('delete from settled where part_of_merged')
  return [
    `${counted(Number(found!.parts), 'row', 'rows')} of former districts, part of one that has merged since and is not wholly in the file`,
  ]
}

async function refuseRepeats(db: DuckDb, label: string, { unique, merge }: Reading): Promise<void> {
  if (merge) return // grouped by its key already
  const key = unique.map((column) => `coalesce(${column}, 'none')`).join(` || ' with ' || `)
  const [repeat] = await db.rows<{ key: string; n: bigint }>(
    `select ${key} as key, count(*) as n from normal group by all having count(*) > 1 order by key limit 1`,
  )
  if (repeat)
    throw new Refusal(
      `${label} has ${repeat.n} rows for ${repeat.key}, which should have one: download it again, or remove the repeats.`,
    )
}
