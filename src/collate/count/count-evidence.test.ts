import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { ANOTHER_DARTFORD_ZONE, crime, incident, NOWHERE, times } from '../../../test/support/police-files.ts'
import { addMonths, monthsOf } from '../../vocabulary/period/month.ts'
import { countRequest } from './count-request.ts'

const GRAVESHAM = { 'LSOA code': 'E01024254', 'LSOA name': 'Gravesham 001A' }
let trial: Trial

/** Fifteen months of Kent but for July 2025: in each 3 thefts and 1 incident in Dartford, 2 in Gravesham, 1 nowhere. */
beforeAll(async () => {
  trial = trialFolder()
  for (const Month of monthsOf({ from: '2024-12', to: '2026-02' })) {
    if (Month === '2025-07') continue
    trial.write(`police/${Month}/${Month}-kent-street.csv`, [
      ...times(3, () => crime({ Month })),
      incident({ Month, ...ANOTHER_DARTFORD_ZONE }),
      ...times(2, () =>
        crime({ Month, ...GRAVESHAM, 'Crime type': 'Drugs', 'Last outcome category': 'Local resolution' }),
      ),
      crime({ Month, ...NOWHERE }),
    ])
  }
  await trial.give(trial.file('police'))
}, 60_000)
afterAll(() => trial.remove())

describe('countEvidence', { timeout: 30_000 }, () => {
  it('counts the months from the first to the last delivered, the missing one in its place', async () => {
    const rows = await trial.count('month')
    expect(rows.map(({ month }) => month)).toEqual(monthsOf({ from: '2024-12', to: '2026-02' }))
    expect(rows[7]).toEqual({ month: '2025-07', count: null, status: 'missing' })
    expect(rows.filter(({ count }) => count === 7)).toHaveLength(14)
  })

  it('takes any of the values of one key and all of the keys', async () => {
    expect(await trial.total('district=E07000107', 'district=E07000109')).toBe(14 * 6)
    expect(await trial.total('district=E07000107', 'district=E07000109', 'type=Drugs')).toBe(14 * 2)
    expect(await trial.total('district=E07000107', 'type=Drugs')).toBe(0)
    expect(await trial.total('district=none', 'district=E07000109')).toBe(14 * 3)
  })

  it('cuts by type, group, district, outcome and zone so that each adds up to all', async () => {
    for (const by of [
      'type',
      'group',
      'district',
      'outcome',
      'lsoa',
      'feed',
      'publisher',
      'type,district,outcome',
      'lsoa,outcome,group',
    ]) {
      const rows = await trial.count(by)
      expect(
        rows.reduce((sum, { count }) => sum + count!, 0),
        by,
      ).toBe(14 * 7)
      const timed = await trial.count(`month,${by}`)
      expect(
        timed.reduce((sum, { count }) => sum + (count ?? 0), 0),
        `month,${by}`,
      ).toBe(14 * 7)
    }
  })

  it('a rolling year with all its months is their sum, and one without names what it lacks', async () => {
    const years = await trial.count('year-ending,group', ['district=E07000107'], '2025-06', '2025-12')
    const missing = years.filter(({ status }) => status === 'missing')
    expect(missing.find((row) => row['year-ending'] === '2025-12')).toEqual({
      'year-ending': '2025-12',
      count: null,
      status: 'missing',
      missing: ['2025-07'],
    })
    const other = trialFolder()
    const months = Array.from({ length: 13 }, (_, i) => addMonths('2025-01', i))
    await other.give(
      other.write(
        'all.csv',
        months.flatMap((Month, i) => times(i + 1, () => crime({ Month }))),
      ),
    )
    expect(await other.count('year-ending', [], '2025-12')).toEqual([
      { 'year-ending': '2025-12', count: 78, status: 'delivered' }, // 1 + 2 + … + 12
      { 'year-ending': '2026-01', count: 90, status: 'delivered' }, // 2 + 3 + … + 13
    ])
    other.remove()
  })

  it('without a time asked, is a part when a month of the range is missing', async () => {
    expect((await trial.count('group'))[0]!.status).toBe('part')
    expect((await trial.count('group', [], '2025-08', '2025-12'))[0]!.status).toBe('delivered')
  })

  it('of a range outside what was delivered says missing, never 0', async () => {
    const rows = await trial.count('month', [], '2026-01', '2026-04')
    expect(rows.map(({ count, status }) => [count, status])).toEqual([
      [7, 'delivered'],
      [7, 'delivered'],
      [null, 'missing'],
      [null, 'missing'],
    ])
  })

  it('of a folder that holds nothing is refused with what to do', async () => {
    const empty = trialFolder()
    expect(await refusalOf(empty.count('month'))).toContain(
      'Nothing has been imported yet: run `tapestry evidence import`',
    )
    empty.remove()
  })

  it('by ward without a lookup names the download to fetch', async () =>
    expect(await refusalOf(trial.count('ward'))).toContain('reference import'))
})

describe('countRequest', () => {
  for (const [title, args, says] of [
    ['an unknown dimension', ['colour'], '"colour" is not something counts can be cut by'],
    ['no dimension', [''], '--by is empty'],
    ['a dimension twice', ['type,type'], '--by names type twice'],
    ['two times', ['month,year-ending'], 'they overlap'],
    ['a district that does not exist', ['type', ['district=E07999999']], 'E07999999'],
    ['a condition without a value', ['type', ['district']], 'expected KEY=VALUE'],
    ['a month that is none', ['type', [], '2026-13'], '--from is "2026-13"'],
    ['a range that ends before it begins', ['type', [], '2026-02', '2026-01'], 'swap them'],
    ['a type by its slug', ['month', ['type=bicycle-theft']], 'expected a type by its published name'],
    ['an LSOA that is no code', ['month', ['lsoa=Dartford']], 'expected an LSOA code'],
    ['a group that is neither', ['month', ['group=fraud']], 'expected crime or asb'],
  ] as const)
    it(`refuses ${title}`, () => {
      const [by, where, from, to] = args as unknown as [string, string[]?, string?, string?]
      expect(() => countRequest(by, where, from, to)).toThrow(says)
    })
})
