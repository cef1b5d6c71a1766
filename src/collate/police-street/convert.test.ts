import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../test/support/evidence.ts'
import { crime, csvOf, incident, lineOf, times, writeFile } from '../../../test/support/police-files.ts'
import { type DuckDb, openDuckDb } from '../../platform/evidence/duckdb.ts'
import { convert } from './convert.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapestry-convert-'))
let duckdb: DuckDb
beforeAll(async () => {
  duckdb = await openDuckDb(folder)
})
afterAll(() => {
  duckdb.close()
  rmSync(folder, { recursive: true })
})

async function converted(text: string) {
  const { parquet, rejectedCsv, setAside } = await convert(
    duckdb,
    'file.csv',
    writeFile(join(folder, 'file.csv'), text),
    folder,
  )
  const [row] = await duckdb.rows<{ n: number }>(`select count(*)::integer as n from '${parquet}'`)
  const rejected = rejectedCsv ? readFileSync(rejectedCsv, 'utf8').trim().split('\n').slice(1) : []
  return { accepted: row!.n, rejected, read: setAside?.read ?? row!.n }
}
const good = () => times(5, crime)
const bad = () => crime({ Month: '2025-13' })

describe('convert', () => {
  it('lists of a rejected row the line, column, what was expected and the masked value, and nothing else of it', async () => {
    const secret = { 'LSOA code': 'Jane Doe 07700 900123', Location: 'On or near The Secret Lane' }
    const { accepted, rejected } = await converted(csvOf([...good(), crime(secret), bad()]))
    expect(accepted).toBe(5)
    expect(rejected).toEqual([
      '7,LSOA code,"an area code such as E01024132, or nothing",xxxx xxx 99999 999999',
      '8,Month,a month as YYYY-MM,2025-13',
    ])
    expect(rejected.join()).not.toMatch(/Jane|Secret|07700/)
  })

  for (const [name, text] of [
    ['CRLF', csvOf([...good(), bad()], { eol: '\r\n' })],
    ['a byte-order mark', csvOf([...good(), bad()], { bom: true })],
    ['blank lines before it', `${csvOf(good().slice(1))}\n${lineOf(bad())}\n\n\n`],
  ] as const)
    it(`gives the right line in a file with ${name}`, async () =>
      expect((await converted(text)).rejected).toEqual(['7,Month,a month as YYYY-MM,2025-13']))

  it('gives the right line after a field that holds line ends, and for one that does', async () => {
    const long = { Location: 'On or near\r\nThe\nLane' }
    const { accepted, rejected, read } = await converted(
      csvOf([crime(long), ...good(), crime({ ...long, Latitude: '91' }), bad()]),
    )
    expect(rejected).toEqual(['10,Latitude,a latitude from 49 to 61.5,91', '13,Month,a month as YYYY-MM,2025-13'])
    expect({ accepted, read }).toEqual({ accepted: 6, read: 8 })
  })

  for (const [fields, line] of [
    [11, lineOf(crime()).replace(/,$/, '')],
    [13, `${lineOf(crime())},more`],
  ] as const)
    it(`rejects a row of ${fields} fields and accepts the others`, async () => {
      const { accepted, rejected } = await converted(`${csvOf(good())}${line}\n${lineOf(crime())}\n`)
      expect(accepted).toBe(6)
      expect(rejected).toEqual([`7,row,12 fields,${fields} fields`])
    })

  it('rejects only the line with an unterminated quotation mark in the middle of a large file', async () => {
    const open = lineOf(crime()).replace('On or near', '"On or near')
    const rest = times(20_000, incident).map(lineOf).join('\n')
    const { accepted, rejected } = await converted(`${csvOf(times(20_000, crime))}${open}\n${rest}\n`)
    expect(accepted).toBe(40_000)
    expect(rejected).toEqual(['20002,row,"quotation marks around whole fields, each closed",quotation mark not closed'])
  })

  it('does not take a row’s own words for a fault of the disk', async () => {
    const line = lineOf(crime({ Location: 'IO Error: No space left on Disk Road, Permission denied' })).replace(
      /,$/,
      '',
    )
    expect((await converted(`${csvOf(good())}${line}\n`)).accepted).toBe(5)
  })

  it('refuses a file when most of its rows are bad, naming the first', async () =>
    expect(await refusalOf(converted(csvOf([crime(), bad(), bad()])))).toBe(
      'file.csv, line 3, Month: expected a month as YYYY-MM, found 2025-13. 2 of 3 rows are bad, so the whole file is refused and nothing was imported. Correct the file and import again.',
    ))

  it('accepts or rejects every row that was read, whatever stands in them', { timeout: 60_000 }, () => {
    const field = fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', '')) },
      { weight: 1, arbitrary: fc.constantFrom('"', 'a"b', '""', ',', '\n', '\r\n', '\r', '51.4', '"x"y', ' ') },
    )
    const given = (columns: Record<string, string | undefined>) =>
      crime(Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)))
    const row = fc
      .record({
        Location: field,
        'LSOA code': field,
        Month: field,
        Longitude: field,
        'Crime ID': field,
        'Last outcome category': field,
      })
      .map(given)
    return fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), async (rows, eol) => {
        const all = [...times(12, crime), ...rows]
        const { accepted, rejected, read } = await converted(csvOf(all, { eol }))
        expect(accepted + rejected.length).toBe(read)
        expect(read).toBe(all.length)
      }),
      { numRuns: 150 },
    )
  })
})
