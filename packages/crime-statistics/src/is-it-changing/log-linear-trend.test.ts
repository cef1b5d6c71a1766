import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asbCounts, threeYears } from '../../test/monthly-series.ts'
import { grouped, seeded } from '../../test/simulate.ts'
import { logLinearTrend } from './log-linear-trend.ts'

const series = threeYears(asbCounts)
const withoutMonth = (month: number) =>
  threeYears(asbCounts.map((count, i) => (series.monthsOfYear[i] === month ? 0 : count)))

// Expected numbers: glm and MASS::glm.nb in R 4.2.2 with epsilon 1e-13 or less
describe('logLinearTrend', () => {
  it('quasi-Poisson by default: the step in these counts looks like a rise of 18.5 % a year, 9.0 to 28.8', () => {
    const found = logLinearTrend(series)
    expect(found.percentPerYear).toBeCloseTo(18.4879239417, 9)
    expect(found.interval.lower).toBeCloseTo(8.965955925219, 8)
    expect(found.interval.upper).toBeCloseTo(28.84196720717, 8)
    expect(found.standardError).toBeCloseTo(0.04049754044022, 10)
    expect(found.statistic).toBeCloseTo(4.188917645001, 8)
    expect(found.p).toBeCloseTo(0.0003516092470353, 11)
    expect(found.dispersion).toBeCloseTo(9.144967879991, 8)
    expect(found).toMatchObject({
      degreesOfFreedom: 23,
      months: 36,
      family: 'quasi-poisson',
      method: 'quasi-Poisson, t with 23 degrees of freedom',
      theta: null,
      logLikelihood: null,
      aic: null,
      profileInterval: null,
      emptyMonths: [],
    })
  })

  it('Poisson is three times too narrow for them', () => {
    const found = logLinearTrend(series, { family: 'poisson' })
    expect(found.interval.lower).toBeCloseTo(15.41838843734, 8)
    expect(found.interval.upper).toBeCloseTo(21.63909330303, 8)
    expect(found.p! / 8.945562793708e-37).toBeCloseTo(1, 8)
    expect(found.deviance).toBeCloseTo(215.5868806963, 8)
    expect(found.logLikelihood).toBeCloseTo(-238.396450118, 8)
    expect(found.aic).toBeCloseTo(502.7929002361, 8)
    expect(found.coefficients.month7).toBeCloseTo(0.4719289055967, 10)
    expect(Object.keys(found.coefficients)).toHaveLength(13)
    expect(found.profileInterval!.lower).toBeCloseTo(found.interval.lower, 1)
  })

  it('negative binomial: θ 44.8, and its own interval', () => {
    const found = logLinearTrend(series, { family: 'negative-binomial' })
    expect(found.slope).toBeCloseTo(0.1772708501328, 8)
    expect(found.standardError).toBeCloseTo(0.03342399654417, 9)
    expect(found.theta).toBeCloseTo(44.84337, 4) // MASS stops its θ about 1e-6 off
    expect(found.thetaStandardError).toBeCloseTo(12.80041, 4)
    expect(2 * found.logLikelihood!).toBeCloseTo(-362.7396330259, 8)
    expect(found.aic).toBeCloseTo(390.7396330259, 8)
    expect(found.family).toBe('negative-binomial')
  })

  it('negative binomial with wild months: θ 1.865, where turns between effects and θ settle on the very same θ', () => {
    const counts = [
      25, 10, 9, 12, 20, 9, 7, 50, 18, 13, 18, 18, 18, 18, 8, 10, 5, 114, 27, 42, 24, 35, 18, 7, 14, 17, 4, 8, 33, 5,
      10, 5, 5, 29, 20, 58,
    ]
    const days = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28]
    const fromMarch = {
      counts,
      monthsOfYear: counts.map((_, i) => ((i + 2) % 12) + 1),
      days: counts.map((_, i) => days[i % 12]!),
    }
    const found = logLinearTrend(fromMarch, { family: 'negative-binomial', season: 'none' })
    expect(found.theta).toBeCloseTo(1.864916, 5) // MASS::glm.nb in R 4.2.2
    expect(found.slope).toBeCloseTo(0.0826100333, 8)
    expect(found.standardError).toBeCloseTo(0.1472577, 6)
    expect(found.logLikelihood).toBeCloseTo(-142.6973, 4)
  })

  it('negative binomial where the likelihood bends the other way at the start: θ 1.597, not the 5.4 it passes', () => {
    const months = Array.from({ length: 24 }, (_, i) => i)
    const found = logLinearTrend(
      {
        counts: months.map(() => 2),
        monthsOfYear: months.map((i) => (i % 12) + 1),
        days: months.map((i) => [3, 30][i % 2]!),
      },
      { family: 'negative-binomial', season: 'none' },
    )
    expect(found.theta).toBeCloseTo(1.59688, 4) // MASS::glm.nb in R 4.2.2
    expect(found.thetaStandardError).toBeCloseTo(0.6421, 3)
    expect(found.logLikelihood).toBeCloseTo(-55.087466921, 8)
  })

  // Poisson counts round a level correlated by 0.45; Zeger's model worked out with whole n × n matrices in R
  it('limits that allow for months that come in runs, months missing or not', () => {
    const counts = [
      84, 64, 63, 45, 43, 60, 48, 57, 44, 49, 41, 63, 50, 63, 86, 61, 36, 56, 58, 51, 56, 47, 52, 34, 32, 68, 33, 49,
      48, 48, 38, 73, 47, 63, 28, 33, 30, 39, 28, 60, 36, 45, 36, 35, 48, 69, 51, 36,
    ]
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    const fourYears = {
      counts,
      monthsOfYear: counts.map((_, i) => (i % 12) + 1),
      days: counts.map((_, i) => days[i % 12]!),
    }
    const { runs, interval } = logLinearTrend(fourYears)
    expect(runs!.interval.lower).toBeCloseTo(-15.933691997337, 6)
    expect(runs!.interval.upper).toBeCloseTo(-0.602122911431, 6)
    expect(runs!.p).toBeCloseTo(0.037987409493538, 8)
    expect(interval.upper).toBeLessThan(runs!.interval.upper)
    const gaps = counts.map((count, i) => (i === 6 || i === 33 || i === 34 ? null : count))
    expect(logLinearTrend({ ...fourYears, counts: gaps }).runs!.interval.lower).toBeCloseTo(-16.418520792067, 6)
    expect(logLinearTrend(fourYears, { family: 'poisson' }).runs).toBeNull()
  })

  it('of long runs without a trend claims one in fewer than 9 of 100 by those limits', () => {
    const random = seeded(4)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    let claims = 0
    for (let run = 0; run < 200; run++) {
      let level = normal()
      const counts = Array.from({ length: 60 }, () => {
        level = 0.7 * level + Math.sqrt(1 - 0.7 ** 2) * normal()
        return grouped(60 * Math.exp(0.18 * level), 1, random)
      })
      const { interval } = logLinearTrend({
        counts,
        monthsOfYear: counts.map((_, i) => (i % 12) + 1),
        days: counts.map(() => 30),
      }).runs!
      if (interval.lower > 0 || interval.upper < 0) claims++
    }
    expect(claims).toBeLessThan(18) // 30 in 100 by limits that ignore runs
  })

  it('one yearly wave, or no season', () => {
    const wave = logLinearTrend(series, { family: 'poisson', season: 'harmonic' })
    expect(wave.coefficients).toEqual({
      intercept: expect.closeTo(1.766189652678, 10),
      trend: expect.closeTo(0.1717902688843, 10),
      sine: expect.closeTo(-0.224334969014, 10),
      cosine: expect.closeTo(0.02501095386788, 10),
    })
    expect(wave.dispersion).toBeCloseTo(7.188916458879, 8)
    expect(logLinearTrend(series, { season: 'none' }).slope).toBeCloseTo(0.2190382149802, 10)
  })

  it('a missing or removed month keeps its place in time', () => {
    const gone = [2, 19, 20]
    const missing = threeYears(asbCounts.map((count, i) => (gone.includes(i) ? null : count)))
    const found = logLinearTrend(missing)
    expect(found.slope).toBeCloseTo(0.1651593718248, 10)
    expect(found).toMatchObject({ degreesOfFreedom: 20, months: 33 })
    expect(logLinearTrend({ ...series, removed: asbCounts.map((_, i) => gone.includes(i)) })).toEqual(found)
  })

  it('a month of the year that never had an event is named, and counted as in R', () => {
    const february = logLinearTrend(withoutMonth(2), { family: 'poisson' })
    expect(february.slope).toBeCloseTo(0.1665096473542, 9)
    expect(february.dispersion).toBeCloseTo(8.394026460481, 7)
    expect(february.aic).toBeCloseTo(463.7128303165, 7)
    expect(february).toMatchObject({ emptyMonths: [2], degreesOfFreedom: 23, months: 36 })
    expect(february.coefficients.month2).toBeUndefined()
    const january = logLinearTrend(withoutMonth(1), { family: 'poisson' })
    expect(january.slope).toBeCloseTo(0.1680673358894, 9)
    expect(january.aic).toBeCloseTo(480.9248348471, 7)
    expect(Object.keys(january.coefficients).slice(0, 3)).toEqual(['intercept', 'trend', 'month3'])
  })

  it('counts no more uneven than chance have no finite θ: the quasi-Poisson answer, and it says so', () => {
    const even = threeYears(Array.from({ length: 36 }, (_, i) => 20 + (i % 2)))
    const found = logLinearTrend(even, { family: 'negative-binomial' })
    expect(found).toMatchObject({ theta: null, thetaStandardError: null, family: 'quasi-poisson' })
    expect(found.method).toBe('quasi-Poisson, t with 23 degrees of freedom, as no finite θ fits a negative binomial')
    expect(found.interval).toEqual(logLinearTrend(even).interval)
  })

  it('finds an exact yearly doubling, which leaves nothing to judge it by', () => {
    const doubling = threeYears(Array.from({ length: 36 }, (_, i) => 7 * 2 ** Math.floor(i / 12)))
    const days = new Array(36).fill(30)
    const found = logLinearTrend({ ...doubling, days })
    expect(found.percentPerYear).toBeCloseTo(100, 8)
    expect(found.interval.upper).toBeCloseTo(100, 8)
    expect(found).toMatchObject({ statistic: null, p: null })
  })

  it('the same count in every month of equal length has no trend, p 1', () => {
    const flat = { ...threeYears(new Array(36).fill(4)), days: new Array(36).fill(30) }
    const found = logLinearTrend(flat)
    expect(found.percentPerYear).toBeCloseTo(0, 9)
    expect(found.p).toBe(1)
    expect(logLinearTrend(flat, { family: 'poisson' }).p).toBeCloseTo(1, 9)
  })

  it('holds a true rise of 10 % a year in 95 of 100 series whose events come in threes, and Poisson does not', () => {
    const random = seeded(7)
    let [quasi, plain] = [0, 0]
    for (let i = 0; i < 200; i++) {
      const made = threeYears(Array.from({ length: 36 }, (_, t) => grouped(60 * 1.1 ** (t / 12), 3, random)))
      const held = ({ lower, upper }: { lower: number; upper: number }) => lower <= 10 && upper >= 10
      if (held(logLinearTrend(made, { season: 'none' }).interval)) quasi++
      if (held(logLinearTrend(made, { season: 'none', family: 'poisson' }).interval)) plain++
    }
    expect(quasi / 200).toBeGreaterThan(0.91)
    expect(plain / 200).toBeLessThan(0.85)
  })

  it('does not move with the size of counts, turns when time runs backwards, and changes nothing it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 28, maxLength: 60 }), (counts) => {
        const months = counts.map((_, i) => (i % 12) + 1)
        const given = Object.freeze({
          counts: Object.freeze(counts),
          monthsOfYear: Object.freeze(months),
          days: counts.map(() => 30),
        })
        const found = logLinearTrend(given)
        const tenfold = logLinearTrend({ ...given, counts: counts.map((count) => count * 10) })
        expect(tenfold.slope).toBeCloseTo(found.slope, 8)
        expect(tenfold.interval.upper).toBeCloseTo(found.interval.upper, 5)
        const back = logLinearTrend({ ...given, counts: [...counts].reverse() }, { season: 'none' })
        expect(back.slope).toBeCloseTo(-logLinearTrend(given, { season: 'none' }).slope, 8)
        for (const value of [found.percentPerYear, found.p, found.dispersion, found.interval.lower])
          expect(Number.isFinite(value)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses too few months, no events, events in one corner, and months out of order', () => {
    expect(() =>
      logLinearTrend({
        counts: asbCounts.slice(0, 13),
        monthsOfYear: series.monthsOfYear.slice(0, 13),
        days: series.days.slice(0, 13),
      }),
    ).toThrow(
      'counts has 13 months to use and there are 13 effects to fit: give more months than effects, better three years.',
    )
    expect(() => logLinearTrend({ counts: [], monthsOfYear: [], days: [] })).toThrow('counts has no event')
    expect(() => logLinearTrend(threeYears(new Array(36).fill(0)))).toThrow(
      'counts has no event in a month that is used',
    )
    const corner = threeYears(Array.from({ length: 36 }, (_, i) => (i > 30 ? 5 : 0)))
    expect(() => logLinearTrend(corner)).toThrow('no finite trend fits')
    expect(() =>
      logLinearTrend({ ...series, monthsOfYear: series.monthsOfYear.map((m) => (m === 12 ? 11 : m)) }),
    ).toThrow('monthsOfYear[2] is 11 after 11: give every month in order')
    expect(() => logLinearTrend(series, { family: 'gamma' as 'poisson' })).toThrow('family is "gamma"')
    expect(() => logLinearTrend(series, { season: 'week' as 'month' })).toThrow('season is "week"')
    expect(() => logLinearTrend(series, { level: 95 })).toThrow('level is 95')
    expect(() => logLinearTrend(series, { settled: 0 })).toThrow('settled is 0')
  })
})
