import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactPoissonInterval } from './exact-poisson-interval.ts'
import { expectedEvents } from './expected-events.ts'
import { indirectlyStandardisedRatio } from './indirectly-standardised-ratio.ts'
import { minlikePoissonP } from './minlike-poisson-p.ts'

describe('indirectlyStandardisedRatio', () => {
  it('117 where 99.49 were expected is 1.176, 0.973 to 1.409, p 0.094', () => {
    const found = indirectlyStandardisedRatio(117, 99.49) // R 4.2.2, poisson.test
    expect(found.ratio).toBeCloseTo(1.17599758769726, 13)
    expect(found.interval.lower).toBeCloseTo(0.972582045825507, 12)
    expect(found.interval.upper).toBeCloseTo(1.40940224346825, 12)
    expect(found.p).toBeCloseTo(0.0936974866532378, 12)
  })

  it('the limits leave out 1 exactly when p is at or below 1 − level', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.double({ min: 0.01, max: 3000, noNaN: true }),
        fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
        (observed, expected, level) => {
          const { interval, p } = indirectlyStandardisedRatio(observed, expected, { level })
          if (Math.abs(p - (1 - level)) < 1e-9) return
          expect(interval.lower > 1 || interval.upper < 1).toBe(p < 1 - level)
        },
      ),
    )
  })

  it('none is a ratio of 0 with an upper limit; a far tail keeps its digits', () => {
    expect(indirectlyStandardisedRatio(0, 4)).toMatchObject({
      ratio: 0,
      interval: { lower: 0 },
      p: expect.closeTo(2 * Math.exp(-4), 15),
    })
    expect(indirectlyStandardisedRatio(0, 500).p / (2 * Math.exp(-500))).toBeCloseTo(1, 10)
    expect(indirectlyStandardisedRatio(25, 50, { method: 'byar' }).interval.upper).toBeCloseTo(36.9065 / 50, 5)
  })

  it('refuses an expectation of 0, and so small a one that the ratio is no number', () => {
    expect(() => indirectlyStandardisedRatio(3, 0)).toThrow('expected is 0: give a finite number above 0.')
    expect(() => indirectlyStandardisedRatio(3, 1e-308)).toThrow('the ratio is too large for a number')
    expect(() => indirectlyStandardisedRatio(3, 1, { method: 'x' as 'byar' })).toThrow('give "exact" or "byar"')
  })
})

describe('expectedEvents', () => {
  it('adds the people of each group times its rate', () => {
    expect(expectedEvents([1800, 2600, 2400, 1900, 1300], [5.1, 15.8, 12, 8.7, 3], 1000)).toBeCloseTo(99.49, 12)
    expect(expectedEvents([], [])).toBe(0)
  })

  it('refuses unequal lists and people below 0', () => {
    expect(() => expectedEvents([1], [1, 2])).toThrow('standardRates has 2 values and populations has 1')
    expect(() => expectedEvents([-1], [1])).toThrow('populations[0] is -1')
    expect(() => indirectlyStandardisedRatio(5, 1e300)).toThrow('expected is 1e+300: give at most')
    expect(() => expectedEvents([1e300], [1e300])).toThrow('the expected events are too many for a number')
  })
})

describe('minlikePoissonP', () => {
  it('is what poisson.test prints', () => {
    expect(minlikePoissonP(117, 99.49)).toBeCloseTo(0.0879192917234631, 12) // R 4.2.2
    expect(minlikePoissonP(2, 9.3)).toBeCloseTo(0.0121977040828247, 12)
    expect(minlikePoissonP(0, 2.2)).toBeCloseTo(0.291450736658996, 12)
  })

  it('is 1 at the expected count, and at most the sum of all counts', () => {
    expect(minlikePoissonP(5, 5)).toBe(1)
    fc.assert(
      fc.property(fc.nat(400), fc.double({ min: 0.01, max: 400, noNaN: true }), (observed, expected) => {
        const p = minlikePoissonP(observed, expected)
        // by definition, count by count
        let [sum, mass, own] = [0, Math.exp(-expected), 0]
        const masses: number[] = []
        for (let k = 0; k < 1500; k++) {
          masses.push(mass)
          mass *= expected / (k + 1)
        }
        own = masses[observed]!
        for (const each of masses) if (each <= own * (1 + 1e-7)) sum += each
        expect(p).toBeCloseTo(Math.min(1, sum), 9)
      }),
    )
  })

  it('brackets the exact interval’s own p-value', () => {
    expect(exactPoissonInterval(117).lower / 99.49 < 1).toBe(true)
    expect(minlikePoissonP(117, 99.49)).toBeLessThan(indirectlyStandardisedRatio(117, 99.49).p)
  })
})
