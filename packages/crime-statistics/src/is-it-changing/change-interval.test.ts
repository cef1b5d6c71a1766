import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCounts } from '../is-it-different/compare-counts.ts'
import { changeInterval } from './change-interval.ts'

const asb = { current: 2564, currentDays: 365, base: 2855, baseDays: 365 }

describe('changeInterval', () => {
  for (const [phi, lower, upper] of [
    [1, '-14.9', '-5.2'], // exact central; the log interval at φ = 1 would print −14.9 to −5.3
    [4, '-19.3', '-0.1'],
    [5, '-20.3', '1.2'],
    [9.5, '-23.8', '5.9'],
  ] as const)
    it(`2,564 from 2,855 at φ = ${phi} is ${lower} to ${upper} %`, () => {
      const { interval } = changeInterval(asb, phi)
      expect(interval.lower.toFixed(1)).toBe(lower)
      expect(interval.upper.toFixed(1)).toBe(upper)
    })

  it('at φ = 1 and below is the exact central interval', () => {
    const exact = compareCounts(2564, 365, 2855, 365)
    for (const phi of [1, 0.4, 0])
      expect(changeInterval(asb, phi)).toEqual({
        ratio: exact.ratio,
        interval: { ...exact.percentageInterval, level: 0.95, method: 'exact central' },
        p: exact.p,
      })
  })

  it('allows for a leap year: 366 events in 366 days are no change from 365 in 365', () => {
    expect(changeInterval({ current: 366, currentDays: 366, base: 365, baseDays: 365 }, 2).ratio).toBeCloseTo(1, 15)
  })

  it('to no event at φ = 3 it is the exact interval on counts divided by 3, named so', () => {
    const found = changeInterval({ current: 0, currentDays: 365, base: 12, baseDays: 365 }, 3)
    const thirds = compareCounts(0, 365, 4, 365)
    expect(found.interval).toMatchObject({ lower: -100, method: 'exact central on counts divided by φ' })
    expect(found.interval.upper).toBeCloseTo(thirds.percentageInterval.upper!, 10)
    expect(found.p).toBeCloseTo(0.125, 12)
  })

  it('never narrows as φ grows above 1, holds the change, leaves out 0 exactly when p is small, and has no NaN', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000),
        fc.integer({ min: 1, max: 30_000 }),
        fc.double({ min: 1.0001, max: 50, noNaN: true }),
        fc.integer({ min: 28, max: 366 }),
        (current, base, phi, days) => {
          const periods = { current, currentDays: days, base, baseDays: 365 }
          const { ratio, interval, p } = changeInterval(periods, phi)
          const wider = changeInterval(periods, phi * 1.5).interval
          const change = 100 * (ratio - 1)
          expect(interval.lower <= change + 1e-7 && interval.upper >= change - 1e-7).toBe(true)
          expect(wider.lower <= interval.lower && wider.upper >= interval.upper).toBe(true)
          expect(p >= 0 && p <= 1).toBe(true)
          if (Math.abs(p - 0.05) > 1e-9) expect(interval.lower > 0 || interval.upper < 0).toBe(p < 0.05)
        },
      ),
    )
  })

  // none against 1/φ of an independent event: the upper limit is 0.025^−φ − 1, beyond any number from φ = 192
  it('keeps its upper limit a number where a base of 1 meets a dispersion of hundreds', () => {
    const upper = (phi: number) =>
      changeInterval({ current: 0, currentDays: 365, base: 1, baseDays: 365 }, phi).interval.upper
    expect(upper(100) / (100 * (40 ** 100 - 2))).toBeCloseTo(1, 9)
    expect(upper(500)).toBe(100 * (Math.exp(600) - 1))
  })

  it('refuses a base of 0, whose change in per cent does not exist', () => {
    expect(() => changeInterval({ ...asb, base: 0 }, 1)).toThrow(
      'base is 0: a change in per cent needs a base of 1 or more',
    )
    expect(() => changeInterval(asb, Number.NaN)).toThrow('phi is NaN: give a finite number.')
  })
})
