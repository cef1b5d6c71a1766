import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { hasSharedData, sharedData, whySkipped } from '../../../test/support/shared-data.ts'
import { districtOfLsoaName } from '../../vocabulary/areas/index.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { evidenceStatus } from '../status/evidence-status.ts'
import type { ImportReport } from './report.ts'

/** Expected numbers were measured on the published files themselves, outside this program. */
const police = (name: string) => sharedData(`police/${name}`)
const DARTFORD = 'district=E07000107'
const YEAR_2025 = ['2025-01', '2025-12'] as const

describe.skipIf(!hasSharedData('police/kent-street'))(
  `the 23 Kent files${whySkipped('police/kent-street')}`,
  { timeout: 60_000 },
  () => {
    let trial: Trial
    let report: ImportReport
    beforeAll(async () => {
      trial = trialFolder()
      report = await trial.give(police('kent-street'))
    }, 120_000)
    afterAll(() => trial.remove())
    const total = async (where: string[], [from, to]: readonly [string, string]) =>
      (await trial.count('feed', where, from, to))[0]!.count

    it('are 365,991 rows, all accepted, 4,144 without an LSOA and 57,560 anti-social behaviour', async () => {
      expect(report.files).toHaveLength(23)
      expect(report).toMatchObject({ accepted: 365_991, rejected: 0, changed: true })
      const holds = trial.catalogue().deliveries.flatMap((delivery) => delivery.holds)
      expect(holds.reduce((sum, held) => sum + held.withoutLsoa, 0)).toBe(4144)
      expect(holds.reduce((sum, held) => sum + held.asb, 0)).toBe(57_560)
      expect(await trial.total('district=none')).toBe(4144)
      expect(await trial.total(`type=${ASB}`)).toBe(57_560)
    })

    it('import again adds nothing and says so', async () => {
      const again = await trial.give(police('kent-street'))
      expect(again).toMatchObject({ accepted: 0, changed: false, release: report.release })
      expect(new Set(again.files.map(({ status }) => status))).toEqual(new Set(['already held']))
      expect(await trial.total()).toBe(365_991)
    })

    it('hold for Dartford in 2025 13,307 rows: 11,440 crimes and 1,867 incidents', async () => {
      expect(await total([DARTFORD], YEAR_2025)).toBe(13_307)
      expect(await total([DARTFORD, 'group=crime'], YEAR_2025)).toBe(11_440)
      expect(await total([DARTFORD, 'group=asb'], YEAR_2025)).toBe(1867)
    })

    it('hold 4,352 of violence, 38.0 % of Dartford’s crime, and 2,270 of shoplifting', async () => {
      const violence = (await total([DARTFORD, 'type=Violence and sexual offences'], YEAR_2025))!
      expect(violence).toBe(4352)
      expect(((100 * violence) / 11_440).toFixed(1)).toBe('38.0')
      expect(await total([DARTFORD, 'type=Shoplifting'], YEAR_2025)).toBe(2270)
    })

    it('hold 12,984 rows for Dartford from January to November 2022, and 26,291 in all', async () => {
      expect(await total([DARTFORD], ['2022-01', '2022-11'])).toBe(12_984)
      expect(await trial.total(DARTFORD)).toBe(26_291)
    })

    it('leave 25 months missing between the two runs', async () => {
      const [kent] = evidenceStatus(trial.catalogue()).publishers
      expect(kent!.missing).toHaveLength(25)
      expect([kent!.missing[0], kent!.missing.at(-1)]).toEqual(['2022-12', '2024-12'])
      const months = await trial.count('month', [DARTFORD])
      expect(months.filter(({ status, count }) => status === 'missing' && count === null)).toHaveLength(25)
    })

    it('repeat two Crime IDs inside a month', () =>
      expect(trial.catalogue().deliveries.reduce((sum, { repeatedCrimeIds }) => sum + repeatedCrimeIds, 0)).toBe(2))

    it('place 224 rows outside Kent and Medway', async () => {
      const inKent = new Set([
        ...Array.from({ length: 12 }, (_, i) => `E070001${String(5 + i).padStart(2, '0')}`),
        'E06000035',
      ])
      const outside = (await trial.count('district')).filter(({ district }) => district && !inKent.has(district))
      expect(outside.reduce((sum, { count }) => sum + count!, 0)).toBe(224)
      expect(outside.find(({ district }) => district === 'E09000004')?.count).toBe(81) // Bexley
      expect(outside.find(({ district }) => district === 'E09000006')?.count).toBe(24) // Bromley
    })

    it('use 58 zones of 2011 in 2022 and 67 of 2021 in 2025 for Dartford, with zero months filled in', async () => {
      const cells = await trial.count('month,lsoa', [DARTFORD])
      const zones = (year: string) =>
        new Set(cells.filter(({ month, lsoa }) => lsoa && month!.startsWith(year)).map(({ lsoa }) => lsoa))
      expect(zones('2022').size).toBe(58)
      expect(zones('2025').size).toBe(67)
      expect([...zones('2022')].filter((zone) => !zones('2025').has(zone)).sort()).toEqual([
        'E01024140',
        'E01024141',
        'E01024142',
        'E01024148',
        'E01024149',
      ])
      expect(cells.filter(({ month }) => month === '2022-01')).toHaveLength(58)
      expect(cells.filter(({ month }) => month === '2025-01')).toHaveLength(67)
      expect(cells.some(({ count }) => count === 0)).toBe(true)
    })

    it('agree in every district, month and type with counts made from them by another program', async () => {
      const expected = new Map<string, number>()
      const file = createReadStream(police('lad-month-crimetype-counts.csv.gz')).pipe(createGunzip())
      for await (const row of file.pipe(parse({ columns: true, bom: true })) as AsyncIterable<Record<string, string>>) {
        const { force_file: force, month, lad_name_from_lsoa_name: name, crime_type: type, count } = row
        if (force !== 'kent') continue
        const code = name === '' ? 'none' : (districtOfLsoaName(`${name} 001A`)?.code ?? `?${name}`)
        const key = `${month} ${code} ${type}`
        expected.set(key, (expected.get(key) ?? 0) + Number(count))
      }
      expect(expected.size).toBeGreaterThan(3000)
      const counted = (await trial.count('month,district,type')).filter(({ count }) => count)
      const found = new Map(
        counted.map(({ month, district, type, count }) => [`${month} ${district ?? 'none'} ${type}`, count!]),
      )
      expect([...found].filter(([key, count]) => expected.get(key) !== count)).toEqual([])
      expect([...expected].filter(([key, count]) => found.get(key) !== count)).toEqual([])
    }, 60_000)

    it('gain British Transport Police’s 357 rows in Dartford and Gravesham from its own file', async () => {
      const before = await trial.total()
      const { files } = await trial.give(police('btp-dartford-gravesham-street-2022-01-to-2022-11.csv'))
      expect(files[0]).toMatchObject({ accepted: 357, publishers: ['btp'], repeatedCrimeIds: 0 })
      expect(await trial.total()).toBe(before + 357)
      expect(await trial.total(DARTFORD, 'publisher=kent')).toBe(26_291)
    })

    it('are used before an extract of them, which is stored and changes nothing', async () => {
      const release = trial.catalogue().current
      const { files, changed } = await trial.give(police('dartford-street.csv.gz'))
      expect(files[0]).toMatchObject({ status: 'extract of what is held', accepted: 26_291 })
      expect(changed).toBe(false)
      expect(trial.catalogue().current).toBe(release)
      expect(await trial.total(DARTFORD, 'publisher=kent')).toBe(26_291)
    })
  },
)

