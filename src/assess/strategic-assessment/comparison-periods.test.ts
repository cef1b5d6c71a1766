import { describe, expect, it } from 'vitest'
import { monthsOf } from '../../vocabulary/period/month.ts'
import { assessmentPeriods, likeForLike } from './comparison-periods.ts'

const held = (...runs: [string, string][]) => new Set(runs.flatMap(([from, to]) => monthsOf({ from, to })))
const KENT = held(['2022-01', '2022-11'], ['2025-01', '2025-12'])

describe('assessmentPeriods', () => {
  it('sets a year against the one before and the last whole year before the pandemic', () => {
    const { current, previous, baseline } = assessmentPeriods('2021-09', held(['2016-10', '2022-01']))
    expect(current).toEqual({ from: '2020-10', to: '2021-09' })
    expect(previous).toEqual({ from: '2019-10', to: '2020-09' })
    expect(baseline).toEqual({ from: '2018-10', to: '2019-09' })
  })

  it('does not take a year that the pandemic touched for a baseline before it', () => {
    expect(assessmentPeriods('2022-03', held(['2018-04', '2022-03'])).baseline.to).toBe('2019-03')
  })

  it('falls back on the earliest year of which months were delivered', () => {
    const periods = assessmentPeriods('2025-12', KENT)
    expect(periods.baseline).toEqual({ from: '2022-01', to: '2022-12' })
    expect(periods.baselineReason).toBe('the earliest year of which months were delivered')
  })

  it('takes the baseline that somebody chose', () => {
    expect(assessmentPeriods('2021-09', held(['2016-10', '2022-01']), '2018-09').baseline.to).toBe('2018-09')
  })
})

describe('likeForLike', () => {
  const current = { from: '2025-01', to: '2025-12' }

  it('offers the months that both years have, month for month', () => {
    expect(likeForLike(current, { from: '2022-01', to: '2022-12' }, KENT)).toEqual({
      period: { from: '2025-01', to: '2025-11' },
      base: { from: '2022-01', to: '2022-11' },
    })
  })

  it('offers nothing where the whole years can be compared', () => {
    expect(likeForLike(current, { from: '2024-01', to: '2024-12' }, held(['2024-01', '2025-12']))).toBeUndefined()
  })

  it('offers nothing where no month is in both', () => {
    expect(likeForLike(current, { from: '2024-01', to: '2024-12' }, KENT)).toBeUndefined()
  })

  it('takes the longest run where a month in the middle is missing', () => {
    const months = held(['2024-01', '2024-04'], ['2024-06', '2025-12'])
    expect(likeForLike(current, { from: '2024-01', to: '2024-12' }, months)?.period).toEqual({
      from: '2025-06',
      to: '2025-12',
    })
  })
})
