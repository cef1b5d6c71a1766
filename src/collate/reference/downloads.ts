import { requireDistrict } from '../../vocabulary/areas/index.ts'
import type { ReferenceKind } from './prepared-reference.ts'

/** A file a person fetches from its publisher: the product's title, where it is listed and what to take from it. */
export interface Download {
  kind: ReferenceKind
  product: string
  site: string
  take: string
}

const GEOPORTAL = 'geoportal.statistics.gov.uk'

const EVERYWHERE: readonly Download[] = [
  {
    kind: 'lsoa-district',
    product: 'LSOA (2021) to Electoral Ward (2024) to LAD (2024) Best Fit Lookup in EW',
    site: GEOPORTAL,
    take: 'the CSV',
  },
  {
    kind: 'lsoa-succession',
    product: 'LSOA (2011) to LSOA (2021) to Local Authority District (2022) Exact Fit Lookup for EW',
    site: GEOPORTAL,
    take: 'the CSV',
  },
  {
    kind: 'postcode-directory',
    product: 'ONS Postcode Directory for the UK (newest)',
    site: GEOPORTAL,
    take: 'the zip; unpack it and give Data/ONSPD_…_UK.csv',
  },
  {
    kind: 'lsoa-population',
    product: 'Census 2021 TS001: number of usual residents in households and communal establishments',
    site: 'nomisweb.co.uk',
    take: 'the bulk zip; unpack it and give the file for LSOAs',
  },
  {
    kind: 'district-population',
    product: 'Estimates of the population for England and Wales (MYEB1, detailed series)',
    site: 'ons.gov.uk',
    take: 'the CSV, or the sheet saved as "CSV UTF-8"',
  },
  {
    kind: 'area-lookup',
    product: 'LAD to Community Safety Partnerships to PFA Lookup in EW (newest)',
    site: GEOPORTAL,
    take: 'the CSV',
  },
  {
    kind: 'boundaries',
    product: 'Lower layer Super Output Areas (December 2021) Boundaries EW, generalised (BGC or BSC)',
    site: GEOPORTAL,
    take: 'GeoJSON, which is in WGS84',
  },
  {
    kind: 'boundaries',
    product: 'Wards Boundaries UK (of the year of the ward lookup), generalised (BGC or BSC)',
    site: GEOPORTAL,
    take: 'GeoJSON, which is in WGS84',
  },
  {
    kind: 'boundaries',
    product: 'Local Authority Districts Boundaries UK (newest), ultra generalised (BUC)',
    site: GEOPORTAL,
    take: 'GeoJSON, which is in WGS84',
  },
]

const ENGLAND: readonly Download[] = [
  {
    kind: 'deprivation',
    product: 'English indices of deprivation 2025, File 7: all ranks, scores, deciles and population denominators',
    site: 'gov.uk',
    take: 'the CSV (the 2019 edition, on LSOAs of 2011, is read as well)',
  },
]

/** Optional tables that only some installations use: named where a file is refused, not in a district's list. */
const SELDOM: readonly Download[] = [
  {
    kind: 'rural-urban',
    product: 'Rural Urban Classification (2021) of LSOAs in EW',
    site: GEOPORTAL,
    take: 'the CSV',
  },
]

/**
 * What to fetch so that figures for a district stand on the publishers' own tables. The same national files serve every
 * district; the English deprivation index is not for Wales, whose own index is made differently and is not read.
 *
 * @throws Refusal when there is no such district
 */
export function downloadsFor(districtCode: string): Download[] {
  const district = requireDistrict(districtCode)
  return [...EVERYWHERE, ...(district.nation === 'England' ? ENGLAND : [])]
}

/** The first product that gives a kind of table; undefined for tables that come with the software. */
export const downloadOf = (kind: ReferenceKind): Download | undefined =>
  [...EVERYWHERE, ...ENGLAND, ...SELDOM].find((download) => download.kind === kind)
