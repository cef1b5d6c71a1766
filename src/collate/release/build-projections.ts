import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  AUDIENCES,
  type Audience,
  type Catalogue,
  type Release,
  referencesOf,
  shortRelease,
} from '../../platform/evidence/catalogue.ts'
import { type DuckDb, literal } from '../../platform/evidence/duckdb.ts'
import { flush, renameDurably } from '../../platform/evidence/durable.ts'
import type { EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { areaTableHash } from '../../vocabulary/areas/index.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { admittedRowsSql, requireStored } from './admitted-rows.ts'
import { makeAreaOfLsoa } from './area-of-lsoa.ts'

/** Columns that repeat a few values: kept as enumerations, which sort as small numbers. */
const ENUMERATED = ['feed', 'publisher', 'month', 'type', 'outcome', 'lsoa_code']

/**
 * Builds what readers of a release read, an audience at a time: `rows` sorted by district and month, so that one area is
 * read from one place, and `counts` by every dimension but outcome, which would make three times as many. Both can be deleted at any time and are made again from the
 * deliveries: to the same rows, not to the same bytes, since threads write in the order they finish. Finished in a folder of its own and then renamed.
 */
export async function buildProjections(duckdb: DuckDb, folder: EvidenceFolder, held: Catalogue, release: Release) {
  const finished = join(folder.projections, release.id)
  if (projectionsStand(folder, held, release)) return
  if (release.tables.areas !== areaTableHash)
    throw new Refusal(
      `Evidence release ${shortRelease(release.id)} was made with another version of the table of areas, so it cannot be built again: import any file again to make a release with the present one.`,
    )
  const used = new Set(release.admissions.map(({ delivery }) => delivery))
  requireStored(
    folder,
    held.deliveries.filter(({ id }) => used.has(id)),
  )
  rmSync(finished, { recursive: true, force: true })
  const catalogue = { ...held, references: referencesOf(held, release) }
  const building = join(folder.staging, `projections-${release.id}`)
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { recursive: true, mode: 0o700 })
  for (const audience of AUDIENCES) {
    const admitted = admittedRowsSql(folder, catalogue, release.admissions, audience)
    if (admitted)
      await buildFor(duckdb, folder, catalogue, admitted, (name) => join(building, projectionFile(name, audience)))
  }
  renameDurably(building, finished)
}

export type Projection = 'rows' | 'counts'

/** The name of a projection for one audience. */
export const projectionFile = (projection: Projection, audience: Audience) =>
  `${projection}-${audience.replace(' ', '-')}.parquet`

/** Is every projection there that the release's deliveries call for? Where one is missing nothing may be read as none. */
export function projectionsStand(folder: EvidenceFolder, { deliveries }: Catalogue, release: Release): boolean {
  const used = new Set(release.admissions.map(({ delivery }) => delivery))
  const audiences = new Set(deliveries.filter(({ id }) => used.has(id)).map(({ audience }) => audience))
  return [...audiences].every((audience) =>
    (['rows', 'counts'] as const).every((projection) =>
      existsSync(join(folder.projections, release.id, projectionFile(projection, audience))),
    ),
  )
}

async function buildFor(
  duckdb: DuckDb,
  folder: EvidenceFolder,
  catalogue: Catalogue,
  admitted: string,
  file: (name: Projection) => string,
) {
  await duckdb.run(`create or replace temp view admitted as ${admitted}`)
  await makeAreaOfLsoa(duckdb, folder, catalogue)
  for (const column of ENUMERATED) await makeEnumeration(duckdb, column, 'admitted')
  for (const column of ['district', 'ward']) await makeEnumeration(duckdb, column, 'area_of')
  const enumerated = ENUMERATED.map((column) => `cast(admitted."${column}" as ${column}_values) as "${column}"`)
  const rows = file('rows')
  await duckdb.run(
    `copy (
       select ${enumerated.join(', ')}, cast(district as district_values) as district, cast(ward as ward_values) as ward,
              case when "type" = ${literal(ASB)} then 'asb' else 'crime' end as "group", longitude, latitude
       from admitted left join area_of on area_of.code = admitted.lsoa_code
       order by district, "month"
     ) to ${literal(rows)} (format parquet)`,
  )
  const counts = file('counts')
  await duckdb.run(
    `copy (
       select *, case when "type" = ${literal(ASB)} then 'asb' else 'crime' end as "group"
       from (
         select ${[...ENUMERATED, 'district', 'ward']
           .filter((column) => column !== 'outcome')
           .map((column) => `cast("${column}" as ${column}_values) as "${column === 'lsoa_code' ? 'lsoa' : column}"`)
           .join(', ')}, count(*)::uinteger as n
         from read_parquet(${literal(rows)}) group by all
       )
       order by district, "month", "type"
     ) to ${literal(counts)} (format parquet)`,
  )
  flush(rows)
  flush(counts)
}

/** The type `<column>_values` of a column's values; of a column that is empty throughout, one value that never occurs, since DuckDB cannot sort by none. */
async function makeEnumeration(duckdb: DuckDb, column: string, from: string): Promise<void> {
  await duckdb.run(`drop type if exists ${column}_values`)
  await duckdb.run(
    `create type ${column}_values as enum (
       with found as (select distinct "${column}"::varchar as value from ${from} where "${column}" is not null)
       select value from found union all select '' where not exists (from found) order by 1
     )`,
  )
}
