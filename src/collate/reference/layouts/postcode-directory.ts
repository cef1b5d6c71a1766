import { OGL, ONS } from '../prepared-reference.ts'
import { cell, withYear } from './columns.ts'
import type { Layout } from './layout.ts'

/**
 * The ONS Postcode Directory and its smaller relations (National Statistics Postcode Lookup, postcode to LSOA lookup):
 * live and ended postcodes, since older records carry ended ones. Other nations' rows are left out.
 */
export const postcodeDirectory: Layout = {
  kind: 'postcode-directory',
  needs: 'pcds, lsoa21, oslaua, osward (or lsoa21cd, lad25cd, wd25cd)',
  read(columns) {
    const [postcode, lsoa, district] = [columns.code('postcode'), columns.code('lsoa'), columns.code('district')]
    if (!postcode || !lsoa || !district) return undefined
    const introduced = columns.like(/^dointr$/i)
    const ward = cell(columns.code('ward')?.column)
    return {
      publisher: ONS,
      licence: `${OGL}; contains Royal Mail data © Royal Mail copyright and database right; contains OS data © Crown copyright and database right`,
      vintage: withYear('LSOA', lsoa),
      title: `Postcode directory, ${withYear('LSOA', lsoa)}`,
      columns: {
        postcode: `upper(${cell(postcode.column)})`,
        lsoa_code: cell(lsoa.column),
        ward_code: `case when regexp_matches(${ward}, '^[EW]05') then ${ward} end`,
        district_code: cell(district.column),
      },
      keep: {
        where: `regexp_matches(lsoa_code, '^[EW]01')`,
        others: 'postcodes outside England and Wales or with no LSOA',
      },
      optional: ['ward_code'],
      unique: ['postcode'],
      ...(introduced ? { edition: `max(${cell(introduced)})` } : {}),
    }
  },
}
