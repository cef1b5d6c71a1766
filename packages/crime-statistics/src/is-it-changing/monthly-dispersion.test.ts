import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySeries, asbCounts, threeYears } from '../../test/monthly-series.ts'
import { monthlyDispersion } from './monthly-dispersion.ts'

describe('monthlyDispersion', () => {
  it('is the Pearson dispersion of a fitted quasi-Poisson model with month effects and days as exposure', () => {
    const { phi, floored, usableMonths, degreesOfFreedom } = monthlyDispersion(threeYears(asbCounts))
    expect(phi).toBeCloseTo(15.641392043119462, 9) // iteratively reweighted least squares in NumPy 2
    expect(floored).toBe(phi)
    expect([usableMonths, degreesOfFreedom]).toEqual([36, 24])
  })

  it('leaves missing and removed months out, as if they were not there', () => {
    const months = threeYears(asbCounts.map((count, i) => (i === 0 || i === 5 ? null : count)))
    const found = monthlyDispersion({ ...months, removed: asbCounts.map((_, i) => i === 17) })
    expect(found.phi).toBeCloseTo(14.719830319392791, 9) // the same fit without those three months
    expect(found).toMatchObject({ usableMonths: 33, degreesOfFreedom: 21 })
  })

  it('is 0, floored to 1, when every year is the same', () => {
    const year = asbCounts.slice(0, 12)
    const days = new Array(36).fill(30)
    expect(monthlyDispersion({ ...threeYears([...year, ...year, ...year]), days })).toMatchObject({
      phi: expect.closeTo(0, 12),
      floored: 1,
    })
  })

  it('is 0, floored to 1, when nothing ever happened', () => {
    expect(monthlyDispersion(threeYears(new Array(36).fill(0)))).toMatchObject({ phi: 0, floored: 1 })
  })

  it('is null when no month of the year has been seen twice', () => {
    const firstYear = { counts: [1, 2, 3], monthsOfYear: [1, 2, 3], days: [31, 28, 31] }
    expect(monthlyDispersion(firstYear)).toEqual({ phi: null, floored: null, usableMonths: 3, degreesOfFreedom: 0 })
    expect(monthlyDispersion({ counts: [], monthsOfYear: [], days: [] }).phi).toBeNull()
  })

  it('takes typed arrays', () => {
    const { counts, monthsOfYear, days } = threeYears(asbCounts)
    const typed = {
      counts: Int32Array.from(counts as number[]),
      monthsOfYear: Uint8Array.from(monthsOfYear),
      days: Uint8Array.from(days),
    }
    expect(monthlyDispersion(typed)).toEqual(monthlyDispersion(threeYears(asbCounts)))
  })

  it('does not depend on the order of months, grows in step with the counts, and changes nothing it is given', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 2, max: 9 }), (series, factor) => {
        Object.values(series).forEach(Object.freeze)
        const { phi, floored } = monthlyDispersion(series)
        if (phi === null) return
        const backwards = monthlyDispersion({
          counts: [...series.counts].reverse(),
          monthsOfYear: [...series.monthsOfYear].reverse(),
          days: [...series.days].reverse(),
        })
        expect(backwards.phi).toBeCloseTo(phi, 6)
        const more = monthlyDispersion({ ...series, counts: series.counts.map((n) => n && n * factor) })
        expect(more.phi! / factor).toBeCloseTo(phi, 6)
        expect(floored).toBe(Math.max(1, phi))
      }),
    )
  })

  it('refuses lists that do not belong together, and what is not a month', () => {
    expect(() => monthlyDispersion({ counts: [1, 2], monthsOfYear: [1], days: [31, 28] })).toThrow(
      'monthsOfYear has 1 values and counts has 2: give one of each for every month.',
    )
    expect(() => monthlyDispersion({ counts: [1], monthsOfYear: [0], days: [31] })).toThrow(
      'monthsOfYear[0] is 0: give 1 for January to 12 for December.',
    )
    expect(() => monthlyDispersion({ counts: [Number.NaN], monthsOfYear: [1], days: [31] })).toThrow('counts[0] is NaN')
    expect(() => monthlyDispersion({ counts: [1], monthsOfYear: [1], days: [0] })).toThrow(
      'days[0] is 0: give 1 to 31 days.',
    )
    expect(() => monthlyDispersion({ counts: 3 as unknown as number[], monthsOfYear: [1], days: [31] })).toThrow(
      new TypeError('counts is 3: give an array.'),
    )
  })
})
