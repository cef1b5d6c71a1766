/**
 * Makes the compact tables of areas in `src/vocabulary/areas/` from the published lookups and populations.
 *
 *   node scripts/make-areas.ts [FOLDER]    FOLDER holds lookups/ and population/; `../shared/data` when left out
 *
 * Run it again when the Office for National Statistics changes districts or partnerships, then read the difference.
 * `forces.tsv` is kept by hand: the police's own short names are in no lookup.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

type Row = Record<string, string>
const from = process.argv[2] ?? join(import.meta.dirname, '../../shared/data')
const into = join(import.meta.dirname, '../src/vocabulary/areas')

function read(name: string): Row[] {
  const bytes = readFileSync(join(from, name))
  return parse(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true }) as Row[]
}

const LICENCE =
  '# Contains public sector information licensed under the Open Government Licence v3.0. Made by scripts/make-areas.ts.'

function write(name: string, about: string[], header: string[], rows: (string | number)[][]) {
  const lines = rows.map((row) => row.join('\t')).sort()
  const text = [...about.map((line) => `# ${line}`), LICENCE, header.join('\t'), ...lines].join('\n')
  writeFileSync(join(into, name), `${text}\n`)
  console.error(`${name}: ${rows.length} rows`)
}

const all = read('lookups/la-all-codes.csv').filter((row) => /^[EW]/.test(row.LADCD!))
const present = all.filter((row) => row.Current === 'TRUE')
const presentCode = new Map(all.map((row) => [row.LADCD!, row.LADCD_ACTIVE!]))
const nowOf = (code: string) => {
  const now = presentCode.get(code)
  if (!now) throw new Error(`la-all-codes.csv has no district ${code}: it is older than the other files.`)
  return now
}

const partnerships = read('lookups/ltla24-csp24-pfa24.csv')
const forceOf = new Map(partnerships.map((row) => [nowOf(row.ltla24_code!), row.pfa24_code!]))

write(
  'districts.tsv',
  [
    'Local authority districts of England and Wales, 2025. Office for National Statistics (ONS), code lists to 2025;',
    'police force: ONS lookup of 2024. A unitary authority, borough or city has no county here; Wales no region.',
  ],
  ['code', 'name', 'nation', 'county_code', 'county', 'region_code', 'region', 'force_code'],
  present.map((row) => {
    const county = row.UTLACD!.startsWith('E10') ? [row.UTLACD!, row.UTLANM!] : ['', '']
    const region = row.RGNCD!.startsWith('E12') ? [row.RGNCD!, row.RGNNM!] : ['', '']
    return [row.LADCD!, row.LADNM!, row.CTRYNM!, ...county, ...region, forceOf.get(row.LADCD!) ?? '']
  }),
)

write(
  'partnerships.tsv',
  [
    'Community safety partnerships and the districts they cover, as the ONS listed them in 2024: many to many, and names',
    'lag behind the districts (Folkestone and Hythe is listed as Shepway). District codes are the present ones.',
  ],
  ['code', 'name', 'district_code'],
  partnerships.map((row) => [row.csp24_code!, row.csp24_name!, nowOf(row.ltla24_code!)]),
)

/** The first year in which the ONS's yearly lists (2016 to 2024) no longer have the code under this name. */
const changes = read('lookups/ltla-code-changes.csv')
const years = Array.from({ length: 9 }, (_, i) => 2016 + i)
const at = (row: Row, year: number) => [row[`ltla${year % 100}_code`], row[`ltla${year % 100}_name`]] as const
const lastListed = new Map<string, number>()
for (const row of changes)
  for (const year of years) {
    const [code, name] = at(row, year)
    lastListed.set(`${code}\t${name}`, Math.max(year, lastListed.get(`${code}\t${name}`) ?? 0))
  }
const renamed = [...lastListed].filter(
  ([key]) => /^[EW]/.test(key) && present.some((row) => row.LADCD === key.slice(0, 9) && row.LADNM !== key.slice(10)),
)
const endOf = (code: string, name: string) => {
  const last = lastListed.get(`${code}\t${name}`)
  return last === undefined ? '' : String(last + 1)
}
write(
  'successions.tsv',
  [
    'Former districts and former names with the present district, since 2011. ONS code lists. `since` is the first year',
    'the ONS no longer listed the former one; blank where that was before 2016, the first yearly list held.',
  ],
  ['former_code', 'former_name', 'code', 'since'],
  [
    ...all
      .filter((row) => row.Current !== 'TRUE')
      .map((row) => [row.LADCD!, row.LADNM!, row.LADCD_ACTIVE!, endOf(row.LADCD!, row.LADNM!)]),
    ...renamed.map(([key, last]) => [key.slice(0, 9), key.slice(10), key.slice(0, 9), last + 1]),
  ],
)

interface Count {
  residents: number
  households?: number
  youths?: number
}
const census = new Map<string, Count>()
const districtOfLsoa = new Map(
  read('lookups/lsoa21-ward24-ltla24.csv.gz').map((r) => [r.lsoa21_code!, nowOf(r.ltla24_code!)]),
)
for (const row of read('population/lsoa21-census2021-residents-households.csv.gz')) {
  const district = districtOfLsoa.get(row.lsoa21_code!)!
  const sum = census.get(district) ?? { residents: 0, households: 0 }
  census.set(district, {
    residents: sum.residents + Number(row.total_residents),
    households: sum.households! + Number(row.total_households),
  })
}
const estimate = new Map<string, Count>()
for (const row of read('population/ltla21-mid2020-single-year-of-age.csv').filter((r) =>
  /^[EW]/.test(r.ltla21_code!),
)) {
  const district = nowOf(row.ltla21_code!)
  const sum = estimate.get(district) ?? { residents: 0, youths: 0 }
  const youths = [10, 11, 12, 13, 14, 15, 16, 17].reduce((n, age) => n + Number(row[age]), 0)
  estimate.set(district, {
    residents: sum.residents + Number(row.total_population),
    youths: sum.youths! + youths,
  })
}
const rowsOf = (counts: Map<string, Count>, year: number, kind: string) =>
  [...counts].map(([code, c]) => [code, year, kind, c.residents, c.households ?? '', c.youths ?? ''])
write(
  'populations.tsv',
  [
    'Usual residents of each present district. Census 2021 (21 March 2021): ONS, summed from the census’s LSOA counts, which',
    'are lightly rounded by disclosure control. Mid-year estimate 2020 (30 June 2020): ONS; where districts have merged since,',
    'the sum of the former ones. Census 2011: ONS, published rounded to the nearest hundred.',
  ],
  ['code', 'year', 'kind', 'residents', 'households', 'aged_10_to_17'],
  [
    ...rowsOf(census, 2021, 'Census 2021'),
    ...rowsOf(estimate, 2020, 'mid-year estimate'),
    ['E07000107', 2011, 'Census 2011', 97_400, '', ''], // the one district whose census 2011 figure we hold with its source
  ],
)
