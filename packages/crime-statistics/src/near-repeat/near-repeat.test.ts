import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { seededRandom } from '../random/seeded-random.ts'
import { exactPoints } from '../where/snapped/exact-points.ts'
import { snappedPoints } from '../where/snapped/snapped-points.ts'
import { exactDays } from './exact-days.ts'
import { knoxCounter } from './knox-counts.ts'
import { knoxPermutations } from './knox-permutations.ts'
import { knoxQuestion } from './knox-question.ts'
import { knoxTable } from './knox-table.ts'
import { type KnoxPart, knoxTableInParts } from './knox-table-in-parts.ts'
import { monthOnlyDays } from './month-only-days.ts'
import { simdCounter } from './simd-module.ts'

const made = (seed: number, events: number, span: number, side: number) => {
  const random = seededRandom(seed)
  const whole = (below: number) => Array.from({ length: events }, () => Math.floor(below * random()))
  return { points: exactPoints(whole(side), whole(side)), days: exactDays(whole(span)) }
}

describe('knoxTable', () => {
  // six events by hand: the pair 0–1 at one place 5 days apart, 2 and 3 within 120 m, the last two 30 m apart after 30 days
  const points = exactPoints([0, 0, 50, 120, 1000, 1000], [0, 0, 0, 0, 0, 30])
  const days = exactDays([0, 5, 7, 8, 0, 30])

  it('puts each pair into its band: same place apart, distances and days up to and including the limit', () => {
    const { observed, pairsByDistance, pairsByTime, pairs } = knoxTable(points, days, {
      distances: [100, 200],
      days: [7, 14, 30],
      permutations: 0,
      seed: 1,
    })
    expect(pairs).toBe(15)
    expect(observed).toEqual([
      [1, 0, 0], // 0–1: 0 m, 5 days
      [3, 0, 1], // 0–2 (7 days), 1–2 (2), 2–3 (1); 4–5 after 30 days
      [1, 1, 0], // 1–3 (3 days), 0–3 (8 days)
    ])
    expect(pairsByDistance).toEqual([1, 4, 2])
    expect(pairsByTime).toEqual([8, 2, 5])
  })

  it('expects pairs in the distance band × pairs in the time band ÷ all pairs', () => {
    const { expected } = knoxTable(points, days, { distances: [100, 200], days: [7, 14, 30], permutations: 0, seed: 1 })
    expect(expected[0]![0]).toBeCloseTo(8 / 15, 12)
    expect(expected[1]![2]).toBeCloseTo(20 / 15, 12)
  })

  it('limits are inclusive and compared to a millionth of a metre', () => {
    const of = (x: number, options = {}) =>
      knoxTable(exactPoints([0, x], [0, 0]), exactDays([1, 1]), {
        distances: [100, 200],
        days: [0],
        permutations: 0,
        seed: 1,
        ...options,
      }).observed.map(([count]) => count)
    expect(of(0)).toEqual([1, 0, 0])
    expect(of(0.5)).toEqual([0, 1, 0])
    expect(of(0.5, { samePlace: 0.5 })).toEqual([1, 0, 0])
    expect(of(100)).toEqual([0, 1, 0])
    expect(of(100 + 1e-7)).toEqual([0, 1, 0])
    expect(of(100.00001)).toEqual([0, 0, 1])
    expect(of(200.00001)).toEqual([0, 0, 0])
  })

  it('finds what repeats near by: half the events followed within 5 days and 60 m', () => {
    const random = seededRandom(5)
    const [x, y, day]: [number[], number[], number[]] = [[], [], []]
    for (let i = 0; i < 150; i++) {
      x.push(8000 * random())
      y.push(8000 * random())
      day.push(Math.floor(700 * random()))
      x.push(x.at(-1)! + 60 * random() - 30)
      y.push(y.at(-1)! + 60 * random() - 30)
      day.push(day.at(-1)! + Math.floor(5 * random()))
    }
    const table = knoxTable(exactPoints(x, y), exactDays(day), { seed: 3 })
    expect(table.pMore[1]![0]).toBe(0.001)
    expect(table.ratio[1]![0]).toBeGreaterThan(10)
    expect(table.pMore[8]![5]).toBeGreaterThan(0.01)
  })

  it('without any pattern p of more pairs is at or below 0.1 in about a tenth of tables', () => {
    let small = 0
    for (let seed = 1; seed <= 200; seed++) {
      const { points, days } = made(seed, 60, 100, 1500)
      const { pMore } = knoxTable(points, days, { distances: [300], days: [10], permutations: 99, seed })
      if (pMore[1]![0]! <= 0.1) small++
    }
    expect(small).toBeGreaterThan(8)
    expect(small).toBeLessThan(36) // 20 ± 4 standard deviations, fewer where ties make p larger
  })

  it('the mean of permutations comes close to the expected count', () => {
    const { points, days } = made(2, 400, 200, 3000)
    const { expected, permutedMean, permutedSd } = knoxTable(points, days, { seed: 8 })
    for (const [i, row] of expected.entries())
      for (const [j, value] of row.entries())
        expect(Math.abs(permutedMean[i]![j]! - value!)).toBeLessThanOrEqual(
          (4.5 * permutedSd[i]![j]!) / Math.sqrt(999) + 1e-9,
        )
  })

  it('nothing to compare: no events, one event, events far apart', () => {
    for (const n of [0, 1]) {
      const table = knoxTable(
        exactPoints(new Array(n).fill(5), new Array(n).fill(5)),
        exactDays(new Array(n).fill(5)),
        { permutations: 9, seed: 1 },
      )
      expect(table.observed.flat().every((count) => count === 0)).toBe(true)
      expect(table.expected.flat().every((value) => value === null)).toBe(true)
      expect(table.ratio.flat().every((value) => value === null)).toBe(true)
      expect(table.pMore.flat().every((p) => p === 1)).toBe(true)
    }
    const apart = knoxTable(exactPoints([0, 1e7], [0, 1e7]), exactDays([0, 1e6]), { permutations: 9, seed: 1 })
    expect(apart.observed.flat().every((count) => count === 0)).toBe(true)
    expect(apart.expected.flat().every((value) => value === 0)).toBe(true)
  })

  it('counts every pair once however many events share a place and a day', () => {
    const same = new Array(300).fill(1)
    const table = knoxTable(exactPoints(same, same), exactDays(same), { permutations: 2, seed: 1 })
    expect(table.observed[0]![0]).toBe((300 * 299) / 2)
    expect(table.permutedSd[0]![0]).toBe(0)
    expect(table.pMore[0]![0]).toBe(1)
  })

  it('agrees with every pair compared one by one', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(80),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 4000 }),
        (seed, n, span, side) => {
          const { points, days } = made(seed, n, span, side)
          const limits = { distances: [150, 400, 1000], days: [0, 3, 30] }
          const table = knoxTable(points, days, { ...limits, permutations: 0, seed: 1 })
          const counts = [0, 1, 2, 3].map(() => [0, 0, 0])
          for (let i = 0; i < n; i++)
            for (let j = 0; j < i; j++) {
              const distance = Math.hypot(points.x[i]! - points.x[j]!, points.y[i]! - points.y[j]!)
              const row = distance === 0 ? 0 : 1 + limits.distances.findIndex((limit) => distance <= limit)
              const column = limits.days.findIndex((limit) => Math.abs(days.day[i]! - days.day[j]!) <= limit)
              if ((distance === 0 || row > 0) && column >= 0) counts[row]![column]!++
            }
          expect(table.observed).toEqual(counts)
        },
      ),
    )
  })

  it('moving all events, turning time round and listing them in another order change no count', () => {
    const { points, days } = made(4, 200, 120, 2500)
    const table = (x: Float64Array, y: Float64Array, day: Int32Array) =>
      knoxTable(exactPoints(x, y), exactDays(day), { permutations: 0, seed: 1 }).observed
    const expected = table(points.x, points.y, days.day)
    expect(
      table(
        points.x.map((x) => x + 550_000),
        points.y.map((y) => 170_000 - y),
        days.day.map((day) => 18_000 - day),
      ),
    ).toEqual(expected)
    expect(table(points.x.toReversed(), points.y.toReversed(), days.day.toReversed())).toEqual(expected)
  })

  it('refuses snapped points, months, lists and limits that do not fit', () => {
    const options = { seed: 1 }
    // @ts-expect-error snapped points make neighbours one place
    expect(() => knoxTable(snappedPoints([1, 2], [1, 2], 50), exactDays([1, 2]), options)).toThrow(
      'knoxTable needs exact places and points are snapped',
    )
    // @ts-expect-error a month is no day
    expect(() => knoxTable(exactPoints([1], [1]), monthOnlyDays(['2022-03']), options)).toThrow(
      'knoxTable needs the day of each event and days hold months only',
    )
    // @ts-expect-error nothing says how exact these are
    expect(() => knoxTable(exactPoints([1], [1]), [3], options)).toThrow('make them with exactDays(dates)')
    // @ts-expect-error without a seed the table could not be made again
    expect(() => knoxTable(exactPoints([1], [1]), exactDays([1]), {})).toThrow('seed is undefined')
    expect(() => knoxTable(exactPoints([1, 2], [1, 2]), exactDays([1]), options)).toThrow(
      'days has 1 values and points has 2',
    )
    expect(() => knoxTable(points, days, { ...options, distances: [200, 100] })).toThrow(
      'distances[1] is 100: give limits that rise',
    )
    expect(() => knoxTable(points, days, { ...options, distances: [] })).toThrow('distances has 0 limits')
    expect(() => knoxTable(points, days, { ...options, days: [7.5] })).toThrow('days[0] is 7.5: give a whole number')
    expect(() => knoxTable(points, days, { ...options, samePlace: 100 })).toThrow(
      'distances[0] is 100: give limits that rise, the first above 100.',
    )
    expect(() => knoxTable(points, days, { ...options, permutations: -1 })).toThrow('permutations is -1')
  })
})

