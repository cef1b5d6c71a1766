/**
 * What a reference table is about: one kind a question it answers, each with its normal columns. Codes and names are
 * text, counts and years 32-bit whole numbers; `?` marks what may be null. District codes are always present ones.
 *
 * - `lsoa-district`: lsoa_code, lsoa_name?, ward_code?, ward_name?, district_code, district_name?
 * - `lsoa-succession`: lsoa11_code, change (U, S, M, X), lsoa21_code, district_code
 * - `postcode-directory`: postcode (`DA1 1DR`), lsoa_code, ward_code?, district_code
 * - `lsoa-population`: lsoa_code, year, kind, residents, households?
 * - `district-population`: district_code, year, kind, residents, aged_10_to_17?
 * - `deprivation`: lsoa_code, edition, rank, decile, crime_rank?, crime_decile?; 1 is most deprived
 * - `district-deprivation`: district_code, edition, average_score, extent, share_in_most_deprived_tenth
 * - `rural-urban`: lsoa_code, class_code, class?, broad?
 * - `area-lookup`: district_code, district_name?, then code? and name? of csp, police, fire and region
 * - `district-succession`: former_code, former_name, district_code; present districts are in it too
 * - `boundaries`: GeoJSON features with code, name, level and vintage (a year)
 */
export type ReferenceKind =
  | 'lsoa-district'
  | 'lsoa-succession'
  | 'postcode-directory'
  | 'lsoa-population'
  | 'district-population'
  | 'deprivation'
  | 'district-deprivation'
  | 'rural-urban'
  | 'area-lookup'
  | 'district-succession'
  | 'boundaries'

/**
 * Where the table speaks: the whole of a nation, or the codes it covers, in order. The codes are those of present
 * districts where the file lets them be known, else of the areas it lists.
 */
export type Coverage = 'England and Wales' | 'England' | 'Wales' | string[]

/** A reference file recognised, checked and written in one normal form, ready to be taken into the evidence folder. */
export interface PreparedReference {
  kind: ReferenceKind
  /** which years' areas or counts it holds: `LSOA 2021, ward 2024, district 2024`, `mid-2020` */
  vintage: string
  /** for people: `LSOA 2021 to ward 2024 to district 2024` */
  title: string
  /** kind, vintage and coverage: a newer file with the same key takes the place of an older one */
  key: string
  /** SHA-256 of the decompressed source, in hexadecimal: the identity of what was given */
  hash: string
  rows: number
  /** the normal form, in the staging folder: Parquet, or GeoJSON for boundaries */
  file: string
  covers: Coverage
  publisher: string
  licence: string
  /** what of the source was not kept, and why: `1,204 rows outside England and Wales` */
  leftOut: string[]
}

export const OGL = 'Open Government Licence v3.0'
export const ONS = 'Office for National Statistics'
