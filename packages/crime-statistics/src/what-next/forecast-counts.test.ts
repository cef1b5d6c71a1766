import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/seeded-random.ts'
import { backTest } from './back-test.ts'
import { forecastCounts } from './forecast-counts.ts'

// Monthly counts made up by hand: a summer peak and a slow rise.
const theft = [
  52, 61, 58, 70, 66, 75, 81, 79, 64, 60, 55, 49, 57, 66, 61, 72, 74, 78, 85, 88, 71, 62, 58, 52, 60, 64, 66, 75, 71,
  84, 90, 85, 74, 66, 61, 57,
]

describe('forecastCounts', () => {
  it('returns a forecast with the season of the series and limits around it', () => {
    const { mean, intervals, method, monthsUsed } = forecastCounts(theft)
    expect([method, monthsUsed, mean.length]).toEqual(['structural', 36, 12])
    expect(mean.indexOf(Math.max(...mean))).toBe(6)
    expect(mean[6]).toBeGreaterThan(88)
    expect(mean[11]).toBeLessThan(60)
    const [at80, at95] = intervals
    for (let h = 0; h < 12; h++) {
      const around = [at95!.lower[h]!, at80!.lower[h]!, mean[h]!, at80!.upper[h]!, at95!.upper[h]!]
      expect(around).toEqual(around.toSorted((a, b) => a - b))
    }
  })

  it('believes in a season and a slope where both are plain', () => {
    const { belief } = forecastCounts(theft)
    expect(belief!.season).toBeGreaterThan(0.99)
    expect(belief!.slope).toBeGreaterThan(0.8)
    const { wandering, returning, sloping } = belief!.level
    expect(wandering + returning + sloping).toBeCloseTo(1, 9)
  })

  it('believes little in a season where months are drawn without one', () => {
    const random = seededRandom(5)
    const { belief, mean } = forecastCounts(Array.from({ length: 48 }, () => 40 + Math.floor(20 * random())))
    expect(belief!.season).toBeLessThan(0.6)
    expect(Math.max(...mean) - Math.min(...mean)).toBeLessThan(5)
  })

  it('keeps the place of missing months and fills none in', () => {
    const gaps = theft.map((count, i) => (i % 7 === 4 ? null : count))
    const { mean, monthsUsed, monthsMissing, reason } = forecastCounts(gaps)
    expect([monthsUsed, monthsMissing]).toEqual([31, 5])
    expect(reason).toContain('5 without a value are left out, not filled in.')
    const whole = forecastCounts(theft).mean
    for (let h = 0; h < 12; h++) expect(Math.abs(mean[h]! - whole[h]!)).toBeLessThan(4)
  })

  it('forecasts from the end of the series where its last months are missing', () => {
    const late = [...theft.slice(0, 33), null, null, null]
    const three = forecastCounts(theft.slice(0, 33), { horizon: 15 })
    const { mean } = forecastCounts(late)
    for (let h = 0; h < 12; h++) expect(mean[h]).toBeCloseTo(three.mean[h + 3]!, 3)
  })

  it('says what a short series cannot tell', () => {
    expect(forecastCounts(theft.slice(0, 12)).reason).toBe(
      '12 months are a year or less: only their level is carried forward, no season or slope.',
    )
    expect(forecastCounts(theft.slice(0, 12)).belief).toMatchObject({ season: 0, slope: 0 })
    expect(forecastCounts(theft.slice(0, 18)).reason).toContain('less than two years: the season is a first guess')
    expect(forecastCounts(theft).reason).toBe('36 months are enough to weigh level, season and slope.')
  })

  // Three years without an event: the next month has one with probability 1 − √(36/37) = 1.4 %, by hand.
  it('takes the scatter of a Poisson count where a series never changed', () => {
    const none = forecastCounts(new Array(36).fill(0), { levels: [0.95, 0.99] })
    expect(none).toMatchObject({ method: 'poisson', mean: new Array(12).fill(0), belief: null })
    expect(none.intervals.map(({ lower, upper }) => [lower[0], upper[0]])).toEqual([
      [0, 0],
      [0, 1],
    ])
    const hundred = forecastCounts(new Array(36).fill(100), { levels: [0.95] }).intervals[0]!
    expect(hundred.lower[0]).toBeGreaterThanOrEqual(79) // Poisson 100: 81 to 120
    expect(hundred.upper[0]).toBeLessThanOrEqual(122)
  })

  it('follows a lasting step of the level', () => {
    const random = seededRandom(2)
    const stepped = Array.from({ length: 48 }, (_, i) => (i < 24 ? 50 : 90) + Math.floor(9 * random()))
    for (const value of forecastCounts(stepped).mean) expect(Math.abs(value - 94)).toBeLessThan(8)
  })

  it('ends limits at 0 unless they are asked for as they are', () => {
    const few = [0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0]
    expect(Math.min(...forecastCounts(few).intervals[1]!.lower)).toBe(0)
    expect(Math.min(...forecastCounts(few, { belowZero: true }).intervals[1]!.lower)).toBeLessThan(0)
  })

  it('makes no year of weeks or days without being told so', () => {
    const weekly = Array.from({ length: 70 }, (_, i) => 20 + [0, 0, 1, 0, 6, 9, 3][i % 7]! + (i % 3))
    const { mean } = forecastCounts(weekly, { period: 7, horizon: 7 })
    expect(mean.indexOf(Math.max(...mean))).toBe(5)
    expect(forecastCounts(weekly, { period: 1 }).reason).toContain('a period of 1 has no season')
  })

  it('returns finite limits in order for counts of every kind, and leaves them as they were', () => {
    const counts = fc.array(fc.oneof(fc.nat(3), fc.nat(500), fc.nat(Number.MAX_SAFE_INTEGER)), {
      minLength: 5,
      maxLength: 60,
    })
    fc.assert(
      fc.property(counts, (values) => {
        const before = [...values]
        const { mean, intervals } = forecastCounts(values)
        expect(values).toEqual(before)
        for (const [h, middle] of mean.entries()) {
          expect(Number.isFinite(middle) && middle >= 0).toBe(true)
          for (const { lower, upper } of intervals) {
            expect(Number.isFinite(upper[h]) && lower[h]! >= 0).toBe(true)
            expect(lower[h]! <= middle && middle <= upper[h]!).toBe(true)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('refuses what it cannot forecast from', () => {
    expect(() => forecastCounts([4, 5, null, 6, 4])).toThrow(
      'values has 4 that are not missing: give 5 or more; of fewer say the counts themselves.',
    )
    expect(() => forecastCounts([4, 5, -1, 6, 4])).toThrow('values[2] is -1: give a finite number, 0 or more.')
    expect(() => forecastCounts(theft, { horizon: 0 })).toThrow('horizon is 0')
    expect(() => forecastCounts(theft, { levels: [95] })).toThrow('levels[0] is 95: give a proportion such as 0.95.')
    expect(() => forecastCounts(theft, { period: 365 })).toThrow('period is 365: give a whole number, 1 to 53.')
  })
})

describe('forecastCounts on 100 series drawn like monthly crime', () => {
  // Log means with a season, a slope and a drifting level; counts scatter by chance and 0.1 more (seed 11).
  const random = seededRandom(11)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const series = Array.from({ length: 100 }, (_, k) => {
    const base = 5 + 3 * k
    const season = 0.3 * random()
    const slope = 0.06 * normal()
    let level = 0
    return Array.from({ length: 60 }, (_, i) => {
      level = 0.9 * level + 0.03 * normal()
      const mean = base * Math.exp(season * Math.cos((Math.PI * i) / 6) + (slope * i) / 12 + level + 0.1 * normal())
      return Math.max(Math.round(mean + Math.sqrt(mean) * normal()), 0)
    })
  })
  const tests = series.map((values) => backTest(values, { origins: [0] }))
  const mean = (of: (test: (typeof tests)[number]) => number) => tests.reduce((sum, test) => sum + of(test), 0) / 100

  it('has a mean scaled error at least 0.15 below the seasonal naive rule’s', () => {
    expect(mean(({ mase }) => mase!)).toBeLessThan(mean(({ seasonalNaiveMase }) => seasonalNaiveMase!) - 0.15)
  })

  it('holds about as many months as its limits say', () => {
    expect(Math.abs(mean(({ coverage }) => coverage[0]!.share) - 0.8)).toBeLessThan(0.05)
    expect(Math.abs(mean(({ coverage }) => coverage[1]!.share) - 0.95)).toBeLessThan(0.03)
  })
})
