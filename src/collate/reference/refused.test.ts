import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { prepareReference } from './index.ts'
import { refusalOf, stagingFolder } from './testing.ts'

const HEADER = 'LSOA21CD,LSOA21NM,LAD24CD,LAD24NM'
const ROW = 'E01024132,Dartford 012A,E07000107,Dartford'
const many = (n: number) =>
  Array.from({ length: n }, (_, i) => `E010${String(10_000 + i)},Dartford 001A,E07000107,Dartford`).join('\n')

describe('a file that cannot be read is refused in one line that says what to do', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  for (const [what, name, content, says] of [
    ['a picture renamed', 'lookup.csv', png, /is a PNG picture.*Expected CSV or GeoJSON/],
    ['an Excel workbook', 'lookup.csv', Buffer.from('PK\x03\x04rest'), /Excel workbook.*save the sheet as "CSV UTF-8"/],
    ['an empty file', 'lookup.csv', '', /is empty/],
    ['an empty gzip', 'lookup.csv.gz', gzipSync(''), /is empty/],
    [
      'a truncated gzip',
      'l.csv.gz',
      gzipSync(`${HEADER}\n${many(5000)}`).subarray(0, 9000),
      /cannot be read to its end/,
    ],
    ['UTF-16', 'lookup.csv', Buffer.from(`\uFEFF${HEADER}`, 'utf16le'), /UTF-16.*CSV UTF-8/],
    ['NUL bytes', 'lookup.csv', `${HEADER}\n${ROW}\0`, /NUL bytes/],
    ['a web page', 'lookup.csv', '<!doctype html><html>', /is a web page/],
    ['a header alone', 'lookup.csv', `${HEADER}\n`, /a header and no rows/],
    ['one endless line', 'lookup.csv', 'x'.repeat(200_000), /more than 100,000 characters/],
    ['a column twice', 'lookup.csv', `${HEADER},LAD24CD\n${ROW},E07000107\n`, /column "LAD24CD" twice/],
    ['a short row', 'lookup.csv', `${HEADER}\n${ROW}\nE01024133,Dart\n`, /line 3: expected 4 cells, found 2/],
    [
      'an open quote',
      'lookup.csv',
      `${HEADER}\n${ROW}\nE01024133,"Dartford,E07000107,Dartford\n`,
      /line 3: a quoted cell/,
    ],
    [
      'a wrong code',
      'lookup.csv',
      `${HEADER}\n${ROW}\nX01,D,E07000107,Dartford\n`,
      /line 3: expected an LSOA code such as E01024132 as lsoa_code, found "X01" \(1 such row\)/,
    ],
    [
      'a blank code',
      'lookup.csv',
      `${HEADER}\n${ROW}\nE01024133,D,,Dartford\n`,
      /line 3: expected a district code.*found none/,
    ],
    [
      'two answers',
      'lookup.csv',
      `${HEADER}\n${ROW}\nE01024132,Dartford 012A,E07000109,Gravesham\n`,
      /2 rows for E01024132/,
    ],
    [
      'a number in words',
      'mid-2020.csv',
      'lsoa21_code,total_population\nE01024132,many\n',
      /line 2: expected a whole number of residents/,
    ],
    [
      'a decile of 11',
      'd.csv',
      'lsoa21_code,IMD_rank,IMD_decile\nE01024132,5,11\n',
      /expected a decile, 1 to 10 as decile, found "11"/,
    ],
    ['half a resident', 'mid-2020.csv', 'lsoa21_code,total_population\nE01024132,12.5\n', /whole number of residents/],
    ['a year left unsaid', 'people.csv', 'lsoa21_code,total_population\nE01024132,1700\n', /does not say its year/],
  ] as const)
    it(what, async () => {
      const message = await refusalOf(name, content as string)
      expect(message).toMatch(says)
      expect(message).toContain(name)
      expect(message).not.toMatch(/\n/)
    })

  it('an unknown layout: names the columns found, every layout read and the product that gives it', async () => {
    const message = await refusalOf('spending.csv', 'Supplier,Amount,Date\nA,1,2\n')
    expect(message).toMatch(/spending\.csv is in no layout that is read\. Columns found: Supplier, Amount, Date\./)
    for (const kind of [
      'lsoa-district',
      'lsoa-succession',
      'postcode-directory',
      'lsoa-population',
      'deprivation',
      'boundaries',
    ])
      expect(message).toContain(kind)
    expect(message).toContain('"ONS Postcode Directory for the UK (newest)", geoportal.statistics.gov.uk')
  })

  it('a missing column: the lookup without its district', async () => {
    expect(await refusalOf('lookup.csv', 'LSOA21CD,LSOA21NM\nE01024132,Dartford 012A\n')).toMatch(
      /Columns found: LSOA21CD, LSOA21NM\. Accepted: .*lsoa-district \(LSOA21CD, LAD24CD \(and WD24CD\)/,
    )
  })

  it('a folder, or a path that is not there', async () => {
    const folder = stagingFolder()
    mkdirSync(join(folder, 'in'))
    await expect(prepareReference(join(folder, 'in'), folder)).rejects.toThrow(/is a folder/)
    await expect(prepareReference(join(folder, 'gone.csv'), folder)).rejects.toThrow(/cannot be read \(ENOENT/)
  })

  it('nothing is left behind', async () => {
    const [from, staging] = [stagingFolder(), stagingFolder()]
    writeFileSync(join(from, 'a.csv.gz'), gzipSync(`${HEADER}\nX,Y,Z,W\n`))
    writeFileSync(join(from, 'b.csv.gz'), gzipSync(`${HEADER}\n${many(5000)}`).subarray(0, 9000))
    writeFileSync(join(from, 'c.geojson'), '{"type":"FeatureCollection","features":[')
    for (const name of readdirSync(from)) await expect(prepareReference(join(from, name), staging)).rejects.toThrow()
    expect(readdirSync(staging)).toEqual([])
  })
})

it.skipIf(process.getuid?.() === 0)('a staging folder that cannot be written is named', async () => {
  const [from, staging] = [stagingFolder(), stagingFolder()]
  writeFileSync(join(from, 'a.csv.gz'), gzipSync(`${HEADER}\n${ROW}\n`))
  chmodSync(staging, 0o500)
  await expect(prepareReference(join(from, 'a.csv.gz'), staging)).rejects.toThrow(/cannot be written/)
})
