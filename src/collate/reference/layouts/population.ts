import { Refusal } from '../../../vocabulary/refusal.ts'
import { OGL, ONS } from '../prepared-reference.ts'
import { type Columns, cell, whole, withYear } from './columns.ts'
import type { FileFacts, Layout, Reading } from './layout.ts'

const fromOns = { publisher: ONS, licence: OGL }
const CENSUS = "'Census 2021'"
const ESTIMATE = "'mid-year estimate'"
/** The ONS prints countries, regions and counties among the districts. */
const DISTRICTS_ONLY = {
  where: `regexp_matches(district_code, '^[EW]0[6-9]')`,
  others: 'rows that are not districts of England or Wales',
}
const YOUTHS = [10, 11, 12, 13, 14, 15, 16, 17]

/** The year a mid-year table is of: said by the person, by the lines above its header, or by its name. */
function yearOf({ year, preamble, fileName }: FileFacts): number {
  const said = /\bmid-?\s?(20\d\d)\b/i
  const found = year ?? Number(said.exec(preamble)?.[1] ?? said.exec(fileName)?.[1])
  if (Number.isInteger(found) && found > 2000 && found < 2100) return found
  throw new Refusal(
    `${fileName} is a mid-year population table that does not say its year: keep its title row ("Mid-2022 …"), put mid-2022 in its name, or give the year.`,
  )
}

/** Residents by LSOA: the census table TS001, or a mid-year estimate with or without single years of age. */
export const lsoaPopulation: Layout = {
  kind: 'lsoa-population',
  needs: 'LSOA21CD and total residents; or census table TS001 (date, geography code, Residence type: Total)',
  read(columns, facts) {
    const census = censusTable(columns)
    if (census) return census
    const lsoa = columns.code('lsoa')
    const households = columns.like(/^total_households$/i)
    const censusTotal = columns.like(/^total_residents$/i)
    const total = censusTotal ?? columns.like(/^(total_population|total|all ages)$/i)
    if (!lsoa || !total) return undefined
    const year = censusTotal && lsoa.year === 2021 ? 2021 : yearOf(facts)
    const vintage = `${censusTotal ? 'Census ' : 'mid-'}${year}, ${withYear('LSOA', lsoa)}`
    return {
      ...fromOns,
      vintage,
      title: `Residents by ${withYear('LSOA', lsoa)}, ${censusTotal ? 'Census' : 'mid-year estimate'} ${year}`,
      columns: {
        lsoa_code: cell(lsoa.column),
        year: String(year),
        kind: censusTotal ? CENSUS : ESTIMATE,
        residents: whole(total),
        households: households ? whole(households) : 'null::integer',
      },
      optional: households ? [] : ['households'],
      unique: ['lsoa_code'],
      ...lsoaNames(columns.name('lsoa')?.column),
    }
  },
}

/** Nomis's bulk file of TS001: `date,geography,geography code,Residence type: Total; measures: Value,…`. */
function censusTable(columns: Columns): Reading | undefined {
  const [code, total, date] = [
    columns.like(/^geography code$/i),
    columns.like(/^Residence type: Total/i),
    columns.like(/^date$/i),
  ]
  if (!code || !total || !date) return undefined
  return {
    ...fromOns,
    vintage: 'Census 2021, LSOA 2021',
    title: 'Residents by LSOA 2021, Census 2021 (TS001)',
    columns: {
      lsoa_code: cell(code),
      year: whole(date),
      kind: CENSUS,
      residents: whole(total),
      households: 'null::integer',
    },
    optional: ['households'],
    unique: ['lsoa_code'],
    ...lsoaNames(columns.like(/^geography$/i)),
  }
}

const lsoaNames = (column: string | undefined) => (column ? { lsoaNames: cell(column) } : {})

/** Residents by district: one year with single years of age across, or the ONS's series with a column a year. */
export const districtPopulation: Layout = {
  kind: 'district-population',
  needs: 'LAD21CD and total_population; or ladcode23, sex, age, population_2011 … (MYEB1)',
  read(columns, facts) {
    const district = columns.code('district')
    if (!district || columns.code('lsoa')) return undefined
    return series(columns, district.column) ?? oneYear(columns, facts)
  },
}

function oneYear(columns: Columns, facts: FileFacts): Reading | undefined {
  const total = columns.like(/^(total_population|total|all ages)$/i)
  if (!total) return undefined
  const ages = YOUTHS.map((age) => columns.like(new RegExp(`^(age_?)?${age}$`, 'i')))
  const youths = ages.every((age) => age !== undefined) ? ages.map((age) => whole(age!)).join(' + ') : undefined
  const year = yearOf(facts)
  return {
    ...fromOns,
    vintage: `mid-${year}`,
    title: `Residents by district, mid-year estimate ${year}`,
    columns: {
      district_code: cell(columns.code('district')!.column),
      year: String(year),
      kind: ESTIMATE,
      residents: whole(total),
      aged_10_to_17: youths ?? 'null::integer',
    },
    optional: youths ? [] : ['aged_10_to_17'],
    keep: DISTRICTS_ONLY,
    unique: ['district_code', 'year'],
    merge: 'add',
  }
}

/** MYEB1: a row per district, sex and single year of age; a column per year. */
function series(columns: Columns, district: string): Reading | undefined {
  const [sex, age] = [columns.like(/^sex$/i), columns.like(/^age$/i)]
  const years = columns.all.filter((column) => /^population_20\d\d$/i.test(column.trim()))
  if (!sex || !age || years.length === 0) return undefined
  const named = (column: string) => `"${column.replaceAll('"', '""')}"`
  const [first, last] = [years[0]!.slice(-4), years.at(-1)!.slice(-4)]
  return {
    ...fromOns,
    vintage: `mid-${first} to mid-${last}`,
    title: `Residents by district, mid-year estimates ${first} to ${last}`,
    from: `(unpivot source on ${years.map(named).join(', ')} into name heading value counted)`,
    columns: {
      district_code: cell(district),
      year: `try_cast(right(heading, 4) as integer)`,
      kind: ESTIMATE,
      residents: whole('counted'),
      aged_10_to_17: `case when try_cast(${cell(age)} as integer) between 10 and 17 then ${whole('counted')} else 0 end`,
    },
    keep: DISTRICTS_ONLY,
    unique: ['district_code', 'year'],
    merge: 'add',
  }
}
