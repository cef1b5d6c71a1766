import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crime } from '../../../test/support/police-files.ts'
import { type DuckDb, openDuckDb } from '../../platform/evidence/duckdb.ts'
import { POLICE_STREET_COLUMNS } from './layout.ts'
import { BROKEN_SQL, BROKEN_VALUES, RULES, type StreetRow } from './rules.ts'

let duckdb: DuckDb
beforeAll(async () => {
  duckdb = await openDuckDb(tmpdir())
})
afterAll(() => duckdb.close())

/** What each expression says of each row, an empty field being NULL as it is when a file is read. */
async function verdicts(rows: StreetRow[], expressions: string[]): Promise<(boolean | null)[][]> {
  const columns = POLICE_STREET_COLUMNS.map((column, i) => `nullif(row[${i + 1}], '') as "${column}"`).join(', ')
  const answers = await duckdb.rows<Record<string, boolean | null>>(
    `select ${expressions.map((sql, i) => `(${sql}) as "${i}"`).join(', ')}
     from (select nr, ${columns} from (select unnest(range(len(rows))) as nr, unnest(rows) as row from (select from_json($rows, '[["VARCHAR"]]') as rows)))
     order by nr`,
    { rows: JSON.stringify(rows.map((row) => POLICE_STREET_COLUMNS.map((column) => row[column]))) },
  )
  return answers.map((answer) => expressions.map((_, i) => answer[i]!))
}

/** Values at the edges of every rule, and a few that no rule expects. */
const text = (...edges: string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('', ...edges) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((value) => !value.includes('\0')) },
  )
const near = (low: number, high: number) =>
  fc.oneof(
    text(
      '-',
      '.',
      '+',
      '1e1',
      '1E-1',
      '5_1.5',
      '0x10',
      ' 51 ',
      '51.',
      '.5',
      'nan',
      'inf',
      '１',
      '1e400',
      '1e-400',
      '00051',
      '\u00a051',
      '51\t',
      '--5',
      '1__0',
      '_1',
      '1_',
      '+0.1',
      '-0',
      '5e1',
      '0.0005e4',
      '51000e-3',
      '-9.0000005',
    ),
    fc
      .tuple(fc.constantFrom(low, high), fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 9 }))
      .map(([edge, tenMillionths, places]) => (edge + tenMillionths / 1e7).toFixed(places)),
  )
const longText = (length: number) =>
  fc.constantFrom('x'.repeat(length), 'x'.repeat(length + 1), '🦊'.repeat(length), '🦊'.repeat(length + 1))
const row = fc
  .record({
    Month: text(
      '2025-01',
      '2025-12',
      '2025-13',
      '2025-00',
      '2025-1',
      '1999-12',
      '2100-01',
      '2025-01-01',
      ' 2025-01',
      '2025-01\n',
      '２０２５-01',
    ),
    'Falls within': fc.oneof(text('Kent Police', ' ', '1', 'é'), longText(100)),
    'Crime type': fc.oneof(text('Drugs'), longText(60)),
    Longitude: near(-9, 2.5),
    Latitude: near(49, 61.5),
    'LSOA code': text('E01024132', 'W0100001', 'E0102413', 'e01024132', 'E010241320', 'E01024132 ', 'É01024132'),
    'LSOA name': fc.oneof(text('Dartford 001A', ' '), longText(100)),
    'Last outcome category': fc.oneof(text('Under investigation'), longText(100)),
    'Crime ID': longText(64),
    Location: fc.oneof(text('On or near '), longText(200)),
  })
  .map((columns) => crime(columns))

describe('each rule', () => {
  it('says the same of a row in SQL as in its function, at the edges and off them', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 100, maxLength: 200 }), async (rows) => {
        const found = await verdicts(
          rows,
          RULES.map(({ sql }) => sql),
        )
        const disagreements = rows.flatMap((row, i) =>
          RULES.filter((rule, r) => (found[i]![r] ?? false) !== rule.holds(row)).map(({ column }) => [column, row]),
        )
        expect(disagreements.slice(0, 3)).toEqual([])
      }),
      { numRuns: 40, endOnFailure: true },
    ),
  )

  it('says the same of every short text that could be part of a coordinate', async () => {
    const alphabet = [...' +-.02_e\t\u00a0']
    const texts = [1, 2, 3, 4].reduce<string[][]>(
      (layers) => [...layers, layers.at(-1)!.flatMap((text) => alphabet.map((more) => text + more))],
      [['']],
    )
    const rule = RULES.find(({ column }) => column === 'Longitude')!
    const rows = texts.flat().map((Longitude) => crime({ Longitude }))
    const found = await verdicts(rows, [rule.sql])
    expect(rows.filter((row, i) => found[i]![0] !== rule.holds(row)).map((row) => row.Longitude)).toEqual([])
    expect(['- ', '+\t', '0e '].map((Longitude) => rule.holds(crime({ Longitude })))).toEqual([false, false, false])
  })

  it('accepts an ordinary crime, an incident without an ID and a row without a location', () => {
    const rows = [
      crime(),
      crime({ 'Crime ID': '', 'Last outcome category': '' }),
      crime({ Longitude: '', Latitude: '', Location: 'No Location', 'LSOA code': '', 'LSOA name': '' }),
    ]
    for (const row of rows) expect(RULES.filter((rule) => !rule.holds(row))).toEqual([])
  })

  it('is tried on every row or on every value of its column: none is left out of the scan', async () => {
    const bad: Partial<StreetRow>[] = [
      { Month: '2026-13' },
      { 'Falls within': '' },
      { 'Crime type': '' },
      { Longitude: '91' },
      { Latitude: '91' },
      { Latitude: '' },
      { 'LSOA code': 'Dartford' },
      { 'LSOA name': '' },
      { 'LSOA name': 'x'.repeat(101) },
      { 'Last outcome category': 'x'.repeat(101) },
      { 'Crime ID': 'x'.repeat(65) },
      { Location: 'x'.repeat(201) },
    ]
    expect(bad).toHaveLength(RULES.length)
    const found = await verdicts(bad.map(crime), [BROKEN_SQL, ...BROKEN_VALUES.map(({ sql }) => sql)])
    for (const [i, answers] of found.entries()) expect(answers.includes(true), JSON.stringify(bad[i])).toBe(true)
  })
})
