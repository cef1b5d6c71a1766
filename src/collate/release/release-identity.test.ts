import { existsSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { ANOTHER_DARTFORD_ZONE, crime, incident, times, writeFile } from '../../../test/support/police-files.ts'
import { readCatalogue, writeCatalogue } from '../../platform/evidence/catalogue.ts'
import { OPEN, openEvidence } from '../evidence/open-evidence.ts'
import { importReferences } from '../import/import-references.ts'
import { composeRelease } from './compose-release.ts'

let trial: Trial
beforeEach(() => {
  trial = trialFolder()
})
afterEach(() => trial.remove())

const NOW = '2026-01-01T00:00:00.000Z'
const rows = [...times(6, crime), ...times(3, () => incident(ANOTHER_DARTFORD_ZONE)), crime({ Month: '2025-02' })]
const lookup = (ward: string) =>
  [
    'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM',
    `E01024132,Dartford 001A,${ward},A Ward,E07000107,Dartford`,
    'E01024133,Dartford 001B,E05012393,Another Ward,E07000107,Dartford',
    '',
  ].join('\n')
const giveLookup = (name: string, ward: string, to = trial) =>
  importReferences(to.dataFolder, [writeFile(to.file(name), lookup(ward))], NOW)
describe('a release', { timeout: 30_000 }, () => {
  it('has the same id in another folder, from the same deliveries given in other commands', async () => {
    const january = trial.write('2025-01-kent-street.csv', rows.slice(0, 9))
    const february = trial.write('2025-02-kent-street.csv', rows.slice(9))
    const { release } = await trial.give([january, february])
    const other = trialFolder()
    await other.give(february)
    expect((await other.give(january)).release).toBe(release)
    other.remove()
  })

  it('holds the same rows in its projections wherever it is built', async () => {
    const file = trial.write('all.csv', rows)
    await trial.give(file)
    const other = trialFolder()
    await other.give(file)
    const by = 'month,type,lsoa,district,publisher'
    expect(await other.count(by)).toEqual(await trial.count(by))
    other.remove()
  })

  it('is another one when a reference table is, and the same again when the table is', async () => {
    const { release } = await trial.give(trial.write('all.csv', rows))
    const one = await giveLookup('one.csv', 'E05012392')
    expect(one.release).not.toBe(release)
    const two = await giveLookup('two.csv', 'E05012394')
    expect(two.release).not.toBe(one.release)
    const again = await giveLookup('one.csv', 'E05012392')
    expect(again.release).toBe(one.release)
    expect(await trial.count('ward', [], '2025-01', '2025-01')).toContainEqual({
      ward: 'E05012392',
      count: 6,
      status: 'delivered',
    })
  })

  it('is read with its own reference tables, even when it is built again after they were replaced', async () => {
    await trial.give(trial.write('all.csv', rows))
    const one = (await giveLookup('one.csv', 'E05012392')).release!
    const two = (await giveLookup('two.csv', 'E05012394')).release!
    rmSync(trial.folder.projections, { recursive: true })
    const store = openEvidence(trial.dataFolder)
    for (const [release, ward] of [
      [one, 'E05012392'],
      [two, 'E05012394'],
    ] as const) {
      const evidence = (await store.read(OPEN, release))!
      const [found] = await evidence.rows<{ ward: string }>(
        `select distinct ward::varchar as ward from offence_count where lsoa = 'E01024132'`,
      )
      expect(found!.ward).toBe(ward)
      const wards = await evidence.reference<{ ward_code: string }>('lsoa-district')
      expect(wards).toHaveLength(2)
      expect(wards[0]!.ward_code).toBe(ward)
    }
    store.close()
  })

  for (const [title, remove] of [
    ['all projections are deleted', (path: string) => rmSync(path, { recursive: true })],
    ['the release’s folder is deleted', (path: string, id: string) => rmSync(join(path, id), { recursive: true })],
    ['one file of it is deleted', (path: string, id: string) => rmSync(join(path, id, 'counts-open.parquet'))],
    ['the other file is deleted', (path: string, id: string) => rmSync(join(path, id, 'rows-open.parquet'))],
    [
      'a file of it was cut short',
      (path: string, id: string) => truncateSync(join(path, id, 'counts-open.parquet'), 100),
    ],
  ] as const)
    it(`reads the same after ${title}`, async () => {
      const { release } = await trial.give(trial.write('all.csv', rows))
      const before = await trial.count('month,type')
      remove(trial.folder.projections, release!)
      expect(await trial.count('month,type')).toEqual(before)
      expect(await trial.total('outcome=Under investigation')).toBe(7)
      expect(existsSync(join(trial.folder.projections, release!, 'counts-open.parquet'))).toBe(true)
    })

  it('is made anew by the next import when a table that comes with the software has changed', async () => {
    const file = trial.write('all.csv', rows)
    const { release } = await trial.give(file)
    const before = trial.catalogue()
    const old = {
      ...before.releases[0]!,
      id: 'f'.repeat(64),
      tables: { ...before.releases[0]!.tables, areas: 'older' },
    }
    writeCatalogue(trial.folder, { ...before, releases: [old], current: old.id })
    await expect(trial.count('month')).rejects.toThrow('made with another version of the table of areas')
    const again = await trial.give(file)
    expect(again).toMatchObject({ changed: true, accepted: 0, release })
    expect(await trial.total()).toBe(10)
  })

  it('that has lost a delivery’s rows names the file, and has them back when it is imported again', async () => {
    const file = trial.write('all.csv', rows)
    const { release } = await trial.give(file)
    rmSync(trial.folder.deliveries, { recursive: true })
    rmSync(trial.folder.projections, { recursive: true })
    await expect(trial.count('month')).rejects.toThrow('The rows of all.csv are missing')
    await expect(trial.give(trial.write('more.csv', [crime({ Month: '2025-05' })]))).rejects.toThrow(
      'import that file again',
    )
    const again = await trial.give(file)
    expect(again).toMatchObject({ changed: false, accepted: 0, release })
    expect(again.files[0]).toMatchObject({
      status: 'already held',
      warnings: ['its rows were missing from the data folder: they are there again'],
    })
    expect(await trial.total()).toBe(10)
  })

  it('says what is missing when it is asked for by a name it does not have', async () => {
    await trial.give(trial.write('all.csv', rows))
    const store = openEvidence(trial.dataFolder)
    expect(await store.read(OPEN, 'no such release')).toBeUndefined()
    store.close()
  })

  it('has an id that depends on deliveries and tables, not on the time it was made', async () => {
    await trial.give(trial.write('all.csv', rows))
    const catalogue = readCatalogue(trial.folder)
    expect(composeRelease(catalogue, '2030-01-01T00:00:00.000Z').id).toBe(catalogue.current)
  })
})
