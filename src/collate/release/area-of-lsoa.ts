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
  const filesOf = (kind: string) =>
    catalogue.references.filter((reference) => reference.kind === kind).map(({ file }) => join(folder.references, file))
  const lookup = lookupSql(filesOf('lsoa-district'), filesOf('lsoa-succession'))
  const wards = filesOf('lsoa-district').length > 0
  const lsoas = await duckdb.rows<Lsoa>(
    `with lsoa as (select lsoa_code, max(lsoa_name) as lsoa_name from admitted where lsoa_code is not null group by lsoa_code)
     select lsoa_code as code, lsoa_name as name, district_code as district, ward_code as ward
     from lsoa left join (${lookup}) using (lsoa_code) order by 1`,
  )
  const areas = lsoas.map(({ code, name, district, ward }) => ({
    code,
    district: presentDistrict(name, district),
    ward: ward ?? (wards ? 'not known' : null),
  }))
  await duckdb.run(
    `create or replace temp table area_of as
     select unnest(from_json($areas, '[{"code":"VARCHAR","district":"VARCHAR","ward":"VARCHAR"}]'), recursive := true)`,
    { areas: JSON.stringify(areas) },
  )
}

/**
 * SQL for district and ward by LSOA code. A code of the census before, where its succession is known, is in the ward that all
 * its successors are in; when they are in several nobody can say.
 */
function lookupSql(lookups: string[], successions: string[]): string {
  if (lookups.length === 0)
    return 'select null::varchar as lsoa_code, null::varchar as district_code, null::varchar as ward_code where false'
  const listed = `select lsoa_code, any_value(district_code) as district_code, max(ward_code) as ward_code
     from read_parquet(${literals(lookups)}, union_by_name = true) group by lsoa_code`
  if (successions.length === 0) return listed
  return `with listed as (${listed}),
     succeeded as (
       select lsoa11_code as lsoa_code, any_value(listed.district_code) as district_code,
              case when count(distinct ward_code) = 1 then max(ward_code) end as ward_code
       from read_parquet(${literals(successions)}) as succession join listed on listed.lsoa_code = lsoa21_code
       where lsoa11_code not in (select lsoa_code from listed) group by lsoa11_code
     )
     select * from listed union all select * from succeeded`
}

function presentDistrict(lsoaName: string, looked: string | null): string {
  const district = looked ? districtByCode(looked) : districtOfLsoaName(lsoaName)
  return district?.code ?? looked ?? `not recognised: ${lsoaName.replace(/ \d{3}[A-Z]$/, '')}`
}
