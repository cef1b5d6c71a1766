import { type DuckDb, literal } from '../../platform/evidence/duckdb.ts'
import { districtOfLsoaName, districts, successions } from '../../vocabulary/areas/index.ts'

/** Districts made of several former ones: counts of their parts must be added, and only when all parts are there. */
const mergedCodes = [...Map.groupBy(successions, ({ code }) => code)]
  .filter(([, former]) => new Set(former.map(({ formerCode }) => formerCode)).size > 1)
  .map(([code]) => code)

/**
 * Makes the table `present_district`: every present and former district code with the present code and name, and
 * whether the present one was made of several.
 */
export async function loadPresentDistricts(db: DuckDb): Promise<void> {
  const nameOf = new Map(districts.map(({ code, name }) => [code, name]))
  const pairs = new Map(districts.map(({ code }) => [code, code]))
  for (const { formerCode, code } of successions) if (!pairs.has(formerCode)) pairs.set(formerCode, code)
  const rows = [...pairs].map(
    ([given, now]) =>
      `(${literal(given)}, ${literal(now)}, ${literal(nameOf.get(now)!)}, ${given !== now && mergedCodes.includes(now)})`,
  )
  await db.run(
    `create table present_district as select * from (values ${rows.join(', ')}) as t(given, now, now_name, part_of_merged)`,
  )
}

/** Present codes of the districts that LSOA names name, and whether every name named one. */
export function districtsOfLsoaNames(names: readonly string[]): { codes: string[]; all: boolean } {
  const found = names.map((name) => districtOfLsoaName(name)?.code)
  return { codes: [...new Set(found.filter((code) => code !== undefined))], all: !found.includes(undefined) }
}
