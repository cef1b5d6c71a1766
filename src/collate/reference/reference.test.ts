import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { downloadsFor, prepareReference } from './index.ts'
import { prepareText, rowsOf, stagingFolder } from './testing.ts'

const WARD_LOOKUP = [
  'LSOA21CD,LSOA21NM,LSOA21NMW,WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,ObjectId',
  'E01024132,Dartford 012A,,E05012392,Bean & Village Park,,E07000107,Dartford,,1',
  'E01024100,Barnsley 001A,,E05000001,Ward,,E08000016,Barnsley,,2',
]

describe('a publisher’s own layouts', () => {
  it('the ONS ward lookup is read with a byte-order mark and CRLF, former districts becoming present ones', async () => {
    const prepared = await prepareText('anything.txt', `\uFEFF${WARD_LOOKUP.join('\r\n')}\r\n`)
    expect(prepared).toMatchObject({
      kind: 'lsoa-district',
      vintage: 'LSOA 2021, ward 2024, district 2024',
      key: 'lsoa-district | LSOA 2021, ward 2024, district 2024 | E07000107+E08000038',
      covers: ['E07000107', 'E08000038'],
      rows: 2,
      publisher: 'Office for National Statistics',
      licence: 'Open Government Licence v3.0',
    })
    expect(await rowsOf(prepared)).toEqual([
      {
        lsoa_code: 'E01024100',
        lsoa_name: 'Barnsley 001A',
        ward_code: 'E05000001',
        ward_name: 'Ward',
        district_code: 'E08000038',
        district_name: 'Barnsley',
      },
      expect.objectContaining({ lsoa_code: 'E01024132', ward_name: 'Bean & Village Park', district_code: 'E07000107' }),
    ])
  })

  it('plain and gzipped copies have one hash, that of the text inside', async () => {
    const text = Buffer.from(WARD_LOOKUP.join('\n'))
    const [plain, packed] = [await prepareText('a.csv', text), await prepareText('b.csv', gzipSync(text))]
    expect(plain.hash).toBe(createHash('sha256').update(text).digest('hex'))
    expect(packed.hash).toBe(plain.hash)
    expect(packed.key).toBe(plain.key)
  })

  it('census output areas are gathered into their LSOA', async () => {
    const prepared = await prepareText(
      'oa.csv',
      'OA21CD,LSOA21CD,LSOA21NM,LAD22CD,LAD22NM\nE00122891,E01024132,Dartford 012A,E07000107,Dartford\nE00122892,E01024132,Dartford 012A,E07000107,Dartford\n',
    )
    expect(prepared).toMatchObject({ kind: 'lsoa-district', rows: 1 })
  })

  it('the change of LSOAs is read from CHGIND', async () => {
    const prepared = await prepareText(
      'x.csv',
      'LSOA11CD,LSOA11NM,CHGIND,LSOA21CD,LSOA21NM,LAD22CD,LAD22NM,LAD22NMW,ObjectId\nE01024140,Dartford 001A,S,E01035274,Dartford 001F,E07000107,Dartford,,1\n',
    )
    expect(prepared).toMatchObject({ kind: 'lsoa-succession', vintage: 'LSOA 2011 to 2021, district 2022' })
    expect(await rowsOf(prepared)).toEqual([
      { lsoa11_code: 'E01024140', change: 'S', lsoa21_code: 'E01035274', district_code: 'E07000107' },
    ])
  })

  for (const [layout, header, row] of [
    [
      'ONSPD to 2024',
      'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oa11,lsoa11,msoa11,oa21,lsoa21,msoa21',
      (pc: string, lad: string, lsoa: string) =>
        `"${pc}","${pc}","${pc}","202411","","E10","E58","${lad}","E05012392","E04","0","E00","E01000001","E02","E00","${lsoa}","E02"`,
    ],
    [
      'the directory since 2025',
      'pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,oa21cd,cty25cd,ced25cd,lad25cd,wd25cd,ctry25cd,lsoa21cd,msoa21cd',
      (pc: string, lad: string, lsoa: string) =>
        `${pc},${pc},${pc},202411,,0,1,E00,E10,E58,${lad},E05012392,E92,${lsoa},E02`,
    ],
  ] as const)
    it(`${layout}: postcodes get LSOA, ward and district; other nations and pseudo-codes are left out and counted`, async () => {
      const lines = [
        header,
        row('DA1 1DR', 'E07000107', 'E01024132'),
        row('AB1 0AA', 'S12000033', 'S01006514'),
        row('JE2 3AB', 'L99999999', 'L99999999'),
      ]
      const prepared = await prepareText('postcodes.csv', `${lines.join('\n')}\n`)
      expect(prepared).toMatchObject({
        kind: 'postcode-directory',
        vintage: '2024-11, LSOA 2021',
        key: 'postcode-directory | LSOA 2021 | E07000107',
        leftOut: ['2 postcodes outside England and Wales or with no LSOA'],
      })
      expect(await rowsOf(prepared)).toEqual([
        { postcode: 'DA1 1DR', lsoa_code: 'E01024132', ward_code: 'E05012392', district_code: 'E07000107' },
      ])
    })

  it('the census bulk table TS001 gives residents of 2021', async () => {
    const prepared = await prepareText(
      'census2021-ts001-lsoa.csv',
      'date,geography,geography code,Residence type: Total; measures: Value,Residence type: Lives in a household; measures: Value\n2021,Dartford 012A,E01024132,1700,1690\n',
    )
    expect(prepared).toMatchObject({
      kind: 'lsoa-population',
      vintage: 'Census 2021, LSOA 2021',
      covers: ['E07000107'],
    })
    expect(await rowsOf(prepared)).toEqual([
      { lsoa_code: 'E01024132', year: 2021, kind: 'Census 2021', residents: 1700, households: null },
    ])
  })

  it('a sheet of LSOA estimates saved as CSV keeps its year in its title row', async () => {
    const prepared = await prepareText(
      'sheet.csv',
      '"Mid-2022 population estimates for LSOAs",,,,,\n,,,,,\nLAD 2021 Code,LAD 2021 Name,LSOA 2021 Code,LSOA 2021 Name,Total,F0\nE07000107,Dartford,E01024132,Dartford 012A,"1,710",12\n',
    )
    expect(prepared.vintage).toBe('mid-2022, LSOA 2021')
    expect(await rowsOf(prepared, 'residents, year, kind')).toEqual([
      { residents: 1710, year: 2022, kind: 'mid-year estimate' },
    ])
  })

  it('the MYEB1 series gives residents and those aged 10 to 17 for each year', async () => {
    const prepared = await prepareText(
      'myeb1.csv',
      'ladcode23,laname23,country,sex,age,population_2022,population_2023\nE07000107,Dartford,E,F,9,5,6\nE07000107,Dartford,E,F,10,7,8\nE07000107,Dartford,E,M,17,9,10\nS12000033,Aberdeen,S,M,17,9,10\n',
    )
    expect(prepared).toMatchObject({ kind: 'district-population', vintage: 'mid-2022 to mid-2023', rows: 2 })
    expect(await rowsOf(prepared, 'year, residents, aged_10_to_17')).toEqual([
      { year: 2022, residents: 21, aged_10_to_17: 16 },
      { year: 2023, residents: 24, aged_10_to_17: 18 },
    ])
  })

  it('part of a merged district is never passed off as the whole', async () => {
    const prepared = await prepareText(
      'mid-2019.csv',
      'LAD19CD,LAD19NM,total_population\nE07000007,Wycombe,174641\nE07000107,Dartford,112606\n',
    )
    expect((await rowsOf(prepared)).map((row) => row.district_code)).toEqual(['E07000107'])
    expect(prepared.leftOut).toEqual([expect.stringContaining('1 row of former districts')])
  })

  it('the English index of 2025 is read from its File 7', async () => {
    const prepared = await prepareText(
      'file7.csv',
      'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Crime Rank (where 1 is most deprived)\nE01024132,Dartford 012A,E07000107,Dartford,12.1,17000,6,9000\n',
    )
    expect(prepared).toMatchObject({ kind: 'deprivation', vintage: 'edition 2025, LSOA 2021' })
    expect(await rowsOf(prepared, 'edition, rank, decile, crime_rank')).toEqual([
      { edition: 2025, rank: 17_000, decile: 6, crime_rank: 9000 },
    ])
  })

  it('text in the Windows character set is read as it was meant', async () => {
    const prepared = await prepareText(
      'latin.csv',
      Buffer.from('LAD24CD,LAD24NM,CSP24CD,CSP24NM\nW06000001,Isle of Anglesey,W14000001,Ynys M\xf4n\n', 'latin1'),
    )
    expect(await rowsOf(prepared, 'csp_name')).toEqual([{ csp_name: 'Ynys Môn' }])
  })
})

