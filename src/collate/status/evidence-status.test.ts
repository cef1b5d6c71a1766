import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { crime, incident, NOWHERE, times } from '../../../test/support/police-files.ts'
import { evidenceStatus, gradeOf } from './evidence-status.ts'

let trial: Trial
beforeEach(() => {
  trial = trialFolder()
})
afterEach(() => trial.remove())

describe('evidenceStatus', () => {
  it('of a folder that holds nothing has no release and no publisher', () =>
    expect(evidenceStatus(trial.catalogue())).toMatchObject({
      release: null,
      releases: [],
      publishers: [],
      deliveries: [],
    }))

  it('names months held and missing, rows, and rows without an LSOA', async () => {
    await trial.give(trial.write('2025-01-kent-street.csv', [...times(3, crime), incident(NOWHERE)]))
    await trial.give(trial.write('2025-04-kent-street.csv', [crime({ Month: '2025-04' })]))
    const [kent] = evidenceStatus(trial.catalogue()).publishers
    expect(kent).toMatchObject({
      publisher: 'kent',
      from: '2025-01',
      to: '2025-04',
      delivered: ['2025-01', '2025-04'],
      missing: ['2025-02', '2025-03'],
      rows: 5,
      withoutLsoa: 1,
    })
    expect(kent!.quality).toEqual({ grade: 'D', located: 0.8, accepted: 1, complete: 0.5 })
  })

  it('counts rows of the months in use, not of those that were superseded', async () => {
    await trial.give(
      trial.write('two-months.csv', [...times(8, crime), ...times(2, () => crime({ Month: '2025-02' }))]),
    )
    await trial.give(trial.write('2025-01-kent-street.csv', times(3, crime)))
    const [kent] = evidenceStatus(trial.catalogue()).publishers
    expect(kent!.rows).toBe(5)
    expect(kent!.rows).toBe(await trial.total())
  })

  it('says which deliveries are in use', async () => {
    await trial.give(trial.write('a/2025-01-kent-street.csv', [crime()]))
    await trial.give(trial.write('b/2025-01-kent-street.csv', times(2, crime)))
    expect(evidenceStatus(trial.catalogue()).deliveries.map(({ used, accepted }) => [accepted, used])).toEqual([
      [1, false],
      [2, true],
    ])
  })
})

describe('gradeOf', () => {
  for (const [worst, grade] of [
    [1, 'A'],
    [0.98, 'A'],
    [0.979, 'B'],
    [0.95, 'B'],
    [0.949, 'C'],
    [0.8, 'C'],
    [0.79, 'D'],
    [0, 'D'],
  ] as const)
    it(`${worst} for the worst of the three is ${grade}`, () => {
      for (const share of ['located', 'accepted', 'complete'] as const)
        expect(gradeOf({ located: 1, accepted: 1, complete: 1, [share]: worst })).toBe(grade)
    })
})
