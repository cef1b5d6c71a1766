import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { crime, csvOf, incident, times, writeFile, writeZip } from '../../../test/support/police-files.ts'
import { evidenceStatus } from '../status/evidence-status.ts'

let trial: Trial
beforeEach(() => {
  trial = trialFolder()
})
afterEach(() => trial.remove())

const KENT = '2025-01-kent-street.csv'
const first = csvOf(times(3, crime))
const second = csvOf(times(5, crime))
const statuses = async (work: ReturnType<Trial['give']>) => (await work).files.map(({ status }) => status)

describe('a delivery', { timeout: 60_000 }, () => {
  it('is one whether it comes plain, gzipped or in an archive', async () => {
    const release = (await trial.give(trial.write(KENT, first))).release
    const zip = await writeZip(trial.file('all.zip'), [[`2025-01/${KENT}`, first]])
    for (const copy of [trial.write(`copy/${KENT}.gz`, first), zip, trial.write('renamed.csv', first)]) {
      const again = await trial.give(copy)
      expect(again).toMatchObject({ changed: false, accepted: 0, release })
      expect(again.files[0]!.status).toBe('already held')
    }
    expect(trial.catalogue().deliveries).toHaveLength(1)
  })

  it('is one when its copies are named in one command', async () => {
    const paths = [trial.write(KENT, first), trial.write(`copy/${KENT}.gz`, first)]
    expect((await statuses(trial.give(paths))).sort()).toEqual(['already held', 'imported'])
    expect(await trial.total()).toBe(3)
  })

  it('is another when a byte of it is: gzip’s own bytes do not count', async () => {
    await trial.give(trial.write(KENT, first))
    writeFile(trial.file('other.csv.gz.raw'), gzipSync(first, { level: 1 }))
    const better = trial.write(`better/${KENT}.gz`, first)
    expect(readFileSync(better).equals(gzipSync(first, { level: 1 }))).toBe(false)
    expect(await statuses(trial.give(better))).toEqual(['already held'])
    expect(await statuses(trial.give(trial.write(`b/${KENT}`, first.replaceAll('\n', '\r\n'))))).toEqual(['imported'])
  })

  it('of a month that is held takes its place, and A after B changes nothing and says so', async () => {
    const a = trial.write(`a/${KENT}`, first)
    const b = trial.write(`b/${KENT}`, second)
    await trial.give(a)
    const after = await trial.give(b)
    expect(await trial.total()).toBe(5)
    const again = await trial.give(a)
    expect(again).toMatchObject({ changed: false, release: after.release })
    expect(again.files[0]!.status).toBe('already held')
    expect(await trial.total()).toBe(5)
  })

  it('as at an older day is stored, called older than what is held, and changes no release', async () => {
    const { release } = await trial.give(trial.write(`a/${KENT}`, first), { asAt: '2025-06-01' })
    const older = await trial.give(trial.write(`b/${KENT}`, second), { asAt: '2025-05-01' })
    expect(older.files[0]).toMatchObject({ status: 'older than what is held', accepted: 5 })
    expect(older).toMatchObject({ release, changed: false })
    expect(await trial.total()).toBe(3)
    expect(evidenceStatus(trial.catalogue()).deliveries.map(({ used }) => used)).toEqual([true, false])
  })

  it('as at the same day is used when it comes later', async () => {
    for (const [folder, text, expected] of [
      ['a', first, 3],
      ['b', second, 5],
      ['c', csvOf(times(7, crime)), 7],
    ] as const) {
      await trial.give(trial.write(`${folder}/${KENT}`, text), { asAt: '2025-06-01' })
      expect(await trial.total()).toBe(expected)
    }
  })

  it('is as at its archive’s newest month, when nobody says otherwise', async () => {
    const zip = (name: string, newest: string, text: string) =>
      writeZip(trial.file(name), [
        [`2025-01/${KENT}`, text],
        [`${newest}/${newest}-kent-street.csv`, csvOf([crime({ Month: newest })])],
      ])
    await trial.give(await zip('june.zip', '2025-06', first))
    expect(trial.catalogue().deliveries.map(({ asAt }) => asAt)).toEqual(['2025-06', '2025-06'])
    const older = await trial.give(await zip('may.zip', '2025-05', second))
    expect(older.files.map(({ status }) => status)).toEqual(['older than what is held', 'imported'])
    expect(await trial.total('month=2025-01')).toBe(3)
  })

  it('of a whole force goes before an extract, whichever comes first', async () => {
    const whole = trial.write(KENT, second)
    const part = trial.write('dartford.csv', first)
    await trial.give(part)
    expect(await trial.total()).toBe(3)
    const { files } = await trial.give(whole)
    expect(files[0]!.superseded).toMatchObject({ added: 5, removed: 3 })
    expect(await trial.total()).toBe(5)
    const other = await trial.give(trial.write('another-extract.csv', csvOf(times(2, crime))))
    expect(other.files[0]!.status).toBe('extract of what is held')
    expect(other.changed).toBe(false)
    expect(await trial.total()).toBe(5)
  })

  it('of several months loses only those that a better delivery holds', async () => {
    const months = ['2025-01', '2025-02', '2025-03']
    await trial.give(
      trial.write(
        'three-months.csv',
        months.flatMap((Month) => times(4, () => crime({ Month }))),
      ),
    )
    const { files } = await trial.give(
      trial.write(
        '2025-02-kent-street.csv',
        times(9, () => crime({ Month: '2025-02' })),
      ),
    )
    expect(files[0]!.superseded?.months).toMatchObject([{ month: '2025-02', added: 9, removed: 4, outcomeChanged: 0 }])
    expect((await trial.count('month')).map(({ count }) => count)).toEqual([4, 9, 4])
    expect(
      trial
        .catalogue()
        .releases.at(-1)!
        .admissions.map((one) => one.months),
    ).toContainEqual(['2025-01', '2025-03'])
    const [kent] = evidenceStatus(trial.catalogue()).publishers
    expect(kent!.rows).toBe(17)
  })

  it('that is used in part names the months that are not', async () => {
    await trial.give(
      trial.write(
        '2025-02-kent-street.csv',
        times(9, () => crime({ Month: '2025-02' })),
      ),
    )
    const months = ['2025-01', '2025-02']
    const { files } = await trial.give(
      trial.write(
        'two-months.csv',
        months.map((Month) => crime({ Month })),
      ),
    )
    expect(files[0]!.status).toBe('imported')
    expect(files[0]!.warnings).toContain('not used, since a better delivery of it is held: February 2025')
  })

  it('that mixes forces gives each force its own months', async () => {
    const surrey = { 'Falls within': 'Surrey Police', 'LSOA code': 'E01030000', 'LSOA name': 'Woking 001A' }
    await trial.give(trial.write('both.csv', [...times(2, crime), ...times(3, () => crime(surrey))]))
    await trial.give(trial.write('2025-01-surrey-street.csv', [crime(surrey)]))
    expect((await trial.count('publisher')).map(({ publisher, count }) => [publisher, count])).toEqual([
      ['kent', 2],
      ['surrey', 1],
    ])
  })

  it('whose name speaks of another month or force is taken, and says so', async () => {
    const { files } = await trial.give(
      trial.write(KENT, [crime(), crime({ Month: '2024-12' }), crime({ 'Falls within': 'Surrey Police' })]),
    )
    expect(files[0]!.warnings).toEqual([
      'its name does not say that it holds December 2024 and rows of Surrey Police: check the file',
    ])
  })
})

