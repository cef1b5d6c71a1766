import { readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { populationOf } from '../../vocabulary/areas/index.ts'
import { prepareReference } from './index.ts'
import { hasShared, rowsOf, sharedFile, stagingFolder, whyNot } from './testing.ts'

const prepare = (name: string) => prepareReference(sharedFile(name), stagingFolder())
const DARTFORD = `district_code = 'E07000107'`

// Numbers of rows are the publishers'; Dartford's figures are ONS's.
describe.skipIf(!hasShared)(`real tables${whyNot}`, () => {
  for (const [name, kind, rows, covers] of [
    ['lookups/la-all-codes.csv', 'district-succession', 368, 'England and Wales'],
    ['lookups/ltla-code-changes.csv', 'district-succession', 361, 'England and Wales'],
    ['lookups/ltla24-fra24.csv', 'area-lookup', 318, 'England and Wales'],
    ['lookups/ltla24-region24.csv', 'area-lookup', 296, 'England'],
    ['lookups/ruc21-lsoa21.csv.gz', 'rural-urban', 35_672, 'England and Wales'],
    ['population/lsoa11-mid2020-totals.csv.gz', 'lsoa-population', 34_753, 'England and Wales'],
    ['deprivation/imd2019-lsoa11.csv.gz', 'deprivation', 32_844, 'England'],
    ['deprivation/imd2025-lsoa21.csv.gz', 'deprivation', 33_755, 'England'],
    ['deprivation/imd2019-ltla23.csv', 'district-deprivation', 296, 'England'],
    ['deprivation/imd2025-ltla24.csv', 'district-deprivation', 296, 'England'],
    ['boundaries/england-ltla24.geojson.gz', 'boundaries', 296, 'England'],
    ['boundaries/police-force-areas-2020.geojson', 'boundaries', 43, 'England and Wales'],
    ['boundaries/msoa/E07000107-dartford.geojson', 'boundaries', 13, ['E07000107']],
    ['boundaries/ward/E07000107-dartford.geojson', 'boundaries', 20, ['E07000107']],
    ['boundaries/lsoa/E06000035.geojson.gz', 'boundaries', 169, ['E06000035']],
  ] as const)
    it(`${name} is ${kind} of ${rows} rows`, async () => {
      expect(await prepare(name)).toMatchObject({ kind, rows, covers })
    })

  it('Dartford has 58 LSOAs of 2011, 53 unchanged and 5 split into 14', async () => {
    const succession = await prepare('lookups/lsoa11-lsoa21-ltla22.csv.gz')
    const by = await rowsOf(
      succession,
      `change, count(distinct lsoa11_code) as old, count(distinct lsoa21_code) as new`,
      `${DARTFORD} group by change order by change`,
    )
    expect(by).toEqual([
      { change: 'S', old: 5, new: 14 },
      { change: 'U', old: 53, new: 53 },
    ])
  })

  it('Dartford has 67 LSOAs of 2021, in the lookup and on the map, and 58 of 2011 on the map', async () => {
    const lookup = await prepare('lookups/lsoa21-ward24-ltla24.csv.gz')
    const inLookup = (await rowsOf(lookup, 'lsoa_code', DARTFORD)).map((row) => row.lsoa_code).sort()
    expect(inLookup).toHaveLength(67)
    const map = await prepare('boundaries/lsoa/E07000107-dartford.geojson')
    const { features } = JSON.parse(readFileSync(map.file, 'utf8')) as FeatureCollection
    expect(features.map((feature) => feature.properties!.code as string).sort()).toEqual(inLookup)
    expect((await prepare('boundaries/lsoa11/E07000107-dartford.geojson')).rows).toBe(58)
  })

  it('Dartford has 114,051 residents in mid-2020, 11,815 of them aged 10 to 17', async () => {
    const estimate = await prepare('population/ltla21-mid2020-single-year-of-age.csv')
    expect(estimate.rows).toBe(318) // 331 districts then, 318 now: merged ones are added up
    expect(await rowsOf(estimate, '*', DARTFORD)).toEqual([
      { district_code: 'E07000107', year: 2020, kind: 'mid-year estimate', residents: 114_051, aged_10_to_17: 11_815 },
    ])
  })

  it('Dartford’s LSOAs sum to 116,747 residents at Census 2021, as the table of areas says', async () => {
    const [census, lookup] = [
      await prepare('population/lsoa21-census2021-residents-households.csv.gz'),
      await prepare('lookups/lsoa21-ward24-ltla24.csv.gz'),
    ]
    expect(census).toMatchObject({ vintage: 'Census 2021, LSOA 2021', rows: 35_672, covers: 'England and Wales' })
    const codes = (await rowsOf(lookup, 'lsoa_code', DARTFORD)).map(({ lsoa_code }) => `'${lsoa_code}'`)
    const [sum] = await rowsOf(census, 'sum(residents)::bigint as residents', `lsoa_code in (${codes.join(', ')})`)
    expect(sum!.residents).toBe(116_747)
    expect(populationOf('E07000107', { nearYear: 2021 })!.residents).toBe(116_747)
  })

  it('a part-file of LSOA estimates says which 15 districts it covers', async () => {
    const part = await prepare('population/lsoa11-mid2020-single-year-of-age-kent-medway-bexley-thurrock.csv.gz')
    expect(part.covers).toHaveLength(15)
    expect(part.covers).toContain('E07000112') // its LSOA names still say Shepway
  })

  it('partnerships are many to many: E22000352 covers Dartford and Gravesham; Folkestone and Hythe is in "Shepway"', async () => {
    const lookup = await prepare('lookups/ltla24-csp24-pfa24.csv')
    expect(lookup.rows).toBe(332)
    const shared = await rowsOf(lookup, 'district_code', `csp_code = 'E22000352' order by district_code`)
    expect(shared.map((row) => row.district_code)).toEqual(['E07000107', 'E07000109'])
    expect(await rowsOf(lookup, 'csp_name, police_code', `district_code = 'E07000112'`)).toEqual([
      { csp_name: 'Shepway', police_code: 'E23000032' },
    ])
    const former = await prepare('lookups/lad17-csp17-pfa17.csv') // starts with a byte-order mark
    expect(former.key).not.toBe(lookup.key)
    expect(await rowsOf(former, 'district_name', `district_code = 'E07000112'`)).toEqual([
      { district_name: 'Folkestone and Hythe' },
    ])
  })
})