describe.skipIf(!hasSharedData('police/revisions'))(
  `the three months published twice${whySkipped('police/revisions')}`,
  () => {
    for (const [month, changed] of [
      ['2022-03', 46],
      ['2022-10', 429],
      ['2022-11', 1133],
    ] as const)
      for (const order of ['as published', 'the other way round'] as const)
        it(`${month}: ${changed} outcomes changed, no row added or removed, imported ${order}`, async () => {
          const trial = trialFolder()
          const pair = [
            police(`revisions/${month}-surrey-street.snapshot-early-2023.csv.gz`),
            police(`surrey-street/${month}-surrey-street.csv.gz`),
          ]
          const [first, second] = order === 'as published' ? pair : pair.toReversed()
          await trial.give(first!)
          const { files } = await trial.give(second!)
          expect(files[0]!.superseded).toMatchObject({ added: 0, removed: 0, outcomeChanged: changed })
          trial.remove()
        }, 30_000)
  },
)

describe.skipIf(!hasSharedData('police/oddities'))(
  `files of other forces${whySkipped('police/oddities')}`,
  { timeout: 60_000 },
  () => {
    it('British Transport Police: 5,570 rows without an ID or an outcome, repeats kept', async () => {
      const trial = trialFolder()
      const { files } = await trial.give(police('oddities/2022-11-btp-street.csv.gz'))
      expect(files[0]).toMatchObject({ accepted: 5570, repeatedCrimeIds: 0, rejected: {} })
      expect(await trial.count('outcome')).toEqual([{ outcome: null, count: 5570, status: 'delivered' }])
      trial.remove()
    })

    it('City of London: 748 rows', async () => {
      const trial = trialFolder()
      const { accepted } = await trial.give(police('oddities/2022-11-city-of-london-street.csv.gz'))
      expect(accepted).toBe(748)
      expect(await trial.total('publisher=city-of-london')).toBe(748)
      trial.remove()
    })

    it('Surrey: thirteen months unbroken, and no row without a location in July 2022', async () => {
      const trial = trialFolder()
      await trial.give(police('surrey-street'))
      expect(readdirSync(police('surrey-street'))).toHaveLength(13)
      const [surrey] = evidenceStatus(trial.catalogue()).publishers
      expect(surrey).toMatchObject({ missing: [], from: '2021-12', to: '2022-12' })
      const unlocated = await trial.count('month', ['district=none'])
      expect(unlocated.find(({ month }) => month === '2022-07')).toEqual({
        month: '2022-07',
        count: 0,
        status: 'delivered',
      })
      trial.remove()
    }, 60_000)

    it('a file that is not street-level is refused: a stop-and-search sample with the feed named', async () => {
      const trial = trialFolder()
      const work = trial.give(join(police('samples'), '2024-06-kent-stop-and-search.excerpt.csv'), { feedNamed: true })
      await expect(work).rejects.toThrow('expected the twelve columns')
      trial.remove()
    })
  },
)
