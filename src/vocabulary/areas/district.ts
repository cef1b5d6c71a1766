import type { District, Force, FoundDistrict, Succession } from './area.ts'
import { forceByCode } from './force.ts'
import { plainName } from './plain-name.ts'
import { tableOf } from './tables.ts'

const place = (code = '', name = '') => (code ? { code, name } : null)

/** Every present district of England and Wales, in code order. */
export const districts: readonly District[] = tableOf('districts.tsv').map((row) =>
  Object.freeze({
    code: row.code!,
    name: row.name!,
    nation: row.nation as District['nation'],
    county: place(row.county_code, row.county),
    region: place(row.region_code, row.region),
    force: forceByCode(row.force_code!)!,
  }),
)

/** Former districts and former names, each with the present district. */
export const successions: readonly Succession[] = tableOf('successions.tsv').map((row) =>
  Object.freeze({
    formerCode: row.former_code!,
    formerName: row.former_name!,
    code: row.code!,
    since: row.since ? Number(row.since) : undefined,
  }),
)

const byCode = new Map<string, FoundDistrict>(districts.map((district) => [district.code, district]))
const byName = new Map<string, FoundDistrict>(districts.map((district) => [plainName(district.name), district]))
for (const formerly of successions) {
  const found = Object.freeze({ ...byCode.get(formerly.code)!, formerly })
  // A present code or name always means the present district: Northumberland kept its name when its code changed.
  if (!byCode.has(formerly.formerCode)) byCode.set(formerly.formerCode, found)
  if (!byName.has(plainName(formerly.formerName))) byName.set(plainName(formerly.formerName), found)
}

/** The district of this code; for a former code the present district, with `formerly` saying so. */
export const districtByCode = (code: string): FoundDistrict | undefined => byCode.get(code.trim().toUpperCase())

/** The district of this name, present or former: `Shepway` gives Folkestone and Hythe, with `formerly` saying so. */
export const districtByName = (name: string): FoundDistrict | undefined => byName.get(plainName(name))

/**
 * The district in the name of a small area: `Dartford 005C` gives Dartford, `Shepway 003B` Folkestone and Hythe.
 * Names are what the police's files carry; where a lookup of codes is loaded, trust the code instead.
 */
export function districtOfLsoaName(lsoaName: string): FoundDistrict | undefined {
  const match = /^(.+) \d{3}[A-Z]$/.exec(lsoaName.trim())
  return match ? districtByName(match[1]!) : undefined
}

/** The district's force; undefined when there is no such district. */
export const forceOf = (code: string): Force | undefined => districtByCode(code)?.force

/** Every district of one force, by name: for `kent` the 12 Kent districts and Medway. */
export const districtsOfForce = (slug: string): District[] =>
  districts.filter(({ force }) => force.slug === slug).sort((a, b) => (plainName(a.name) < plainName(b.name) ? -1 : 1))

/** The other districts of the same police force, by name: who a district is set beside. None in the City of London. */
export function peersOf(code: string): District[] {
  const district = districtByCode(code)
  return district ? districtsOfForce(district.force.slug).filter((peer) => peer.code !== district.code) : []
}
