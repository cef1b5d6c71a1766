import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ASB, TYPES } from '../../src/vocabulary/offence.ts'
import { monthsOf, yearEnding } from '../../src/vocabulary/period/month.ts'
import { DEMONSTRATION_MONTHS } from '../demonstration.ts'
import { DEMONSTRATION_DISTRICTS } from '../geography/districts.ts'
import { KENT_LSOAS, NEIGHBOUR_LSOAS } from '../geography/lsoa-table.ts'
import { PUBLISHED_TOTALS } from '../published-figures.ts'
import { demonstrationAreas } from './areas.ts'
import { SYNTHETIC_ID_PREFIX } from './crime-id.ts'
import { monthFile, STREET_HEADER } from './month-file.ts'
import { monthlyCounts } from './monthly-counts.ts'
import { writeDemonstrationFeed } from './write-demonstration-feed.ts'

const counts = monthlyCounts()
const areas = demonstrationAreas()
const districtOf = (lsoaName: string) => lsoaName.slice(0, -5) // ` 005C` is five characters

/** The file's hash when it was last meant to change. A new one changes every figure of the demonstration: say so in the commit. */
const SEPTEMBER_2021 = 'd2ab4f5576e34fa18936a98b4065380b518a596244b6c99ac5612f436a565685'

/** What the whole feed holds, gathered in one pass over its text. */
const seen = {
  rows: 0,
  fieldCounts: new Set<number>(),
  types: new Set<string>(),
  locations: new Set<string>(),
  lsoas: new Map<string, string>(),
  months: new Map<string, number>(), // district|type|month
  crimes: new Map<string, number>(), // district|type
  identifiers: new Set<string>(),
  crimesWithIdentifier: 0,
  asbWithIdentifierOrOutcome: 0,
  asbRepeats: 0,
  unplaced: 0,
  unplacedViolence: 0,
  notSynthetic: 0,
}
const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

beforeAll(() => {
  for (const month of DEMONSTRATION_MONTHS) {
    const asbRows = new Set<string>()
    for (const row of monthFile(month, counts, areas).text.trimEnd().split(/\r?\n/).slice(1)) {
      const fields = row.split(',') // no field of the feed is quoted or holds a comma
      const [id, , , , longitude, , location, lsoa, lsoaName, type, outcome, context] = fields as string[]
      seen.rows++
      seen.fieldCounts.add(fields.length)
      seen.types.add(type!)
      seen.locations.add(location!)
      seen.lsoas.set(lsoa!, lsoaName!)
      if (context !== 'Synthetic') seen.notSynthetic++
      if (type === ASB) {
        if (id || outcome) seen.asbWithIdentifierOrOutcome++
        if (asbRows.has(row)) seen.asbRepeats++
        asbRows.add(row)
      } else {
        seen.crimesWithIdentifier++
        seen.identifiers.add(id!)
        add(seen.crimes, `${districtOf(lsoaName!)}|${type}`)
      }
      if (location === 'No Location') {
        seen.unplaced++
        if (longitude || lsoa) throw new Error(`A row with no location has one: ${row}`)
        if (type === 'Violence and sexual offences') seen.unplacedViolence++
      }
      add(seen.months, `${districtOf(lsoaName!)}|${type}|${month}`)
    }
  }
}, 60_000)