it('a year given by the person stands where the table does not say its own', async () => {
  const text = 'lsoa21_code,total_population\nE01024132,1700\n'
  expect((await prepareText('people.csv', text, { year: 2023 })).vintage).toBe('mid-2023, LSOA 2021')
})

it('only the normal form is left in the staging folder', async () => {
  const folder = stagingFolder()
  const path = join(stagingFolder(), 'x.csv.gz')
  writeFileSync(path, gzipSync(WARD_LOOKUP.join('\n')))
  const { file } = await prepareReference(path, folder)
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([file])
  expect(gunzipSync(readFileSync(path)).toString()).toBe(WARD_LOOKUP.join('\n'))
})

describe('downloadsFor', () => {
  it('names products and sites for an English district, the deprivation index among them', () => {
    const downloads = downloadsFor('E07000107')
    expect(downloads.map(({ kind }) => kind)).toContain('deprivation')
    for (const { product, site } of downloads) expect(`${product} ${site}`).not.toMatch(/https?:/)
  })

  it('leaves the English index out for Wales', () =>
    expect(downloadsFor('W06000015').map(({ kind }) => kind)).not.toContain('deprivation'))

  it('refuses a code that does not exist', () => expect(() => downloadsFor('E07999999')).toThrow(/no district/))
})
