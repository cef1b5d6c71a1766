import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { breaksInMean } from './breaks-in-mean.ts'
import { changesInMean } from './changes-in-mean.ts'
import { changesInRate } from './changes-in-rate.ts'

/** R's Nile flow at Aswan, 1871 to 1970, in 10^8 m³ (Cobb 1978): `datasets::Nile`. */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]

type Cost = (values: number[]) => number
const squares: Cost = (values) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
}
const poisson: Cost = (values) => {
  const sum = values.reduce((total, x) => total + x, 0)
  return sum === 0 ? 0 : 2 * (sum - sum * Math.log(sum / values.length))
}

/** Every way to divide a series into stretches of at least `least`, and the cheapest total among them. */
function cheapest(values: number[], cost: Cost, penalty: number, least: number): number {
  let best = cost(values)
  for (let at = least; at <= values.length - least; at++)
    best = Math.min(best, cost(values.slice(0, at)) + penalty + cheapest(values.slice(at), cost, penalty, least))
  return best
}

const short = fc.array(fc.nat(12), { minLength: 4, maxLength: 11 })
const penalties = fc.double({ min: 0, max: 4, noNaN: true })

describe('changesInMean', () => {
  it('finds the fall of the Nile after 1898', () => {
    const { changes, stretches } = changesInMean(nile)
    expect(changes).toEqual([28])
    expect(stretches[0]!.level).toBeCloseTo(1097.75, 9)
    expect(stretches[1]!.level).toBeCloseTo(849.972222, 6)
  })

  it('is never beaten by another arrangement', () =>
    fc.assert(
      fc.property(short, penalties, fc.integer({ min: 1, max: 3 }), (values, penalty, minimumLength) => {
        const found = changesInMean(values, { penalty, minimumLength, variance: 2 })
        const price = penalty * Math.log(values.length)
        const least = cheapest(values, (part) => squares(part) / 2, price, minimumLength)
        expect(found.objective).toBeCloseTo(least, 9)
        const lengths = found.stretches.map(({ from, to }) => to - from)
        expect(Math.min(...lengths)).toBeGreaterThanOrEqual(minimumLength)
      }),
      { numRuns: 60 },
    ))

  it('gives the objective of the stretches it names, on a long series too', () => {
    const random = seededRandom(5)
    const values = Array.from({ length: 3000 }, (_, i) => Math.floor(random() * 20) + (Math.floor(i / 250) % 2) * 15)
    const { stretches, objective, price, variance, changes } = changesInMean(values)
    const misfit = stretches.reduce((sum, { from, to }) => sum + squares(values.slice(from, to)), 0) / variance
    expect(misfit + price * changes.length).toBeCloseTo(objective, 6)
    expect(changes.length).toBe(11)
  })

  it('changes stay the same when values are shifted or multiplied', () =>
    fc.assert(
      fc.property(short, fc.integer({ min: -99, max: 99 }), fc.constantFrom(0.5, 4, -2), (values, shift, scale) => {
        const found = changesInMean(values, { penalty: 1, variance: 3 })
        const moved = changesInMean(
          values.map((x) => x * scale + shift),
          { penalty: 1, variance: 3 * scale * scale },
        )
        expect(moved.changes).toEqual(found.changes)
      }),
    ))

  it('names places in the series as it was given, missing months left out', () => {
    const found = changesInMean([10, null, 12, 11, 10, null, 30, 31, 29, 30], { variance: 1 })
    expect(found.changes).toEqual([6])
    expect(found.stretches).toEqual([
      { from: 0, to: 5, level: 10.75 },
      { from: 6, to: 10, level: 30 },
    ])
  })

  it('finds no change in a constant series', () => {
    expect(changesInMean(Array(20).fill(7))).toMatchObject({ changes: [], objective: 0, variance: 0 })
    expect(changesInMean([0, 0, 0]).stretches).toEqual([{ from: 0, to: 3, level: 0 }])
  })

  it('refuses a line without noise, and too short a series', () => {
    expect(() => changesInMean([1, 2, 3, 4, 5])).toThrow('values has no noise between neighbouring months')
    expect(() => changesInMean([1, null, 3])).toThrow('values has 2 months that are not missing: give 3 or more')
    expect(() => changesInMean([1, 2, Infinity])).toThrow('values[2] is Infinity')
  })
})

describe('changesInRate', () => {
  it('is never beaten by another arrangement', () =>
    fc.assert(
      fc.property(short, penalties, fc.integer({ min: 1, max: 3 }), (values, penalty, minimumLength) => {
        const found = changesInRate(values, { penalty, minimumLength })
        const price = penalty * Math.log(values.length)
        expect(found.objective).toBeCloseTo(cheapest(values, poisson, price, minimumLength), 9)
      }),
      { numRuns: 60 },
    ))

  it('takes exposure into account: twice the events in months twice as long are no change', () => {
    const counts = [5, 6, 4, 5, 6, 10, 12, 9, 11, 10]
    expect(changesInRate(counts, { penalty: 1 }).changes).toEqual([5])
    const exposures = counts.map((_, i) => (i < 5 ? 15 : 30))
    const found = changesInRate(counts, { penalty: 1, exposures })
    expect(found.changes).toEqual([])
    expect(found.stretches[0]!.level).toBeCloseTo(78 / 225, 12)
  })

  it('finds no change among zeros', () => expect(changesInRate([0, 0, 0, 0, 0, 0]).changes).toEqual([]))

  it('refuses counts below 0', () => expect(() => changesInRate([1, 2, -1, 3])).toThrow('counts[2] is -1'))
})

describe('breaksInMean', () => {
  // R: breakpoints(Nile ~ 1, h = 15): one break at observation 28, BIC 1318, 1270, 1276, 1285 …
  it('finds the one break of the Nile that strucchange finds', () => {
    const { breaks, bic } = breaksInMean(nile, { minimumLength: 15 })
    expect(breaks).toEqual([28])
    expect(bic.slice(0, 4).map((value) => Math.round(value!))).toEqual([1318, 1270, 1276, 1285])
  })

  it('has the least residuals of any arrangement with as many breaks', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 8, maxLength: 12 }), (values) => {
        const { residuals, placesByNumber } = breaksInMean(values, { minimumLength: 2, most: 2 })
        let least = Infinity
        for (let a = 2; a <= values.length - 4; a++)
          for (let b = a + 2; b <= values.length - 2; b++)
            least = Math.min(
              least,
              squares(values.slice(0, a)) + squares(values.slice(a, b)) + squares(values.slice(b)),
            )
        expect(residuals[2]).toBeCloseTo(least, 9)
        const [a, b] = placesByNumber[2]!
        expect(squares(values.slice(0, a)) + squares(values.slice(a, b)) + squares(values.slice(b))).toBeCloseTo(
          least,
          9,
        )
      }),
      { numRuns: 50 },
    ))

  it('a constant series has no break and no criterion', () =>
    expect(breaksInMean(Array(24).fill(3))).toMatchObject({ breaks: [], bic: [null, null, null] }))

  it('refuses a series shorter than two stretches', () =>
    expect(() => breaksInMean(Array(11).fill(3))).toThrow('values has 11 months that are not missing: give 12 or more'))
})
