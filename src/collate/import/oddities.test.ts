import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Trial, trialFolder } from '../../../test/support/evidence.ts'
import {
  ANOTHER_DARTFORD_ZONE,
  crime,
  crimeId,
  csvOf,
  incident,
  NOWHERE,
  times,
} from '../../../test/support/police-files.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { evidenceStatus } from '../status/evidence-status.ts'

let trial: Trial
beforeEach(() => {
  trial = trialFolder()
})
afterEach(() => trial.remove())

const KENT = '2025-01-kent-street.csv'
const DARTFORD = 'district=E07000107'
const deliver = (rows: Parameters<Trial['write']>[1], name = KENT) => trial.give(trial.write(name, rows))

describe('rows of the police’s street files', { timeout: 60_000 }, () => {
  it('are read with or without a byte-order mark, with CRLF or LF, to the same counts', async () => {
    const rows = [...times(3, crime), incident()]
    const counts = []
    for (const options of [{}, { bom: true }, { eol: '\r\n' }, { eol: '\r\n', bom: true }, { eol: '\r' }]) {
      const one = trialFolder()
      const [report] = (await one.give(one.write(KENT, csvOf(rows, options)))).files
      expect(report).toMatchObject({ status: 'imported', read: 4, accepted: 4, rejected: {} })
      counts.push(await one.count('month,group,type'))
      one.remove()
    }
    for (const count of counts) expect(count).toEqual(counts[0])
  })

  it('three anti-social behaviour rows that are alike are three incidents', async () => {
    await deliver([...times(3, () => incident()), crime()])
    expect(await trial.total('group=asb')).toBe(3)
    expect(await trial.total('group=crime')).toBe(1)
  })

  it('a repeated Crime ID is kept, counted and reported', async () => {
    const report = await deliver([crime({ 'Crime ID': crimeId(999) }), crime({ 'Crime ID': crimeId(999) }), crime()])
    expect(report.files[0]!.repeatedCrimeIds).toBe(1)
    expect(report.files[0]!.warnings.join()).toContain('1 rows repeat a Crime ID of their month')
    expect(await trial.total()).toBe(3)
  })

  it('rows without a location are in the force’s total and in no district', async () => {
    const report = await deliver([crime(), ...times(2, () => crime(NOWHERE)), incident(NOWHERE)])
    expect(report.files[0]!.withoutLsoa).toBe(3)
    expect(await trial.total()).toBe(4)
    expect(await trial.total(DARTFORD)).toBe(1)
    expect(await trial.total('district=none')).toBe(3)
    expect(await trial.count('district')).toEqual([
      { district: 'E07000107', count: 1, status: 'delivered' },
      { district: null, count: 3, status: 'delivered' },
    ])
  })

  it('a row with a point and no LSOA is counted as one without an LSOA', async () => {
    const report = await deliver([crime({ 'LSOA code': '', 'LSOA name': '' })])
    expect(report.files[0]!.withoutLsoa).toBe(1)
    expect(await trial.total('district=none')).toBe(1)
  })

  it('keeps "On or near " with its trailing space and the snapped point as published', async () => {
    const point = { Longitude: '0.270851', Latitude: '51.439934', Location: 'On or near ' }
    await deliver(times(4, () => crime(point)))
    const { id } = trial.catalogue().deliveries[0]!
    const found = await trial.rowsOf(
      id,
      'longitude::varchar as longitude, latitude::varchar as latitude, location, count(*)::integer as n',
    )
    expect(found).toEqual([{ longitude: '0.270851', latitude: '51.439934', location: 'On or near ', n: 4 }])
  })

  it('rows placed outside the force are in the district they are placed in, and still the force’s', async () => {
    const bexley = { 'LSOA code': 'E01000331', 'LSOA name': 'Bexley 012A' }
    await deliver([crime(), crime(bexley)])
    expect(await trial.count('district,publisher')).toEqual([
      { district: 'E07000107', publisher: 'kent', count: 1, status: 'delivered' },
      { district: 'E09000004', publisher: 'kent', count: 1, status: 'delivered' },
    ])
  })

  it('a neighbour’s stray rows do not make a month delivered for a district', async () => {
    const stray = { Month: '2025-02', 'Falls within': 'Surrey Police', 'Reported by': 'Surrey Police' }
    await deliver([crime(), crime({ Month: '2025-01' })])
    await deliver([crime(stray)], '2025-02-surrey-street.csv')
    await deliver([crime({ Month: '2025-03' })], '2025-03-kent-street.csv')
    expect(await trial.count('month', [DARTFORD])).toEqual([
      { month: '2025-01', count: 2, status: 'delivered' },
      { month: '2025-02', count: null, status: 'missing' },
      { month: '2025-03', count: 1, status: 'delivered' },
    ])
  })

  it('a British Transport Police file has neither IDs nor outcomes, and every row counts', async () => {
    const rail = {
      'Falls within': 'British Transport Police',
      'Reported by': 'British Transport Police',
      'Crime ID': '',
      'Last outcome category': '',
    }
    const report = await deliver(
      times(6, () => crime(rail)),
      '2025-01-btp-street.csv',
    )
    expect(report.files[0]).toMatchObject({ accepted: 6, repeatedCrimeIds: 0, publishers: ['btp'], warnings: [] })
    expect(await trial.count('outcome')).toEqual([{ outcome: null, count: 6, status: 'delivered' }])
  })

  it('British Transport Police rows add to a district’s, and can be left out by naming the force', async () => {
    const rail = {
      'Falls within': 'British Transport Police',
      'Reported by': 'British Transport Police',
      'Crime ID': '',
    }
    await deliver(times(5, crime))
    await deliver(
      times(2, () => crime(rail)),
      '2025-01-btp-street.csv',
    )
    expect(await trial.total(DARTFORD)).toBe(7)
    expect(await trial.total(DARTFORD, 'publisher=kent')).toBe(5)
  })

  it('2011 and 2021 zones keep their own codes, and have zero months only in years that use them', async () => {
    const old = { 'LSOA code': 'E01024140', 'LSOA name': 'Dartford 004A' } // ended when the zones of 2021 came
    await deliver([crime({ Month: '2022-01', ...old }), crime({ Month: '2022-01' })], '2022-01-kent-street.csv')
    await deliver([crime({ Month: '2022-02' })], '2022-02-kent-street.csv')
    await deliver([crime({ ...ANOTHER_DARTFORD_ZONE }), crime()])
    const cells = await trial.count('month,lsoa', [DARTFORD])
    const of = (lsoa: string) => cells.filter((cell) => cell.lsoa === lsoa).map(({ month, count }) => [month, count])
    expect(of('E01024140')).toEqual([
      ['2022-01', 1],
      ['2022-02', 0],
    ])
    expect(of('E01024133')).toEqual([['2025-01', 1]])
    expect(of('E01024132')).toEqual([
      ['2022-01', 1],
      ['2022-02', 1],
      ['2025-01', 1],
    ])
  })

  it('Shepway is counted as Folkestone and Hythe', async () => {
    const zone = (name: string) => ({ 'LSOA code': 'E01024500', 'LSOA name': `${name} 001A` })
    await deliver([crime({ Month: '2022-01', ...zone('Shepway') })], '2022-01-kent-street.csv')
    await deliver([crime(zone('Folkestone and Hythe'))])
    expect(await trial.total('district=E07000112')).toBe(2)
  })

  for (const [name, code] of [
    ["King's Lynn and West Norfolk 012B", 'E07000146'],
    ['Dartford 005C', 'E07000107'],
    ['Medway 001A', 'E06000035'],
  ])
    it(`the LSOA name "${name}" is in ${code}`, async () => {
      await deliver([crime({ 'LSOA code': 'E01099999', 'LSOA name': name! })])
      expect(await trial.count('district')).toEqual([{ district: code, count: 1, status: 'delivered' }])
    })

  it('an LSOA name of no district stays in the total and is shown as not recognised', async () => {
    await deliver([crime({ 'LSOA code': 'E01099999', 'LSOA name': 'Nowhereshire 001A' })])
    expect(await trial.count('district')).toEqual([
      { district: 'not recognised: Nowhereshire', count: 1, status: 'delivered' },
    ])
  })

  it('absent months come back as missing, not 0, and a rolling year that lacks them names them', async () => {
    await deliver([crime({ Month: '2022-11' })], '2022-11-kent-street.csv')
    await deliver([crime()])
    const missing = await trial.count('month', [], '2022-10', '2025-01')
    expect(missing).toHaveLength(28)
    expect(missing.filter(({ status }) => status === 'missing')).toHaveLength(26)
    expect(missing[0]).toEqual({ month: '2022-10', count: null, status: 'missing' })
    expect(missing.at(-1)).toEqual({ month: '2025-01', count: 1, status: 'delivered' })
    const [year] = await trial.count('year-ending', [], '2022-12', '2022-12')
    expect(year).toMatchObject({ 'year-ending': '2022-12', count: null, status: 'missing' })
    expect(year!.missing).toHaveLength(11)
    expect(year!.missing).toContain('2022-12')
  })

  it('a month missing is one row, without the other dimensions', async () => {
    await deliver([crime(), incident()])
    await deliver([crime({ Month: '2025-03' })], '2025-03-kent-street.csv')
    const rows = await trial.count('month,type')
    expect(rows.filter(({ month }) => month === '2025-02')).toEqual([
      { month: '2025-02', count: null, status: 'missing' },
    ])
  })

  it('a delivered month in which nothing of a type was recorded is 0', async () => {
    await deliver([crime(), incident()])
    await deliver([crime({ Month: '2025-02' })], '2025-02-kent-street.csv')
    expect(await trial.count('month,type', [DARTFORD])).toContainEqual({
      month: '2025-02',
      type: ASB,
      count: 0,
      status: 'delivered',
    })
  })

  it('a month that one of two forces lacks is a part, with the force named', async () => {
    const surrey = { 'Falls within': 'Surrey Police', 'LSOA code': 'E01030000', 'LSOA name': 'Woking 001A' }
    await deliver([crime()])
    await deliver([crime({ Month: '2025-02' })], '2025-02-kent-street.csv')
    await deliver([crime(surrey)], '2025-01-surrey-street.csv')
    expect(await trial.count('month')).toEqual([
      { month: '2025-01', count: 2, status: 'delivered' },
      { month: '2025-02', count: 1, status: 'part', missing: ['surrey'] },
    ])
  })

  it('a month that a force never published is a gap in its calendar', async () => {
    const city = {
      'Falls within': 'City of London Police',
      'LSOA code': 'E01000001',
      'LSOA name': 'City of London 001A',
    }
    for (const month of ['2022-05', '2022-07'])
      await deliver([crime({ Month: month, ...city })], `${month}-city-of-london-street.csv`)
    const [publisher] = evidenceStatus(trial.catalogue()).publishers
    expect(publisher).toMatchObject({
      publisher: 'city-of-london',
      delivered: ['2022-05', '2022-07'],
      missing: ['2022-06'],
    })
    expect(await trial.count('month', ['district=E09000001'])).toContainEqual({
      month: '2022-06',
      count: null,
      status: 'missing',
    })
  })

  it('the columns Context and Reported by are dropped, and listed', async () => {
    await deliver([crime({ Context: 'Jane Doe' })])
    expect(trial.catalogue().deliveries[0]!.droppedColumns).toEqual(['Reported by', 'Context'])
    const { id } = trial.catalogue().deliveries[0]!
    expect(JSON.stringify(await trial.rowsOf(id, 'columns(c -> true)::varchar'))).not.toContain('Jane')
  })

  it('a type that nobody has seen before is counted as crime, and said', async () => {
    const report = await deliver([crime({ 'Crime type': 'Public disorder and weapons' })])
    expect(report.files[0]!.warnings).toContain(
      'types not seen before are counted as crime: "Public disorder and weapons"',
    )
    expect(await trial.total('group=crime')).toBe(1)
  })

  it('all fifteen outcomes and none are kept apart', async () => {
    await deliver([crime({ 'Last outcome category': 'Status update unavailable' }), crime(), incident()])
    expect((await trial.count('outcome')).map(({ outcome }) => outcome)).toEqual([
      'Status update unavailable',
      'Under investigation',
      null,
    ])
  })

  it('outcomes and stop-and-search files beside street files are passed over and named', async () => {
    trial.write('2025-01/2025-01-kent-street.csv', [crime()])
    trial.write(
      '2025-01/2025-01-kent-outcomes.csv',
      'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n',
    )
    trial.write(
      '2025-01/2025-01-kent-stop-and-search.csv',
      'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing\n',
    )
    const { files } = await trial.give(trial.file('2025-01'))
    expect(files.map(({ status }) => status)).toEqual(['passed over', 'passed over', 'imported'])
  })
})
