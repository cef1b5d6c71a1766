import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { crime, csvOf, times, writeFile, writeZip } from '../../../test/support/police-files.ts'
import { POLICE_STREET_HEADER } from '../police-street/layout.ts'

let trial: Trial
beforeEach(() => {
  trial = trialFolder()
})
afterEach(() => trial.remove())

const KENT = '2025-01-kent-street.csv'
const good = csvOf(times(5, crime))
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** A zip of one small entry whose name is changed after packing: no honest packer writes such a name. */
async function zipNamed(name: string) {
  const path = await writeZip(trial.file('hostile.zip'), [['x'.repeat(name.length), good]])
  return writeFile(
    path,
    Buffer.from(readFileSync(path).toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1'),
  )
}

const CASES: [title: string, make: () => string | Promise<string>, says: string][] = [
  ['an empty file', () => trial.write(KENT, ''), 'is empty: expected a header line and rows'],
  ['a header without rows', () => trial.write(KENT, []), 'has a header and no rows'],
  ['a folder without a CSV', folderWithoutCsv, 'holds no .csv, .csv.gz or .zip file'],
  ['a path that is not there', () => trial.file('nowhere.csv'), 'cannot be read (ENOENT)'],
  ['a PNG renamed .csv', () => trial.write(KENT, png), 'is a PNG picture by its first bytes'],
  ['a workbook renamed .csv', () => trial.write(KENT, Buffer.from('504b030414000600', 'hex')), 'Excel workbook'],
  ['a file of another kind', () => trial.write('notes.txt', 'hello'), 'is not a .csv, .csv.gz or .zip file'],
  ['a gzip file cut short', cutShort, 'cannot be read to its end'],
  ['a file that only says it is gzipped', notGzipped, 'cannot be read to its end'],
  [
    'a zip with ../ in a name',
    () => zipNamed('../../2025-01-kent-street.csv'),
    'is not a zip archive that can be read',
  ],
  [
    'a zip with an absolute name',
    () => zipNamed('/tmp/2025-01-kent-street.csv'),
    'is not a zip archive that can be read',
  ],
  ['a zip that is none', () => trial.write('archive.zip', 'hello'), 'is not a zip archive that can be read'],
  ['a zip without a CSV', () => writeZip(trial.file('archive.zip'), [['readme.txt', 'hello']]), 'holds no .csv file'],
  [
    'a zip with two entries of one name',
    () =>
      writeZip(trial.file('twins.zip'), [
        [`2025-01/${KENT}`, good],
        [`2025-01/${KENT}`, csvOf(times(3, crime))],
      ]),
    'holds two files named 2025-01/2025-01-kent-street.csv',
  ],
  [
    'a zip bomb',
    () => writeZip(trial.file('bomb.zip'), [[KENT, Buffer.alloc(80 << 20, 'a\n')]]),
    'unpacks to more than 100 times its size',
  ],
  ['a gzip bomb', bomb, 'unpacks to more than 100 times its size'],
  ['a column missing', () => trial.write(KENT, good.replaceAll(/,[^,]*$/gm, '')), 'found no "Context"'],
  [
    'a column too many',
    () => trial.write(KENT, good.replace('Context', 'Context,Name of victim')),
    'found also "Name of victim", which it does not have',
  ],
  [
    'columns in another order',
    () => trial.write(KENT, good.replace('Longitude,Latitude', 'Latitude,Longitude')),
    'found them in another order',
  ],
  ['a file separated by tabs', () => trial.write(KENT, good.replaceAll(',', '\t')), 'found them separated by tabs'],
  [
    'a file separated by semicolons',
    () => trial.write(KENT, good.replaceAll(',', ';')),
    'found them separated by semicolons',
  ],
  [
    'every month 2026-13',
    () =>
      trial.write(
        KENT,
        times(3, () => crime({ Month: '2026-13' })),
      ),
    'line 2, Month: expected a month as YYYY-MM, found 2026-13',
  ],
  [
    'every latitude 91',
    () =>
      trial.write(
        KENT,
        times(3, () => crime({ Latitude: '91' })),
      ),
    'line 2, Latitude: expected a latitude from 49 to 61.5, found 91',
  ],
  [
    'longitude and latitude the wrong way round',
    () =>
      trial.write(
        KENT,
        times(3, () => crime({ Longitude: '51.4', Latitude: '0.2' })),
      ),
    'line 2, Longitude: expected a longitude from -9 to 2.5, found 51.4',
  ],
  [
    'a line of 3 MB',
    () => trial.write(KENT, `${POLICE_STREET_HEADER}\n${'a'.repeat(3 << 20)}`),
    'holds a line of more than 1 MB',
  ],
  ['NUL bytes', () => trial.write(KENT, `${good}\0\0\0`), 'holds NUL bytes'],
  ['UTF-16', () => trial.write(KENT, Buffer.from(`\uFEFF${good}`, 'utf16le')), 'is UTF-16 text'],
  [
    'Windows-1252',
    () => trial.write(KENT, Buffer.from(csvOf([crime({ Location: 'On or near Café' })]), 'latin1')),
    'is not UTF-8 text',
  ],
  [
    'a file cut inside a character',
    () => trial.write(KENT, Buffer.from(`${good}é`).subarray(0, -1)),
    'ends inside a character',
  ],
]

function cutShort() {
  const packed = gzipSync(csvOf(times(500, crime)))
  return writeRaw(`${KENT}.gz`, packed.subarray(0, packed.length / 2))
}
function notGzipped() {
  return writeRaw(`${KENT}.gz`, good)
}
function bomb() {
  return writeRaw(`${KENT}.gz`, gzipSync(Buffer.alloc(80 << 20, 'a\n')))
}
function folderWithoutCsv() {
  trial.write('folder/readme.txt', 'hello')
  return trial.file('folder')
}
function writeRaw(name: string, content: string | Buffer): string {
  mkdirSync(trial.file('.'), { recursive: true })
  writeFileSync(trial.file(name), content)
  return trial.file(name)
}

describe('an import', { timeout: 60_000 }, () => {
  for (const [title, make, says] of CASES)
    it(`refuses ${title} in one line and keeps nothing`, async () => {
      expect(await refusalOf(trial.give(await make()))).toContain(says)
      expect(trial.catalogue()).toMatchObject({ deliveries: [], releases: [], current: null })
      for (const folder of ['deliveries', 'rejected', 'staging', 'projections'] as const)
        expect(readdirSync(trial.folder[folder])).toEqual([])
    })

  it('of a folder with one bad file takes none of them, and says which', async () => {
    trial.write(`folder/${KENT}`, good)
    trial.write('folder/2025-02-kent-street.csv', [
      crime({ Month: '2025-02' }),
      ...times(2, () => crime({ Month: '2025-13' })),
    ])
    trial.write('folder/2025-03-kent-street.csv', [crime({ Month: '2025-03' })])
    expect(await refusalOf(trial.give(trial.file('folder')))).toContain('2025-02-kent-street.csv, line 3, Month')
    expect(trial.catalogue().deliveries).toEqual([])
    expect(readdirSync(trial.folder.staging)).toEqual([])
  })

  it('that is refused leaves what was held as it was', async () => {
    const { release } = await trial.give(trial.write(KENT, good))
    await refusalOf(trial.give(trial.write('2025-02-kent-street.csv', 'hello\n')))
    expect(trial.catalogue().current).toBe(release)
    expect(await trial.total()).toBe(5)
  })

  it('takes a file of one row, of sixty months, and one with blank lines at its end', async () => {
    expect((await trial.give(trial.write(KENT, [crime()]))).accepted).toBe(1)
    const months = Array.from(
      { length: 60 },
      (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    )
    const sixty = await trial.give(
      trial.write(
        'five-years.csv',
        months.map((Month) => crime({ Month })),
      ),
    )
    expect(sixty.files[0]!.period).toEqual({ from: '2020-01', to: '2024-12', months: 60 })
    const blank = await trial.give(
      trial.write('2025-02-kent-street.csv', `${csvOf([crime({ Month: '2025-02' })])}\n\n\r\n`),
    )
    expect(blank.files[0]).toMatchObject({ read: 1, accepted: 1, rejected: {} })
  })

  it('follows a link to a file, and names links to folders and nowhere as passed over', async () => {
    const path = trial.write(`elsewhere/${KENT}`, good)
    mkdirSync(trial.file('folder'))
    symlinkSync(path, trial.file(`folder/${KENT}`))
    symlinkSync('..', trial.file('folder/ring'))
    symlinkSync('/no/such/file.csv', trial.file('folder/broken.csv'))
    const { accepted, passedOver } = await trial.give(trial.file('folder'))
    expect(accepted).toBe(5)
    expect(passedOver.map((name) => name.split('/').at(-1)).sort()).toEqual(['broken.csv', 'ring'])
  })

  it('passes over what macOS puts beside files, and names it', async () => {
    const zip = await writeZip(trial.file('mac.zip'), [
      [`2025-01/${KENT}`, good],
      [`__MACOSX/2025-01/._${KENT}`, Buffer.from('00051607', 'hex')],
    ])
    const { accepted, passedOver } = await trial.give(zip)
    expect(accepted).toBe(5)
    expect(passedOver).toHaveLength(1)
  })

  it.skipIf(!canMount())('into a full disk says so, keeps what was held, and works once there is room', async () => {
    mkdirSync(trial.dataFolder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', trial.dataFolder])
    try {
      await trial.give(trial.write(KENT, good))
      const large = trial.write(
        '2025-02-kent-street.csv',
        times(60_000, () => crime({ Month: '2025-02', 'Crime ID': randomBytes(32).toString('hex') })),
      )
      const message = await refusalOf(trial.give(large))
      expect(message).toBe(
        `The data folder ${trial.dataFolder} cannot be written, its disk is full: free some space, or name a folder on another disk with --data.`,
      )
      expect(readdirSync(trial.folder.staging)).toEqual([])
      expect(await trial.total()).toBe(5)
      const packed = trial.write('copy/2025-02-kent-street.csv.gz', readFileSync(large))
      expect(await refusalOf(trial.give(packed))).toContain('Free some space')
      execFileSync('mount', ['-o', 'remount,size=64m', trial.dataFolder])
      expect((await trial.give(large)).accepted).toBe(60_000)
      execFileSync('mount', ['-o', 'remount,ro', trial.dataFolder])
      expect(await refusalOf(trial.give(large))).toContain('its file system is read-only')
      expect(await trial.total()).toBe(60_005)
    } finally {
      execFileSync('umount', [trial.dataFolder])
    }
  })

  it.skipIf(process.getuid?.() === 0)('into a folder that may not be written says so', async () => {
    mkdirSync(trial.dataFolder)
    chmodSync(trial.dataFolder, 0o500)
    expect(await refusalOf(trial.give(trial.write(KENT, good)))).toContain('cannot be written by this account')
    chmodSync(trial.dataFolder, 0o700)
  })
})

/** Only root may mount a small disk to fill. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const place = trialFolder()
  try {
    mkdirSync(place.dataFolder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place.dataFolder], { stdio: 'ignore' })
    execFileSync('umount', [place.dataFolder])
    return true
  } catch {
    return false
  } finally {
    place.remove()
  }
}
