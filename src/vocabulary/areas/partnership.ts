import type { Partnership } from './area.ts'
import { districtByCode } from './district.ts'
import { tableOf } from './tables.ts'

const covered = new Map<string, { name: string; districtCodes: string[] }>()
for (const row of tableOf('partnerships.tsv')) {
  const partnership = covered.get(row.code!) ?? { name: row.name!, districtCodes: [] }
  partnership.districtCodes.push(row.district_code!)
  covered.set(row.code!, partnership)
}

/** Every community safety partnership of England and Wales as listed in 2024, in code order. */
export const partnerships: readonly Partnership[] = [...covered].map(([code, { name, districtCodes }]) =>
  Object.freeze({ code, name, districtCodes: Object.freeze(districtCodes.sort()) }),
)

export const partnershipByCode = (code: string): Partnership | undefined =>
  partnerships.find((partnership) => partnership.code === code.trim().toUpperCase())

/**
 * The partnerships that cover a district, in code order: usually one; several where districts merged and their
 * partnerships did not (Buckinghamshire has four). None when there is no such district.
 */
export function partnershipsOf(districtCode: string): Partnership[] {
  const district = districtByCode(districtCode)
  return district ? partnerships.filter(({ districtCodes }) => districtCodes.includes(district.code)) : []
}
