import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crime, csvOf, lineOf, times, writeFile, writeZip } from '../support/police-files.ts'
import { noise, writeGzipBomb, writeLongLine, writeZipBomb } from './bombs.ts'
import { type Ground, ground, refusalIn } from './tapestry.ts'

const NAME = '2025-02-kent-street.csv'
const good = csvOf(times(3, () => crime({ Month: '2025-02' })))
const [header, ...rows] = good.trimEnd().split('\n')
const withRow = (columns: Parameters<typeof crime>[0]) => `${good}${lineOf(crime({ Month: '2025-02', ...columns }))}\n`
const without = (column: number) =>
  good
    .split('\n')
    .map((line) => line.split(',').toSpliced(column, 1).join(','))
    .join('\n')

describe('a file that cannot be taken in is refused in one line, and nothing is half-saved', {
  timeout: 30_000,
}, () => {
  let here: Ground
  let before: ReturnType<Ground['held']>

  beforeAll(async () => {
    here = ground()
    writeFile(here.file('2025-01-kent-street.csv'), csvOf(times(5, () => crime())))
    const given = await here.run(['evidence', 'import', here.file('2025-01-kent-street.csv')])
    expect(given.code, given.stderr).toBe(0)
    before = here.held()
  }, 30_000)
  afterAll(() => here.remove())

  /** Gives a file, or files, to the import and returns the line it was refused with, after looking for leavings. */
  async function refused(...paths: string[]): Promise<string> {
    const line = refusalIn(await here.run(['evidence', 'import', ...paths]))
    expect(here.held()).toEqual(before)
    for (const path of paths) rmSync(path, { recursive: true, force: true })
    return line.replaceAll(`${here.base}/`, '')
  }
  const write = (content: string | Buffer, name = NAME) => writeFile(here.file(name), content)

  it('an empty file', async () => {
    expect(await refused(write(''))).toBe(
      '2025-02-kent-street.csv is empty: expected a header line and rows. Nothing was imported.',
    )
  })

  it('a header without rows', async () => {
    expect(await refused(write(`${header}\n`))).toContain('has a header and no rows')
  })

  it('a path where nothing is', async () => {
    expect(await refused(here.file('nowhere.csv'))).toMatch(/^nowhere\.csv .*: check the path/)
  })

  it('a folder with no CSV', async () => {
    write('notes', 'folder/readme.txt')
    expect(await refused(here.file('folder'))).toMatch(/^folder holds no \.csv, \.csv\.gz or \.zip file: give/)
  })

  it('an empty folder', async () => {
    mkdirSync(here.file('hollow'))
    expect(await refused(here.file('hollow'))).toMatch(/^hollow holds no \.csv/)
  })

  it('a picture renamed .csv', async () => {
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), noise(4000)])
    expect(await refused(write(picture))).toContain('2025-02-kent-street.csv is a PNG picture')
  })

  it('an Excel workbook renamed .csv', async () => {
    expect(await refused(write(Buffer.concat([Buffer.from('PK\x03\x04'), noise(100)])))).toContain('Excel workbook')
  })

  it('bytes that mean nothing', async () => {
    expect(await refused(write(noise(5000)))).toMatch(/2025-02-kent-street\.csv (holds NUL bytes|is not UTF-8)/)
  })

  it('a gzip file cut short', async () => {
    const path = here.file(`${NAME}.gz`)
    const rows = csvOf(times(2000, () => crime({ Month: '2025-02' })))
    writeFile(path, rows)
    truncateSync(path, Math.floor(gzipSync(rows).length / 2))
    expect(await refused(path)).toMatch(/^2025-02-kent-street\.csv\.gz cannot be read to its end .*Download it again/)
  })

  it('a file that says .gz and is plain text', async () => {
    const path = here.file(`${NAME}.gz`)
    writeFileSync(path, good)
    expect(await refused(path)).toMatch(/^2025-02-kent-street\.csv\.gz cannot be read to its end/)
  })

  it('a zip archive cut short', async () => {
    const path = await writeZip(here.file('half.zip'), [[NAME, good]])
    truncateSync(path, 200)
    expect(await refused(path)).toMatch(/^half\.zip is not a zip archive that can be read .*: download it again/)
  })

  it('a zip archive with names that climb out of it', async () => {
    const path = await writeZip(here.file('climbs.zip'), [['xx/2025-02-kent-street.csv', good]])
    writeFileSync(path, readFileSync(path, 'latin1').replaceAll('xx/2025', '../2025'), 'latin1')
    expect(await refused(path)).toMatch(/^climbs\.zip is not a zip archive that can be read \(.*\.\.\/2025/)
  })

  it('a name that would move the cursor of a terminal is made harmless', async () => {
    const path = await writeZip(here.file('named.zip'), [['2025-02\x1b[2J\n-kent-street.csv', '']])
    expect(await refused(path)).toBe(
      'named.zip › 2025-02\uFFFD[2J\uFFFD-kent-street.csv is empty: expected a header line and rows. Nothing was imported.',
    )
  })

  it('a zip archive without a CSV', async () => {
    expect(await refused(await writeZip(here.file('letters.zip'), [['letter.txt', 'Dear all']]))).toMatch(
      /^letters\.zip holds no \.csv file/,
    )
  })

  for (const [title, claims] of [
    ['says so', undefined],
    ['says it is small', 4000],
  ] as const)
    it(`a zip bomb of 10 GB that ${title}`, async () => {
      const started = performance.now()
      expect(await refused(writeZipBomb(here.file('bomb.zip'), NAME, claims))).toMatch(
        /^bomb\.zip › 2025-02.*Nothing was imported/,
      )
      expect(performance.now() - started).toBeLessThan(10_000)
    })

  it('a gzip bomb of 10 GB', async () => {
    const started = performance.now()
    expect(await refused(writeGzipBomb(here.file(`${NAME}.gz`)))).toContain('unpacks to more than')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('a missing column', async () => {
    const line = await refused(write(without(9)))
    expect(line).toMatch(/^2025-02-kent-street\.csv, line 1: expected the twelve columns .*; found no "Crime type"\./)
    expect(line).toMatch(/Give the file as the police published it\.$/)
  })

  it('an unknown column', async () => {
    const wider = good.replace(header!, `${header},Officer`).replaceAll(/\n(?=.)/g, '\n')
    expect(await refused(write(wider))).toContain('line 1: expected the twelve columns')
  })

  it('a file whose rows are all of the month 2026-13', async () => {
    expect(await refused(write(good.replaceAll('2025-02', '2026-13')))).toMatch(
      /^2025-02-kent-street\.csv, line 2, Month: expected a month.*found 2026-13\. 3 of 3 rows are bad/,
    )
  })

  it('a line of 300 MB', async () => {
    expect(await refused(await writeLongLine(here.file(NAME), 300))).toContain('a line of more than 1 MB')
  })

  it('NUL bytes', async () => {
    expect(await refused(write(good.replace('Shoplifting', 'Shop\0lifting')))).toContain('holds NUL bytes')
  })

  it('UTF-16', async () => {
    expect(await refused(write(Buffer.from(`\uFEFF${good}`, 'utf16le')))).toContain('is UTF-16 text; expected UTF-8')
  })

  for (const [title, content, said] of [
    ['empty', '', /^table\.csv is empty: expected a CSV with a header line, or GeoJSON/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /^table\.csv is a PNG picture/],
    ['UTF-16', Buffer.from('\uFEFFa,b\n', 'utf16le'), /^table\.csv is UTF-16 text/],
    ['of a layout nobody knows', 'a,b\n1,2\n', /^table\.csv/],
  ] as const)
    it(`a reference table that is ${title}`, async () => {
      const line = refusalIn(await here.run(['reference', 'import', write(content, 'table.csv')]))
      expect(line.replaceAll(`${here.base}/`, '')).toMatch(said)
      expect(here.held()).toEqual(before)
    })

  it('one bad file among good ones: none is taken', async () => {
    write(good, 'several/2025-02-kent-street.csv')
    write(good.replaceAll('2025-02', '2025-03'), 'several/2025-03-kent-street.csv')
    write('', 'several/2025-04-kent-street.csv')
    expect(await refused(here.file('several'))).toMatch(/2025-04-kent-street\.csv is empty/)
  })

  it('a good file beside a path that is not there', async () => {
    expect(await refused(write(good), here.file('missing.csv'))).toMatch(/^missing\.csv/)
  })

  for (const [title, columns, said] of [
    ['a month of 2026-13', { Month: '2026-13' }, /line 5, Month: expected a month.*found 2026-13/],
    ['latitude 91', { Latitude: '91.000000' }, /line 5, Latitude: expected .*found 91\.000000/],
  ] as const)
    it(`${title} in one row of four rejects that row into a file and takes the others`, async () => {
      const own = ground()
      try {
        const path = writeFile(own.file(NAME), withRow(columns))
        const { code, stdout, stderr } = await own.run(['evidence', 'import', path, '--json'])
        expect(code, stderr).toBe(0)
        expect(stderr).toMatch(said)
        expect(JSON.parse(stdout)).toMatchObject({ accepted: 3, rejected: 1 })
        expect(stderr).toContain('rejected rows are listed in ')
        expect(stderr).not.toContain(rows[0])
      } finally {
        own.remove()
      }
    })
})
