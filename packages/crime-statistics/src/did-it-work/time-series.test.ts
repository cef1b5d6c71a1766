import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RandomSource, seededRandom } from '../random/seeded-random.ts'
import { controlledInterruptedTimeSeries, differenceInDifferences, interruptedTimeSeries } from './index.ts'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const series = (counts: (number | null)[]) => ({
  counts,
  monthsOfYear: counts.map((_, i) => (i % 12) + 1),
  days: counts.map((_, i) => DAYS[i % 12]!),
})
const FALL = [
  41, 37, 52, 44, 48, 55, 61, 58, 47, 45, 40, 36, 43, 39, 50, 47, 52, 57, 60, 55, 49, 41, 42, 38, 45, 41, 49, 46, 30,
  36, 41, 33, 30, 28, 26, 24, 27, 25, 31, 28, 29, 33, 36, 31, 29, 25, 24, 22,
]
const STEADY = [
  80, 75, 88, 84, 90, 95, 101, 97, 89, 86, 80, 78, 82, 77, 86, 88, 91, 94, 99, 98, 90, 84, 83, 79, 85, 80, 87, 89, 88,
  93, 100, 94, 92, 85, 80, 77, 84, 79, 88, 86, 90, 96, 97, 93, 88, 87, 82, 80,
]

describe('interruptedTimeSeries', () => {
  it('finds the step of a series that fell at month 28, as R does', () => {
    const found = interruptedTimeSeries(series(FALL), { start: 28, slopeChange: false })
    expect(found.step.coefficient).toBeCloseTo(-0.48960704513789366, 9) // R 4.2.2, glm with quasipoisson
    expect(found.step.standardError).toBeCloseTo(0.02521072404, 7)
    expect(found.trendPerYear.coefficient).toBeCloseTo(-0.000743608167468328, 9)
    expect(found.dispersion).toBeCloseTo(0.0745237609538583, 6) // R stops iterating sooner
    expect(found.answer).toBe('worked')
  })

  it('answers with a dispersion of at least 1, however regular the months happen to be', () => {
    const { interval, step } = interruptedTimeSeries(series(FALL), { start: 28, slopeChange: false })
    const width = ({ lower, upper }: { lower: number; upper: number }) => Math.log(upper / lower)
    expect(width(interval) / width(step.interval)).toBeGreaterThan(3.5) // 1/√0.0745 is 3.66
  })

  it('did not work when more was wanted, and is not proven where nothing changed', () => {
    expect(interruptedTimeSeries(series(FALL), { start: 28, better: 'more', slopeChange: false }).answer).toBe(
      'did not work',
    )
    expect(interruptedTimeSeries(series(STEADY), { start: 28 }).answer).toBe('not proven')
  })

  it('sets out what would have been: the months after, divided by the effect', () => {
    const found = interruptedTimeSeries(series(FALL), { start: 28, slopeChange: false })
    expect(found.expected[40]! / found.expectedWithout[40]!).toBeCloseTo(found.step.rateRatio, 9)
    expect(found.expected[10]).toBe(found.expectedWithout[10])
    expect(found.expected.reduce<number>((sum, value) => sum + value!, 0)).toBeCloseTo(
      FALL.reduce((a, b) => a + b),
      6,
    )
  })

  it('keeps the place of missing months, and months of the year that never have an event', () => {
    const gaps = series(FALL.map((count, i) => (i === 5 || i === 33 ? null : i % 12 === 1 ? 0 : count)))
    const found = interruptedTimeSeries(gaps, { start: 28 })
    expect(found.expected[5]).toBeNull()
    expect(found.monthEffects[0]).toBe(0)
    expect(found.monthEffects[1]).toBeNull()
    expect(found.degreesOfFreedom).toBe(46 - 4 - 14) // 42 months in 11 months of the year, 14 effects
    expect(found.answer).toBe('worked')
  })

  it('with ten times the counts has the same ratio', () => {
    const once = interruptedTimeSeries(series(FALL), { start: 28 })
    const tenfold = interruptedTimeSeries(series(FALL.map((count) => 10 * count)), { start: 28 })
    expect(tenfold.ratio).toBeCloseTo(once.ratio, 8)
    expect(tenfold.dispersion).toBeCloseTo(10 * once.dispersion, 6)
  })

  it('refuses too few months, none with an event after, and a start outside', () => {
    expect(() => interruptedTimeSeries(series(FALL.slice(0, 30)), { start: 20 })).toThrow(
      'counts has 20 months before the start and 10 after: give at least 12 and 6, and 36 altogether.',
    )
    expect(() => interruptedTimeSeries(series(FALL), { start: 11 })).toThrow('give at least 12 and 6')
    expect(() => interruptedTimeSeries(series(FALL), { start: 45 })).toThrow('give at least 12 and 6')
    expect(() => interruptedTimeSeries(series(FALL), { start: 99 })).toThrow('start is 99')
    const none = series(FALL.map((count, i) => (i < 28 ? count : 0)))
    expect(() => interruptedTimeSeries(none, { start: 28 })).toThrow('has no event after the start')
  })

  // Poisson counts round a log-normal level of correlation 0.45; the model's own algebra with whole n × n matrices in R
  const IN_RUNS = [
    84, 64, 63, 45, 43, 60, 48, 57, 44, 49, 41, 63, 50, 63, 86, 61, 36, 56, 58, 51, 56, 47, 52, 34, 32, 68, 33, 49, 48,
    48, 38, 73, 47, 63, 28, 33, 30, 39, 28, 60, 36, 45, 36, 35, 48, 69, 51, 36,
  ]
  it('widens its limits for months that come in runs as the dense matrices of Zeger’s model do', () => {
    const found = interruptedTimeSeries(series(IN_RUNS), { start: 28 })
    expect(found.ratio).toBeCloseTo(1.10204401237973, 9)
    expect(found.interval.lower).toBeCloseTo(0.69428611303156, 7)
    expect(found.interval.upper).toBeCloseTo(1.7492802785857, 7)
    const gaps = series(IN_RUNS.map((count, i) => (i === 6 || i === 33 || i === 34 ? null : count)))
    const { interval } = interruptedTimeSeries(gaps, { start: 28, slopeChange: false })
    expect(interval.lower).toBeCloseTo(0.71371404271746, 7)
    expect(interval.upper).toBeCloseTo(1.65417580193221, 7)
  })

  it('refuses effects without end: all events after the start in its first month', () => {
    const once = series(FALL.map((count, i) => (i < 28 ? count : i === 28 ? 5 : 0)))
    expect(() => interruptedTimeSeries(once, { start: 28 })).toThrow('which cannot be told apart or have no end')
    expect(interruptedTimeSeries(once, { start: 28, slopeChange: false }).answer).toBe('worked')
  })

  it('of months that move together claims an effect in vain in fewer than 9 of 100, either way', () => {
    // no effect; months of mean 60 and φ about 3 with a level whose neighbours are correlated by 0.7: 15 of 100 without
    // regard to how little is known of that correlation, 30 with none to the correlation
    const random = seededRandom(11)
    let claims = 0
    for (let run = 0; run < 200; run++) {
      const counts = correlatedCounts(60, 60, 0.7, 0.18, random)
      if (interruptedTimeSeries(series(counts), { start: 36 }).answer !== 'not proven') claims++
    }
    expect(claims).toBeLessThan(18)
  })
})

