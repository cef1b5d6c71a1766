import { join } from 'node:path'
import type { Catalogue } from '../../platform/evidence/catalogue.ts'
import { type DuckDb, literals } from '../../platform/evidence/duckdb.ts'
import type { EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { districtByCode, districtOfLsoaName } from '../../vocabulary/areas/index.ts'

interface Lsoa {
  code: string
  name: string
  district: string | null
  ward: string | null
}

/**
 * Makes the table `area_of(lsoa_code, district, ward)` for the LSOAs of the view `admitted`: from the imported lookups
 * where they know the code, else the district from the LSOA's name, as the police print it. A name that no district has ever
 * had stays visible as *not recognised*; rows without an LSOA are in no district.
 */
export async function makeAreaOfLsoa(duckdb: DuckDb, folder: EvidenceFolder, catalogue: Catalogue): Promise<void> {
  const lookups = catalogue.references.filter(({ kind }) => kind === 'lsoa-district')
  const files = literals(lookups.map(({ file }) => join(folder.references, file)))
  const lookup =
    lookups.length > 0
      ? `select lsoa_code, any_value(district_code) as district_code, max(ward_code) as ward_code
         from read_parquet(${files}, union_by_name = true) group by lsoa_code`
      : 'select null::varchar as lsoa_code, null::varchar as district_code, null::varchar as ward_code where false'
  const lsoas = await duckdb.rows<Lsoa>(
    `with lsoa as (select lsoa_code, max(lsoa_name) as lsoa_name from admitted where lsoa_code is not null group by lsoa_code)
     select lsoa_code as code, lsoa_name as name, district_code as district, ward_code as ward
     from lsoa left join (${lookup}) using (lsoa_code) order by 1`,
  )
  const areas = lsoas.map(({ code, name, district, ward }) => ({
    code,
    district: presentDistrict(name, district),
    ward,
  }))
  await duckdb.run(
    `create or replace temp table area_of as
     select unnest(from_json($areas, '[{"code":"VARCHAR","district":"VARCHAR","ward":"VARCHAR"}]'), recursive := true)`,
    { areas: JSON.stringify(areas) },
  )
}

function presentDistrict(lsoaName: string, looked: string | null): string {
  const district = looked ? districtByCode(looked) : districtOfLsoaName(lsoaName)
  return district?.code ?? looked ?? `not recognised: ${lsoaName.replace(/ \d{3}[A-Z]$/, '')}`
}
