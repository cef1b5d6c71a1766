import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { emergingIssues } from './emerging-issues.ts'
import { farringtonFlexible } from './farrington-flexible.ts'

/** A Poisson count by multiplying uniforms, with a mean of its own each month where counts come in groups. */
function poisson(mean: number, random: () => number): number {
  const least = Math.exp(-mean)
  let count = 0
  for (let product = 1 - random(); product > least; product *= 1 - random()) count++
  return count
}
const grouped = (mean: number, size: number, random: () => number) => size * poisson(mean / size, random)
const steady = (months: number, last: number) =>
  Array.from({ length: months }, (_, i) => (i === months - 1 ? last : 12 + (i % 5)))
const anySeries = fc
  .constantFrom(2, 60, 3000, 10_000_000)
  .chain((most) =>
    fc.array(fc.option(fc.oneof(fc.nat(most), fc.constant(0)), { freq: 9 }), { minLength: 1, maxLength: 75 }),
  )

describe('farringtonFlexible', () => {
  it('flags thirty where about fourteen are usual, and not sixteen', () => {
    const found = farringtonFlexible(steady(61, 30))
    expect(found).toMatchObject({ observed: 30, exceeds: true, notAssessable: null, referenceMonths: 48, month: 60 })
    expect(found.expected!).toBeGreaterThan(12)
    expect(found.expected!).toBeLessThan(16)
    expect(farringtonFlexible(steady(61, 16)).exceeds).toBe(false)
  })

  it('expects more in the season of more: twelve months of a sure season are expected exactly', () => {
    const seasonal = Array.from({ length: 61 }, (_, i) => [10, 10, 40, 40, 40, 10, 10, 10, 10, 10, 10, 10][i % 12]!)
    expect(farringtonFlexible(seasonal, { month: 51, years: 4 }).expected).toBeCloseTo(40, 6)
    expect(farringtonFlexible(seasonal, { month: 55, years: 4 }).expected).toBeCloseTo(10, 6)
  })

  it('keeps a trend that is there and says how steep, unless it leads above every reference month', () => {
    const rising = Array.from({ length: 61 }, (_, i) => Math.round(40 * 1.02 ** i + (i % 3)))
    const falling = farringtonFlexible(rising.toReversed())
    expect(falling.trend).toBe(true)
    expect(falling.percentPerMonth).toBeCloseTo(-2, 0)
    expect(farringtonFlexible(rising)).toMatchObject({ trend: false, percentPerMonth: null })
    expect(farringtonFlexible(rising.toReversed(), { years: 2 }).trend).toBe(false)
  })

  it('a past outbreak raises the bound less when it is counted less', () => {
    const counts = steady(61, 14)
    for (const at of [20, 21, 22]) counts[at] = 90
    const counted = farringtonFlexible(counts, { reweight: false, trend: false })
    expect(farringtonFlexible(counts, { trend: false }).upperBound!).toBeLessThan(counted.upperBound! - 5)
  })

  it('scales with the population: twice the people, twice the events are usual', () => {
    const counts = [...steady(60, 14), 28]
    const populations = counts.map((_, i) => (i === 60 ? 2000 : 1000))
    const found = farringtonFlexible(counts, { populations })
    expect(found.expected).toBeCloseTo(2 * farringtonFlexible(counts).expected!, 9)
    expect(found.exceeds).toBe(false)
  })

  it('missing months are left out, not taken as 0', () => {
    const counts: (number | null)[] = steady(61, 14)
    const full = farringtonFlexible(counts)
    for (const at of [13, 17, 30, 31]) counts[at] = null
    const found = farringtonFlexible(counts)
    expect(found.referenceMonths).toBe(full.referenceMonths - 4)
    expect(Math.abs(found.expected! - full.expected!)).toBeLessThan(1)
  })

  it('where no month had an event, takes the chance that all fell in this one', () => {
    const found = farringtonFlexible([...Array(60).fill(0), 6])
    // 48 reference months and this one: 1/49 to the power of 6; 1/49 to the power of 1 is below 0.05
    expect(found).toMatchObject({ basis: 'none before', expected: 0, upperBound: 0, score: null, exceeds: true })
    expect(found.p! * 49 ** 6).toBeCloseTo(1, 9)
    const short = farringtonFlexible([...Array(60).fill(0), 6], { alpha: 0.001 })
    expect(short.upperBound).toBe(1)
  })

  it('a season without events among rare ones takes the level of all months, and of a sure season none is expected', () => {
    const rare = Array.from({ length: 61 }, (_, i) => (i === 20 || i === 41 ? 1 : i === 60 ? 5 : 0))
    expect(farringtonFlexible(rare)).toMatchObject({ basis: 'all months', observed: 5 })
    expect(farringtonFlexible(rare).expected!).toBeGreaterThan(0.02)
    const sure = Array.from({ length: 61 }, (_, i) => ([11, 0, 1].includes(i % 12) ? 0 : 30 + (i % 4)))
    sure[60] = 9
    expect(farringtonFlexible(sure)).toMatchObject({ basis: 'none before', expected: 0, exceeds: true })
  })

  it('says why a month is not judged', () => {
    expect(farringtonFlexible(steady(40, 14)).notAssessable).toBe('too little history')
    expect(farringtonFlexible([...steady(60, 14), null]).notAssessable).toBe('the month is missing')
    const gone = Array.from({ length: 61 }, (_, i) => (i === 60 ? 9 : null))
    expect(farringtonFlexible(gone)).toMatchObject({ notAssessable: 'too few reference months', observed: 9 })
    const few = farringtonFlexible([...Array(60).fill(0), 4])
    expect(few).toMatchObject({ notAssessable: 'too few events', exceeds: false, observed: 4 })
  })

  it('the chance falls as the count grows, by every method, and bounds go up as alpha goes down', () => {
    for (const threshold of ['delta', 'nbPlugin', 'muan', 'predictive'] as const) {
      const chances = [5, 15, 25, 40, 80].map((last) => farringtonFlexible(steady(61, last), { threshold }).p!)
      expect(chances.every((p, i) => p >= 0 && p <= 1 && (i === 0 || p < chances[i - 1]!))).toBe(true)
      const bounds = [0.1, 0.01, 0.001].map(
        (alpha) => farringtonFlexible(steady(61, 14), { threshold, alpha }).upperBound!,
      )
      expect(bounds[0]!).toBeLessThan(bounds[1]!)
      expect(bounds[1]!).toBeLessThan(bounds[2]!)
    }
  })

  it('by prediction, a count is above the bound exactly when its chance is at most alpha', () =>
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(80), fc.constantFrom(0.05, 0.01, 0.001), (seed, last, alpha) => {
        const random = seededRandom(seed)
        const counts = Array.from({ length: 61 }, (_, i) => (i === 60 ? last : grouped(20, 2, random)))
        const { upperBound, p } = farringtonFlexible(counts, { threshold: 'predictive', alpha })
        expect(last > upperBound!).toBe(p! <= alpha)
      }),
    ))

  it('by prediction, gives no bound where the dispersion of a few large groups is hardly known', () => {
    const groups = Array.from({ length: 61 }, (_, i) => (i === 59 || i === 24 ? 40 : 0))
    const found = farringtonFlexible(groups, { threshold: 'predictive', alpha: 0.001 })
    expect(found).toMatchObject({ upperBound: null, score: null, exceeds: false, notAssessable: null })
  })

  it('gives numbers or null, never anything else, and leaves the series as it was', () =>
    fc.assert(
      fc.property(
        anySeries,
        fc.constantFrom('delta', 'nbPlugin', 'muan', 'predictive'),
        fc.constantFrom(1, 2, 4, 10),
        fc.integer({ min: 1, max: 5 }),
        (counts, threshold, seasons, years) => {
          const before = [...counts]
          const found = farringtonFlexible(counts, { threshold, seasons, years })
          for (const value of [found.expected, found.upperBound, found.score, found.p, found.dispersion])
            expect(value === null || Number.isFinite(value)).toBe(true)
          expect(counts).toEqual(before)
        },
      ),
    ))

  it('refuses what it cannot judge', () => {
    expect(() => farringtonFlexible([])).toThrow('counts is empty')
    expect(() => farringtonFlexible([1.5])).toThrow('counts[0] is 1.5')
    expect(() => farringtonFlexible([1, 2], { month: 2 })).toThrow('month is 2: give a whole number, 0 to 1.')
    expect(() => farringtonFlexible([1], { seasons: 11 })).toThrow('seasons is 11: give a whole number, 1 to 10.')
    expect(() => farringtonFlexible([1], { threshold: 'other' as 'delta' })).toThrow('threshold is "other"')
    expect(() => farringtonFlexible([1, 2], { populations: [100] })).toThrow('populations has 1 values')
  })
})