describe('knoxPermutations and knoxTableInParts', () => {
  it('all ways of counting give the same tables for the same permutations', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(60),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 5000 }),
        (seed, n, span, side) => {
          const { points, days } = made(seed, n, span, side)
          const question = knoxQuestion(points, days, { seed }, 'test')
          const ways = (['time', 'distance', 'lanes'] as const).map((way) => knoxCounter(question, way))
          const [byTime, byDistance, byLanes] = ways.map((counter) => [counter.permuted(0, 20), counter.observed()])
          expect(byDistance).toEqual(byTime)
          expect(byLanes).toEqual(byTime)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('so they do with more than eight time bands, more pairs than are held at once, and days 90 years apart', () => {
    const limits = { distances: [50, 4000], days: Array.from({ length: 19 }, (_, i) => 3 * i + 1), seed: 4 }
    const far = made(3, 300, 400, 2500)
    const day = far.days.day.map((one, i) => (i === 0 ? 33_000 : one))
    for (const [points, days] of [
      [far.points, far.days],
      [far.points, exactDays(day)],
    ] as const) {
      const question = knoxQuestion(points, days, limits, 'test')
      const [byTime, byLanes] = (['time', 'lanes'] as const).map((way) => knoxCounter(question, way).permuted(5, 16))
      expect(byTime!.reduce((a, b) => a + b)).toBeGreaterThan(11 * 8192 * 0.5)
      expect(byLanes).toEqual(byTime)
    }
  })

  it('runs its eight lanes on this machine, and does without them where WebAssembly is forbidden', async () => {
    expect(simdCounter(1000)?.memory.buffer.byteLength).toBe(65_536)
    vi.stubGlobal('WebAssembly', undefined)
    vi.resetModules()
    const without = await import('./simd-module.ts')
    expect(without.simdCounter(1000)).toBeNull()
    vi.unstubAllGlobals()
  })

  it('are the same however the permutations are shared out', async () => {
    const { points, days } = made(6, 150, 100, 2000)
    const options = { permutations: 50, seed: 9 }
    const whole = knoxPermutations(points, days, options, 0, 50)
    const cells = whole.length / 50
    expect(knoxPermutations(points, days, options, 13, 20)).toEqual(whole.subarray(13 * cells, 20 * cells))
    const run = async ({ points, days, options, from, to }: KnoxPart) =>
      knoxPermutations(points, days, options, from, to)
    const table = knoxTable(points, days, options)
    for (const parts of [1, 3, 60])
      expect(await knoxTableInParts(points, days, options, parts, async (part) => run(structuredClone(part)))).toEqual(
        table,
      )
  })

  it('neighbouring seeds share no permutation, and the same seed gives the same table', () => {
    const { points, days } = made(6, 60, 100, 600)
    const of = (seed: number) => {
      const counts = knoxPermutations(points, days, { seed }, 0, 30)
      return Array.from({ length: 30 }, (_, p) => counts.subarray(p * 88, (p + 1) * 88).join())
    }
    const first = new Set(of(1))
    expect(of(2).filter((table) => first.has(table))).toEqual([])
    expect(of(1)).toEqual([...first])
  })

  it('refuse a worker’s answer of another length', async () => {
    const { points, days } = made(1, 5, 10, 100)
    await expect(
      knoxTableInParts(points, days, { seed: 1, permutations: 4 }, 2, async () => new Uint32Array(3)),
    ).rejects.toThrow('part 0 came back with 3 counts: give the 176 of knoxPermutations.')
    expect(() => knoxPermutations(points, days, { seed: 1 }, 5, 4)).toThrow('to is 4')
  })

  it('refuse a worker that answers no counts, or none at all', async () => {
    const { points, days } = made(1, 5, 10, 100)
    const answering = (run: unknown) => knoxTableInParts(points, days, { seed: 1, permutations: 4 }, 2, run as never)
    await expect(answering(async () => [1, 2])).rejects.toThrow(
      'part 0 came back with a list of 2: give the Uint32Array',
    )
    await expect(answering('worker.js')).rejects.toThrow('run is "worker.js": give a function')
    await expect(
      answering(() => {
        throw new Error('no worker is free')
      }),
    ).rejects.toThrow('no worker is free')
  })
})