describe('controlledInterruptedTimeSeries', () => {
  it('finds step and slope beyond the comparison, as R does', () => {
    const found = controlledInterruptedTimeSeries(series(FALL), series(STEADY), { start: 28, slopeChange: true })
    expect(found.step.coefficient).toBeCloseTo(-0.42861549723885467, 9) // R 4.2.2, glm with quasipoisson
    expect(found.step.standardError).toBeCloseTo(0.0243829768010192, 7)
    expect(found.slopeChangePerYear!.coefficient).toBeCloseTo(-0.07723200286216202, 9)
    expect(found.slopeChangePerYear!.standardError).toBeCloseTo(0.0230206292405812, 7)
    expect(found.controlStep.coefficient).toBeCloseTo(-0.026474850031913695, 9)
    expect(found.trendDifferencePerYear.coefficient).toBeCloseTo(0.000212705149502278, 9)
    expect(found.trendDifferencePerYear.standardError).toBeCloseTo(0.0107177073105691, 7)
    expect(found.dispersion).toBeCloseTo(0.0421200627252507, 6)
    expect(found.degreesOfFreedom).toBe(66)
    expect(found.answer).toBe('worked')
  })

  it('takes off what the comparison went through too: both fall by a third, and nothing is proven', () => {
    const shock = STEADY.map((count, i) => Math.round(i >= 28 ? (count * 2) / 3 : count))
    expect(interruptedTimeSeries(series(shock), { start: 28 }).answer).toBe('worked') // mistaken without a comparison
    const both = controlledInterruptedTimeSeries(series(shock), series(shock.map((count) => 2 * count)), { start: 28 })
    expect(both.answer).toBe('not proven')
    expect(both.ratio).toBeCloseTo(1, 2)
  })

  it('refuses series of different length, by name', () => {
    expect(() => controlledInterruptedTimeSeries(series(FALL), series(STEADY.slice(1)), { start: 28 })).toThrow(
      'control.counts has 47 values and treated.counts has 48',
    )
    expect(() => controlledInterruptedTimeSeries(series(FALL), series(STEADY.slice(0, 20)), { start: 19 })).toThrow(
      'control.counts has 19 months before',
    )
  })
})

