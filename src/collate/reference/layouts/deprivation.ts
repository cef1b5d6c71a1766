import { OGL } from '../prepared-reference.ts'
import { cell, decimal, whole, withYear } from './columns.ts'
import type { Layout } from './layout.ts'

const MHCLG = { publisher: 'Ministry of Housing, Communities and Local Government', licence: OGL }

/** The English index came out in 2019 on LSOAs of 2011 and in 2025 on those of 2021: the areas tell the edition. */
const editionOn = (year: number | undefined) => (year === 2011 ? 2019 : year === 2021 ? 2025 : undefined)

/** Rank and decile of each LSOA in the English index of multiple deprivation: rank 1 and decile 1 are most deprived. */
export const deprivation: Layout = {
  kind: 'deprivation',
  needs: 'LSOA code (2021), Index of Multiple Deprivation (IMD) Rank and Decile; or lsoa21_code, IMD_rank, IMD_decile',
  read(columns) {
    const lsoa = columns.code('lsoa')
    const edition = editionOn(lsoa?.year)
    const rank = columns.like(/^(imd_rank|Index of Multiple Deprivation \(IMD\) Rank\b.*)$/i)
    const decile = columns.like(/^(imd_decile|Index of Multiple Deprivation \(IMD\) Decile\b.*)$/i)
    if (!lsoa || !edition || !rank || !decile) return undefined
    const crimeRank = columns.like(/^(crime_rank|Crime Rank\b.*)$/i)
    const crimeDecile = columns.like(/^(crime_decile|Crime Decile\b.*)$/i)
    return {
      ...MHCLG,
      vintage: `edition ${edition}, ${withYear('LSOA', lsoa)}`,
      title: `English index of multiple deprivation ${edition}, by ${withYear('LSOA', lsoa)}`,
      columns: {
        lsoa_code: cell(lsoa.column),
        edition: String(edition),
        rank: whole(rank),
        decile: whole(decile),
        crime_rank: crimeRank ? whole(crimeRank) : 'null::integer',
        crime_decile: crimeDecile ? whole(crimeDecile) : 'null::integer',
      },
      optional: ['crime_rank', 'crime_decile'],
      unique: ['lsoa_code'],
    }
  },
}

/** District summaries of the index: average score, extent, and the share of LSOAs in the most deprived tenth. */
export const districtDeprivation: Layout = {
  kind: 'district-deprivation',
  needs: 'district code, imd_average_score (2025) or Score, Proportion, Extent (2019)',
  read(columns) {
    const district = columns.code('district')
    const newer = columns.like(/^imd_average_score$/i)
    const score = newer ?? columns.like(/^score$/i)
    const extent = columns.like(newer ? /^imd25_extent$/i : /^extent$/i)
    const share = columns.like(newer ? /^imd_proportion_of_lso_?as_in_most_deprived_10_percent/i : /^proportion$/i)
    if (!district || columns.code('lsoa') || !score || !extent || !share) return undefined
    const edition = newer ? 2025 : 2019
    return {
      ...MHCLG,
      vintage: `edition ${edition}, ${withYear('district', district)}`,
      title: `English index of multiple deprivation ${edition}, district summaries`,
      columns: {
        district_code: cell(district.column),
        edition: String(edition),
        average_score: decimal(score),
        extent: decimal(extent),
        share_in_most_deprived_tenth: decimal(share),
      },
      unique: ['district_code'],
    }
  },
}
