import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byarsInterval } from './byars-interval.ts'
import { directlyStandardisedRate, type StandardisedMethod } from './directly-standardised-rate.ts'
import { exactPoissonInterval } from './exact-poisson-interval.ts'

const ward = {
  counts: [12, 48, 33, 20, 4],
  populations: [1800, 2600, 2400, 1900, 1300],
  standard: [11_000, 14_500, 16_000, 14_000, 10_500],
}

describe('directlyStandardisedRate', () => {
  // R 4.2.2; the gamma limits as epitools' ageadjust.direct gives them
  for (const [method, lower, upper] of [
    ['dobson byar', 9.26788535413211, 13.4657386058715],
    ['dobson exact', 9.26805141786526, 13.4656338482621],
    ['fay-feuer', 9.26870641639779, 13.4975570977786],
  ] as const)
    it(`117 events in five groups are 11.22 per 1,000, ${lower} to ${upper} by ${method}`, () => {
      const found = directlyStandardisedRate(ward, { method })
      expect(found.rate).toBeCloseTo(11.2227538543328, 12)
      expect(found.interval!.lower).toBeCloseTo(lower, 12)
      expect(found.interval!.upper).toBeCloseTo(upper, 12)
      expect(found).toMatchObject({ events: 117, per: 1000, level: 0.95, method })
    })

  it('is the crude rate and its own limits where the standard has the area’s mix', () => {
    const same = { ...ward, standard: ward.populations }
    const crude = { rate: 11.7, lower: (n: number) => n / 10 }
    const exact = exactPoissonInterval(117)
    const found = directlyStandardisedRate(same, { method: 'dobson exact' })
    expect(found.rate).toBeCloseTo(crude.rate, 12)
    expect(found.interval!.lower).toBeCloseTo(exact.lower / 10, 12)
    expect(directlyStandardisedRate(same).interval!.upper).toBeCloseTo(byarsInterval(117).upper / 10, 12)
    // one group: Fay and Feuer's limits are the exact ones
    const one = { counts: [117], populations: [10_000], standard: [1] }
    expect(directlyStandardisedRate(one, { method: 'fay-feuer' }).interval!.upper).toBeCloseTo(exact.upper / 10, 11)
  })

  it('without an event Dobson’s limits are not defined, and Fay and Feuer’s upper limit is', () => {
    const none = { ...ward, counts: [0, 0, 0, 0, 0] }
    expect(directlyStandardisedRate(none)).toMatchObject({ rate: 0, interval: null })
    const { lower, upper } = directlyStandardisedRate(none, { method: 'fay-feuer' }).interval!
    expect(lower).toBe(0)
    expect(upper).toBeCloseTo(1000 * (10_500 / 66_000 / 1300) * -Math.log(0.025), 9) // gamma of shape 1
  })

  it('only shares of the standard matter, and nothing given is changed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ c: fc.nat(500), p: fc.integer({ min: 50, max: 9000 }), s: fc.integer({ min: 1, max: 9e6 }) }),
          { minLength: 1, maxLength: 20 },
        ),
        fc.constantFrom<StandardisedMethod>('dobson byar', 'dobson exact', 'fay-feuer'),
        fc.integer({ min: 2, max: 50 }),
        (rows, method, times) => {
          const groups = {
            counts: Object.freeze(rows.map(({ c }) => c)),
            populations: Object.freeze(rows.map(({ p }) => p)),
            standard: Object.freeze(rows.map(({ s }) => s)),
          }
          const found = directlyStandardisedRate(groups, { method })
          const more = directlyStandardisedRate(
            { ...groups, standard: groups.standard.map((s) => s * times) },
            { method },
          )
          expect(more.rate).toBeCloseTo(found.rate, 8)
          if (found.interval === null) return expect(found.events).toBe(0)
          const { lower, upper } = found.interval
          expect(more.interval!.upper / upper).toBeCloseTo(1, 8)
          expect(lower <= found.rate * (1 + 1e-12) && found.rate <= upper).toBe(true)
        },
      ),
    )
  })

  it('has no Dobson limits, rather than ones without width, where all events lie in groups the standard lacks', () => {
    const groups = { counts: [5, 0], populations: [100, 100], standard: [0, 1] }
    expect(directlyStandardisedRate(groups)).toMatchObject({ rate: 0, interval: null, events: 5 })
    // no event of 100 people: −ln 0.025 events at most, as by Fay and Feuer
    expect(directlyStandardisedRate(groups, { method: 'fay-feuer' }).interval!.upper).toBeCloseTo(
      -10 * Math.log(0.025),
      10,
    )
  })

  // by hand: rate 1.3, variance 1.003 and 31 events, whose exact lower limit is 21.063 (R, poisson.test)
  it('has a Dobson limit below 0 where one event carries most of the weight, and a Fay–Feuer one above', () => {
    const groups = { counts: [1, 30], populations: [100, 10_000], standard: [1, 1] }
    const lower = (method: StandardisedMethod) => directlyStandardisedRate(groups, { method, per: 200 }).interval!.lower
    expect(lower('dobson exact')).toBeCloseTo(1.3 - Math.sqrt(1.003 / 31) * (31 - 21.06299598), 7)
    expect(lower('fay-feuer')).toBeGreaterThan(0)
  })

  it('refuses lists of unequal length, no group, and people below 0 or missing', () => {
    expect(() => directlyStandardisedRate({ ...ward, standard: [1] })).toThrow(
      'standard has 1 values and counts has 5: give one of each for every group.',
    )
    expect(() => directlyStandardisedRate({ counts: [], populations: [], standard: [] })).toThrow('counts has 0 values')
    expect(() => directlyStandardisedRate({ counts: [1], populations: [0], standard: [1] })).toThrow(
      'populations[0] is 0',
    )
    expect(() => directlyStandardisedRate({ counts: [1], populations: [9], standard: [0] })).toThrow(
      'the sum of standard is 0',
    )
    expect(() => directlyStandardisedRate({ counts: [1, 1], populations: [9, 9], standard: [3, -1] })).toThrow(
      'standard[1] is -1',
    )
    for (const people of [1e-300, 1e300])
      expect(() => directlyStandardisedRate({ counts: [1], populations: [people], standard: [1] })).toThrow(
        'populations are out of all proportion',
      )
    expect(() => directlyStandardisedRate(ward, { method: 'byar' as 'fay-feuer' })).toThrow('method is "byar"')
  })
})