describe('emergingIssues', () => {
  it('ranks and explains what stands out, since when', () => {
    const series = [
      { name: 'steady', counts: steady(61, 15) },
      { name: 'three months up', counts: steady(61, 40).map((x, i) => (i > 57 ? 40 : x)) },
      { name: 'this month', counts: steady(61, 70) },
      { name: 'new series', counts: [3, 4, 5] },
    ]
    const { alerts, assessed, notAssessed, assessments } = emergingIssues(series)
    expect(alerts.map(({ name, since }) => [name, since])).toEqual([
      ['this month', 60],
      ['three months up', 58],
    ])
    expect(alerts[0]!.explanation).toMatch(
      /^70 recorded where 1\d\.\d are usual for the time of year; 95 % of usual months have at most \d\d\. A count this high would come (about once in [\d,]+|less than once in a billion) usual months\. Above the bound this month only\.$/,
    )
    expect(alerts[1]!.explanation).toContain('Above the bound for 3 months.')
    expect(assessed).toBe(3)
    expect(notAssessed).toEqual([{ name: 'new series', series: 3, reason: 'too little history' }])
    expect(assessments).toHaveLength(4)
  })

  it('alerts do not hang on the order of the series', () => {
    const random = seededRandom(3)
    const series = Array.from({ length: 40 }, (_, i) => ({
      name: `series ${i}`,
      counts: Array.from({ length: 61 }, (_, t) => (t === 60 && i % 8 === 0 ? 45 : grouped(14, 1, random))),
    }))
    const names = (list: typeof series) => emergingIssues(list).alerts.map(({ name }) => name)
    expect(names(series).length).toBeGreaterThan(3)
    expect(names(series.toReversed())).toEqual(names(series))
  })

  it('among 4,000 series without an issue, in 20 scans, at most 2 scans give an alert', { timeout: 20_000 }, () => {
    const random = seededRandom(20)
    let scansWithAlert = 0
    for (let scan = 0; scan < 20; scan++) {
      const series = Array.from({ length: 200 }, (_, i) => {
        const [mean, size] = [Math.exp(4 * random()), 1 + (i % 3)]
        const usual = (t: number) => mean * (1 + 0.3 * Math.sin((2 * Math.PI * (t + i)) / 12))
        return { name: '', counts: Array.from({ length: 60 }, (_, t) => grouped(usual(t), size, random)) }
      })
      if (emergingIssues(series).alerts.length > 0) scansWithAlert++
    }
    expect(scansWithAlert).toBeLessThanOrEqual(2)
  })

  it('finds most of the series that trebled, with few others', () => {
    const random = seededRandom(8)
    const series = Array.from({ length: 300 }, (_, i) => ({
      name: '',
      counts: Array.from({ length: 61 }, (_, t) => grouped(t > 58 && i < 30 ? 36 : 12, 1 + (i % 2), random)),
    }))
    const { alerts } = emergingIssues(series)
    const found = alerts.filter((alert) => alert.series < 30).length
    expect(found).toBeGreaterThanOrEqual(24)
    expect(alerts.length - found).toBeLessThanOrEqual(4)
  })

  it('nothing to look at gives no alert', () =>
    expect(emergingIssues([])).toMatchObject({ alerts: [], assessed: 0, notAssessed: [] }))

  it('names the series it refuses', () => {
    expect(() =>
      emergingIssues([
        { name: 'a', counts: [1] },
        { name: 'b', counts: [-1] },
      ]),
    ).toThrow('series[1].counts[0] is -1')
    expect(() => emergingIssues([{ name: 'a', counts: [] }])).toThrow('series[0].counts is empty')
    expect(() => emergingIssues([], { falseDiscoveryRate: 0 })).toThrow('falseDiscoveryRate is 0')
  })
})
