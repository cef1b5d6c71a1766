import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type CsvRecord, readRecords } from './read-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapestry-records-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function recordsOf(text: string, columns = 3): Promise<CsvRecord[]> {
  const path = join(folder, 'file.csv')
  writeFileSync(path, text)
  const all: CsvRecord[] = []
  for await (const block of readRecords(path, columns)) all.push(...block)
  return all
}
const linesOf = async (text: string) => (await recordsOf(text)).map(({ line }) => line)

describe('readRecords', () => {
  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])
    it(`counts lines from 1 and the header as the first where lines end in ${name}`, async () =>
      expect(await linesOf(['a,b,c', '1,2,3', '4,5,6', ''].join(eol))).toEqual([2, 3]))

  it('counts lines rightly where header and rows end differently', async () => {
    expect(await linesOf('a,b,c\n1,2,3\r\n4,5,6\r\n')).toEqual([2, 3])
    expect(await linesOf('a,b,c\r\n1,2,3\n4,5,6\n')).toEqual([2, 3])
  })

  it('passes over blank lines and counts them', async () =>
    expect(await linesOf('a,b,c\n1,2,3\n\n\r\n4,5,6\n\n\n')).toEqual([2, 5]))

  it('reads a last line that has no end', async () => expect(await linesOf('a,b,c\n1,2,3\n4,5,6')).toEqual([2, 3]))

  it('keeps a line end, a comma and a doubled quotation mark inside quotation marks, and names the line it begins on', async () =>
    expect(await recordsOf('a,b,c\n1,"x\r\ny",3\n4,"5,""5""",6\n')).toEqual([
      { line: 2, fields: ['1', 'x\r\ny', '3'] },
      { line: 4, fields: ['4', '5,"5"', '6'] },
    ]))

  it('joins a row to the line that closes its field, though that line reads as a whole row by itself', async () =>
    expect(await recordsOf('a,b,c\n"\n",", ",3\n4,5,6\n')).toEqual([
      { line: 2, fields: ['\n', ', ', '3'] },
      { line: 4, fields: ['4', '5', '6'] },
    ]))

  it('rejects only the line that opens a quotation mark, where the next has a mark of its own', async () =>
    expect((await recordsOf('a,b,c\n1,"2,3\n4,5" x,6\n7,8,9\n')).map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'quotation mark not closed'],
      [3, undefined],
      [4, undefined],
    ]))

  it('rejects only the line whose quotation mark is never closed', async () =>
    expect(await recordsOf('a,b,c\n1,"2,3\n4,5,6\n7,8,9\n')).toEqual([
      { line: 2, fields: [], problem: 'quotation mark not closed' },
      { line: 3, fields: ['4', '5', '6'] },
      { line: 4, fields: ['7', '8', '9'] },
    ]))

  it('rejects only the two lines where a quotation mark is closed by another, rows later', async () =>
    expect(
      (await recordsOf('a,b,c\n1,"2,3\n4,5,6\n7,8",9\n1,1,1\n')).map(({ line, problem }) => [line, problem]),
    ).toEqual([
      [2, 'quotation mark not closed'],
      [3, undefined],
      [4, undefined],
      [5, undefined],
    ]))

  it('leaves a quotation mark inside a field as it is, as the scan does', async () =>
    expect(await recordsOf('a,b,c\n1,x "y" z,3\n')).toEqual([{ line: 2, fields: ['1', 'x "y" z', '3'] }]))

  it('names text after a closing quotation mark', async () =>
    expect((await recordsOf('a,b,c\n1,"x"y,3\n'))[0]!.problem).toBe('text after a closing quotation mark'))

  it('gives back any rows that were written with quotation marks where they are needed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é') }), {
            minLength: 3,
            maxLength: 3,
          }),
          { maxLength: 8 },
        ),
        fc.constantFrom('\n', '\r\n'),
        async (rows, eol) => {
          // a row of one's own that spans lines is told from swallowed rows by the fields those lines hold: see the two tests above
          const plain = rows.map((row) => row.map((field) => field.split(/[\r\n]/)[0]!))
          const cell = (field: string) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
          const read = await recordsOf(['a,b,c', ...plain.map((row) => row.map(cell).join(','))].join(eol) + eol)
          expect(read).toEqual(plain.map((fields, i) => ({ line: i + 2, fields })))
        },
      ),
    ))
})
