import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCount, anyExposure } from '../../test/arbitraries.ts'
import { ratePer } from './rate-per.ts'

describe('ratePer', () => {
  it('2,564 incidents among 116,800 residents are 22.0 per 1,000', () => {
    expect(ratePer(2564, 116_800).rate).toBeCloseTo(22.0, 1)
  })

  it('13,310 crimes among 107,861 residents are 123.4 per 1,000', () => {
    expect(ratePer(13_310, 107_861).rate.toFixed(1)).toBe('123.4')
  })

  it('no event is a rate of 0 with an upper limit above it', () => {
    expect(ratePer(0, 1000)).toMatchObject({
      rate: 0,
      interval: { lower: 0, upper: expect.closeTo(3.6889, 4) },
      method: 'exact',
    })
  })

  it('names the method asked for', () => {
    expect(ratePer(25, 1000, 1000, { method: 'byar' })).toMatchObject({
      interval: { lower: expect.closeTo(16.1743, 4) },
      method: 'byar',
    })
  })

  it('lies inside its limits and does not depend on the unit in which people are counted', () => {
    fc.assert(
      fc.property(anyCount, anyExposure, (count, population) => {
        const { rate, interval } = ratePer(count, population, 1000)
        expect(interval.lower <= rate * (1 + 1e-12) && rate <= interval.upper * (1 + 1e-12)).toBe(true)
        expect(ratePer(count, population / 1000, 1).rate).toBeCloseTo(rate, -Math.log10(Math.max(1, rate)) + 8)
      }),
    )
  })

  it.each([0, -5, Number.NaN, Infinity])('refuses a population of %s', (population) => {
    expect(() => ratePer(3, population)).toThrow(`population is ${population}: give a finite number above 0.`)
  })

  it('refuses a population so small that the rate is no number', () => {
    expect(() => ratePer(3, 1e-308)).toThrow('the rate is too large for a number')
  })

  it('refuses an unknown method', () => {
    expect(() => ratePer(3, 10, 1000, { method: 'wald' as 'exact' })).toThrow(
      `method is "wald": give "exact" or "byar".`,
    )
  })
})