describe('a month published again', { timeout: 60_000 }, () => {
  it('reports rows added, removed and changed in outcome, alike rows by their number', async () => {
    const stays = crime()
    const decided = crime()
    const alike = incident()
    await trial.give(trial.write(`a/${KENT}`, [stays, decided, alike, alike, alike, crime()]))
    const { files } = await trial.give(
      trial.write(`b/${KENT}`, [
        stays,
        { ...decided, 'Last outcome category': 'Local resolution' },
        alike,
        alike,
        crime(),
        crime(),
      ]),
    )
    expect(files[0]!.superseded).toMatchObject({ added: 2, removed: 2, outcomeChanged: 1 })
  })

  it('with rows in another order and no other change reports none', async () => {
    const rows = [...times(20, crime), ...times(5, () => incident())]
    await trial.give(trial.write(`a/${KENT}`, rows))
    const { files } = await trial.give(trial.write(`b/${KENT}`, rows.toReversed()))
    expect(files[0]!.superseded).toMatchObject({ added: 0, removed: 0, outcomeChanged: 0 })
  })

  it('twice in one command compares the two versions with each other', async () => {
    const paths = [trial.write(`a/${KENT}`, first), trial.write(`b/${KENT}`, second)]
    const { files } = await trial.give(paths)
    expect(files.map(({ status }) => status).sort()).toEqual(['imported', 'older than what is held'])
    expect(files.find(({ status }) => status === 'imported')!.superseded).not.toBeNull()
  })
})

describe('the order of paths in one command', { timeout: 60_000 }, () => {
  it('never changes the release', { timeout: 120_000 }, async () => {
    const paths = [
      trial.write(`a/${KENT}`, first),
      trial.write(`b/${KENT}.gz`, second),
      trial.write('extract.csv', [crime(), crime({ Month: '2025-02' })]),
      trial.write(
        '2025-02-kent-street.csv',
        times(2, () => crime({ Month: '2025-02' })),
      ),
      trial.write('copy-of-a.csv', first),
      await writeZip(trial.file('z.zip'), [[`2025-01/${KENT}`, csvOf(times(4, crime))]]),
    ]
    const now = '2026-01-01T00:00:00.000Z'
    const expected = await trial.give(paths, { now })
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), async (shuffled) => {
        const other = trialFolder()
        const { release, files } = await other.give(shuffled, { now })
        expect(release).toBe(expected.release)
        expect(files.map(({ file, status }) => [file, status])).toEqual(
          expected.files.map(({ file, status }) => [file, status]),
        )
        other.remove()
      }),
      { numRuns: 6 },
    )
  })
})