describe('differenceInDifferences', () => {
  const TREATED = [31, 28, 35, 30, 26, 33, 38, 29, 24, 27, 22, 30]
  const CONTROLS = [
    [60, 52, 71, 58, 55, 66, 63, 57, 61, 66, 58, 70],
    [18, 25, 20, 16, 22, 19, 24, 17, 21, 15, 26, 20],
  ]

  it('is the treated effect of a quasi-Poisson model with months and areas, as R fits it', () => {
    const found = differenceInDifferences(TREATED, CONTROLS, { start: 6 })
    expect(found.effect.coefficient).toBeCloseTo(-0.1063436787652108, 9) // R 4.2.2, glm with quasipoisson
    expect(found.effect.standardError).toBeCloseTo(0.0968271369134535, 7)
    expect(found.effect.p).toBeCloseTo(0.2845138391845025, 7)
    expect(found.dispersion).toBeCloseTo(0.607632210433438, 7)
    expect(found.degreesOfFreedom).toBe(21)
    expect(found.trendDifferenceBefore!.coefficient).toBeCloseTo(-0.0878639045756067, 9)
    expect(found.trendDifferenceBefore!.standardError).toBeCloseTo(0.438786406713735, 7)
    expect(found.answer).toBe('not proven')
  })

  it('does not change when a shock or a season multiplies all areas in a month', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }), (factors) => {
        const shocked = (counts: number[]) => counts.map((count, i) => count * 10 * factors[i]!)
        const plain = differenceInDifferences(
          TREATED.map((count) => count * 10),
          CONTROLS.map((c) => c.map((x) => x * 10)),
          { start: 6 },
        )
        // weights change with the size of months, so only a pattern that fits exactly is the same exactly
        const exact = differenceInDifferences(
          shocked(CONTROLS[0]!.map((c, i) => (i < 6 ? c : c / 2)).map((c) => c * 2)),
          [shocked(CONTROLS[0]!)],
          { start: 6 },
        )
        expect(exact.ratio).toBeCloseTo(0.5, 8)
        expect(plain.ratio).toBeCloseTo(Math.exp(-0.1063436787652108), 8)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves out months that are missing or that no area had an event in', () => {
    const withGap = differenceInDifferences(
      [...TREATED, null, 0],
      CONTROLS.map((counts) => [...counts, 9, 0]),
      { start: 6 },
    )
    expect(withGap.ratio).toBeCloseTo(differenceInDifferences(TREATED, CONTROLS, { start: 6 }).ratio, 9)
  })

  it('refuses no comparison, few months, and a side without an event', () => {
    expect(() => differenceInDifferences(TREATED, [], { start: 6 })).toThrow('controls has no area')
    expect(() => differenceInDifferences(TREATED, CONTROLS, { start: 5 })).toThrow(
      'treated has 5 months before the start',
    )
    expect(() => differenceInDifferences(TREATED, [CONTROLS[0]!.slice(1)], { start: 6 })).toThrow(
      'controls[0] has 11 values',
    )
    const none = TREATED.map((count, i) => (i < 6 ? count : 0))
    expect(() => differenceInDifferences(none, CONTROLS, { start: 6 })).toThrow('treated has no event after the start')
  })

  it('claims an effect of independent months in vain in fewer than 9 of 100', () => {
    const random = seededRandom(5)
    let claims = 0
    for (let run = 0; run < 120; run++) {
      const [treated, ...controls] = [30, 50, 40].map((mean) => correlatedCounts(24, mean, 0, 0.15, random))
      if (differenceInDifferences(treated!, controls, { start: 14 }).answer !== 'not proven') claims++
    }
    expect(claims).toBeLessThan(11)
  })
})

/** Poisson counts around a mean that wanders log-normally, neighbouring months correlated. */
function correlatedCounts(n: number, mean: number, correlation: number, sd: number, random: RandomSource): number[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  let state = normal()
  return Array.from({ length: n }, () => {
    state = correlation * state + Math.sqrt(1 - correlation ** 2) * normal()
    const expected = mean * Math.exp(sd * state)
    let count = 0
    for (let product = random(); product > Math.exp(-expected); product *= random()) count++
    return count
  })
}