describe('the demonstration feed', () => {
  it('holds about a million rows, each with twelve fields and one of the fourteen types', () => {
    expect(seen.rows).toBeGreaterThan(950_000)
    expect(seen.rows).toBeLessThan(1_150_000)
    expect([...seen.fieldCounts]).toEqual([12])
    expect([...seen.types].sort()).toEqual([...TYPES].sort())
  })

  it('says synthetic in every row, and in every location that is not "No Location"', () => {
    expect(seen.notSynthetic).toBe(0)
    seen.locations.delete('No Location')
    for (const location of seen.locations) expect(location).toMatch(/^On or near Synthetic [A-Z][a-z]+ \d+$/)
  })

  it.each(PUBLISHED_TOTALS)(
    'holds exactly $count anti-social behaviour incidents in Dartford, year ending $yearEnding',
    (total) => {
      const year = monthsOf(yearEnding(total.yearEnding)).map((m) => seen.months.get(`Dartford|${ASB}|${m}`) ?? 0)
      expect(year.reduce((a, b) => a + b, 0)).toBe(total.count)
      expect(Math.min(...year)).toBeGreaterThan(80) // each month carries a believable part
    },
  )

  it('has violence as the largest share of crime in every district, Dartford included', () => {
    for (const district of DEMONSTRATION_DISTRICTS.values()) {
      const own = [...seen.crimes].filter(([key]) => key.startsWith(`${district}|`)).sort((a, b) => b[1] - a[1])
      expect(own[0]![0]).toBe(`${district}|Violence and sexual offences`)
    }
  })

  it('gives every crime an identifier of its own and no incident one, and repeats incidents exactly', () => {
    expect(seen.identifiers.size).toBe(seen.crimesWithIdentifier)
    for (const id of seen.identifiers)
      if (!(id.length === 64 && id.startsWith(SYNTHETIC_ID_PREFIX)))
        throw new Error(`Not a synthetic identifier: ${id}`)
    expect(seen.asbWithIdentifierOrOutcome).toBe(0)
    expect(seen.asbRepeats).toBeGreaterThan(10_000)
  })

  it('leaves about 1.1 % of rows without a place, over half of them violence', () => {
    expect(seen.unplaced / seen.rows).toBeGreaterThan(0.009)
    expect(seen.unplaced / seen.rows).toBeLessThan(0.013)
    expect(seen.unplacedViolence / seen.unplaced).toBeGreaterThan(0.5)
  })

  it('uses areas of the table under their own names, a few over the border, and none else', () => {
    const names = new Map([...KENT_LSOAS, ...NEIGHBOUR_LSOAS].map(({ code, name }) => [code, name]))
    names.set('', '')
    for (const [code, name] of seen.lsoas) expect(names.get(code)).toBe(name)
    expect(KENT_LSOAS.every(({ code }) => seen.lsoas.has(code))).toBe(true)
    expect(NEIGHBOUR_LSOAS.some(({ code }) => seen.lsoas.has(code))).toBe(true)
  })

  it('has more anti-social behaviour and less shop theft in April to June 2020 than a year before', () => {
    const quarter = (type: string, year: number) =>
      ['04', '05', '06'].reduce((sum, month) => sum + seen.months.get(`Dartford|${type}|${year}-${month}`)!, 0)
    expect(quarter(ASB, 2020)).toBeGreaterThan(1.5 * quarter(ASB, 2019))
    expect(quarter('Shoplifting', 2020)).toBeLessThan(0.7 * quarter('Shoplifting', 2019))
  })

  it('has recorded violence rising in Dartford over the three years, as the strategy’s account implies', () => {
    const [first, second, third] = ['2019-09', '2020-09', '2021-09'].map((last) =>
      monthsOf(yearEnding(last)).reduce(
        (sum, month) => sum + seen.months.get(`Dartford|Violence and sexual offences|${month}`)!,
        0,
      ),
    )
    expect(second).toBeGreaterThan(first!)
    expect(third).toBeGreaterThan(second!)
  })
})

describe('writeDemonstrationFeed', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demonstration-feed-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('writes months as the police archive lays them out, in CR LF and in LF, the same bytes every time', async () => {
    const write = () => writeDemonstrationFeed(folder, { months: ['2019-06', '2021-09'] })
    const { files, rows } = await write()
    expect(files.map((file) => relative(folder, file))).toEqual([
      join('2019-06', '2019-06-kent-street.csv'),
      join('2021-09', '2021-09-kent-street.csv'),
    ])
    const [older, newer] = (await Promise.all(files.map((file) => readFile(file, 'utf8')))) as [string, string]
    expect(older.startsWith(`${STREET_HEADER}\r\n`)).toBe(true)
    expect(newer.startsWith(`${STREET_HEADER}\n`)).toBe(true)
    expect(older.split('\n').length + newer.split('\n').length - 4).toBe(rows) // two headers, two last line ends

    await write()
    expect(await readFile(files[1]!, 'utf8')).toBe(newer)
    expect(createHash('sha256').update(newer).digest('hex')).toBe(SEPTEMBER_2021)
  })
})