describe('exactDays and monthOnlyDays', () => {
  it('count days from 1 January 1970, over leap days and years before it', () => {
    expect([
      ...exactDays(['1970-01-01', '1972-03-01', '1969-12-31', '2022-09-30T23:59', '2022-09-30 00:00Z']).day,
    ]).toEqual([0, 790, -1, 19_265, 19_265])
  })

  it('refuse what is no day, saying which', () => {
    expect(() => exactDays(['2022-03-01', '2022-02-30'])).toThrow(
      'dates[1] is "2022-02-30": give a date of the calendar.',
    )
    expect(() => exactDays(['2022-03'])).toThrow('dates[0] is "2022-03": a month is no day')
    expect(() => exactDays(['01/03/2022'])).toThrow("give 'YYYY-MM-DD'")
    expect(() => exactDays([1.5])).toThrow('dates[0] is 1.5')
    expect(() => exactDays([null as never])).toThrow(TypeError)
    expect(() => monthOnlyDays(['2022-13'])).toThrow('months[0] is "2022-13"')
    expect(() => monthOnlyDays([3 as never])).toThrow(TypeError)
  })

  it('refuse months in disguise: many dates, all the first of a month', () => {
    const firsts = Array.from({ length: 12 }, (_, i) => `2022-${String(i + 1).padStart(2, '0')}-01`)
    expect(() => exactDays(firsts)).toThrow('all 12 dates are the first of a month')
    expect(exactDays([...firsts, '2022-05-02']).day).toHaveLength(13)
    expect(exactDays(new Array(20).fill('2022-01-01')).day).toHaveLength(20) // one day of many events
  })

  it('keep their mark on the way to a worker', () => {
    const { points, days } = structuredClone(made(1, 20, 10, 100))
    expect(knoxTable(points, days, { seed: 1, permutations: 9 }).events).toBe(20)
  })
})
