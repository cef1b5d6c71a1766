import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { gridNeighbours } from '../grid/grid-neighbours.ts'
import { squareGrid } from '../grid/square-grid.ts'
import { neighboursFromLists } from '../neighbours/neighbours-from-lists.ts'
import { rowStandardised } from '../neighbours/row-standardised.ts'
import { gearyC } from './geary-c.ts'
import { localMoran } from './local-moran.ts'
import { localMoranPermutation } from './local-moran-permutation.ts'
import { moranI } from './moran-i.ts'
import { moranPermutation } from './moran-permutation.ts'

const values = [9, 8, 1, 0, 1]
const line = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]])
const weighted = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]], [[2], [2, 0.5], [0.5, 1], [1, 3], [3]])
const oneWay = rowStandardised(neighboursFromLists([[1, 2], [0, 2], [1], [2, 4], [3]])) // 0 looks to 2, 2 not to 0
const board = gridNeighbours(squareGrid({ west: 0, south: 0, east: 800, north: 800 }, 100), 1, false)

const expectList = (found: ArrayLike<number | null>, expected: number[], digits = 12) => {
  expect(found.length).toBe(expected.length)
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, digits)
}

const mixed = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 64, maxLength: 64 })
  .filter((list) => new Set(list).size > 1)

// Expected numbers are those of spdep 1.2-7 in R 4.2.2.
describe('moranI', () => {
  it('gives I, both variances, z and p of five places in a line', () => {
    const found = moranI(values, rowStandardised(line))!
    expect(found.i).toBeCloseTo(0.6363636363636364, 12)
    expect(found.expected).toBe(-0.25)
    expect(found.randomisation.variance).toBeCloseTo(0.2484381404482065, 12)
    expect(found.randomisation.z).toBeCloseTo(1.778290857000657, 12)
    expect(found.randomisation.p).toBeCloseTo(0.0753560972117549, 12)
    expect(found.normality.variance).toBeCloseTo(0.1583333333333333, 12)
    expect(found.normality.z).toBeCloseTo(2.2275412395512899, 12)
    expect(found.normality.p).toBeCloseTo(0.0259111228323618, 12)
  })

  it('gives those of weights of one’s own and of neighbours that are not mutual', () => {
    expect(moranI(values, weighted)).toMatchObject({
      i: expect.closeTo(0.8264088852324147, 12),
      randomisation: { variance: expect.closeTo(0.353452121414047, 12), p: expect.closeTo(0.0702095982611284, 12) },
    })
    expect(moranI(values, oneWay)).toMatchObject({
      i: expect.closeTo(0.24331550802139, 12),
      randomisation: { variance: expect.closeTo(0.214732691812748, 12), p: expect.closeTo(0.287068940621304, 12) },
      normality: { variance: expect.closeTo(0.1375, 12), p: expect.closeTo(0.183395409038105, 12) },
    })
  })

  it('is −1 for a chessboard and above 0.7 for two halves', () => {
    const row = (i: number) => Math.floor(i / 8)
    const chess = Array.from({ length: 64 }, (_, i) => (i + row(i)) % 2)
    const halves = Array.from({ length: 64 }, (_, i) => Number(row(i) < 4))
    expect(moranI(chess, board)!.i).toBeCloseTo(-1, 12)
    expect(moranI(halves, board)!.i).toBeCloseTo((112 - 2 * 8) / 112, 12) // 8 of 112 borders part the halves
  })

  it('stays the same when values are multiplied and shifted', () => {
    fc.assert(
      fc.property(mixed, fc.double({ min: 0.1, max: 9, noNaN: true }), fc.integer({ min: -50, max: 50 }), (x, a, b) => {
        const found = moranI(x, board)!
        const moved = moranI(
          x.map((value) => a * value + b),
          board,
        )!
        expect(moved.i).toBeCloseTo(found.i, 9)
        expect(moved.randomisation.variance).toBeCloseTo(found.randomisation.variance, 9)
      }),
      { numRuns: 50 },
    )
  })

  it('has no z where the variance is not above 0: one place sticks out of four', () => {
    const ring = neighboursFromLists([
      [1, 3],
      [0, 2],
      [1, 3],
      [0, 2],
    ])
    expect(moranI([1, 0, 0, 0], ring)!.randomisation).toMatchObject({ z: null, p: null })
  })

  it('is null when all values are the same, and refuses islands and fewer than 4 places', () => {
    expect(moranI([1, 1, 1, 1, 1], line)).toBeNull()
    expect(() => moranI([1, 2, 3, 4], neighboursFromLists([[1], [0], [], [0]]))).toThrow(/place 2 has no neighbours/)
    expect(() => moranI([1, 2, 3], neighboursFromLists([[1], [0], [1]]))).toThrow(/number of values is 3/)
    expect(() => moranI([1, 2, 3, Infinity, 4], line)).toThrow(/values\[3\] is Infinity/)
  })
})

describe('gearyC', () => {
  it('gives C, both variances, z and p of five places in a line', () => {
    expect(gearyC(values, rowStandardised(line))).toMatchObject({
      c: expect.closeTo(0.2834224598930482, 12),
      expected: 1,
      randomisation: {
        variance: expect.closeTo(0.1632503074151392, 12),
        z: expect.closeTo(1.7735203984378332, 12),
        p: expect.closeTo(0.0761425148552899, 12),
      },
      normality: { variance: expect.closeTo(0.12, 12), z: expect.closeTo(2.0685811783799424, 12) },
    })
  })

  it('gives those of weights of one’s own and of neighbours that are not mutual', () => {
    expect(gearyC(values, weighted)!.c).toBeCloseTo(0.125462772521596, 12)
    expect(gearyC(values, weighted)!.randomisation.variance).toBeCloseTo(0.235513867086447, 12)
    expect(gearyC(values, oneWay)!.c).toBeCloseTo(0.580213903743316, 12)
    expect(gearyC(values, oneWay)!.randomisation.variance).toBeCloseTo(0.141678820288446, 12)
  })

  it('is above 1 for a chessboard, and null when all values are the same', () => {
    const chess = Array.from({ length: 64 }, (_, i) => (i + Math.floor(i / 8)) % 2)
    // each difference is 1 and each squared deviation ¼: C = 63 × 1/(2 × 64 × ¼)
    expect(gearyC(chess, board)!.c).toBeCloseTo(63 / 32, 12)
    expect(gearyC([2, 2, 2, 2, 2], line)).toBeNull()
  })
})

describe('localMoran', () => {
  it('gives I and conditional moments of five places in a line', () => {
    const found = localMoran(values, rowStandardised(line))!
    expectList(
      found.i,
      [1.4598930481283425, 0.3368983957219252, -0.0374331550802139, 0.7112299465240641, 0.7112299465240641],
    )
    expectList(
      found.expected,
      [-0.451871657754011, -0.294786096256685, -0.131016042780749, -0.241310160427807, -0.131016042780749],
    )
    expectList(
      found.variance,
      [1.238418313363265, 0.346478756184049, 0.189751398858036, 0.305132611503522, 0.569254196574109],
    )
    expectList(found.z, [1.71791138077467, 1.07315365524817, 0.21483446221183, 1.72440374678853, 1.11631261130288])
    expectList(
      found.p,
      [0.0858127806505521, 0.2832021805020329, 0.8298963832086544, 0.0846349816517819, 0.2642883452260277],
    )
    expect(found.quadrant).toEqual(['HH', 'HH', 'LH', 'LL', 'LL'])
  })

  it('gives total moments of neighbours that weigh 1 each', () => {
    const found = localMoran(values, line, 'total')!
    expectList(found.expected, [-0.25, -0.5, -0.5, -0.5, -0.25])
    expectList(
      found.variance,
      [0.880581729531871, 1.212054486354581, 1.212054486354581, 1.212054486354581, 0.880581729531871],
    )
    expectList(found.z, [1.82214994142661, 1.066183227810882, 0.386157478865445, 1.74620897675632, 1.024336049949752])
    expect(found.moments).toBe('total')
  })

  it('has I by place that average to the global I where weights add up to 1', () => {
    fc.assert(
      fc.property(mixed, (x) => {
        const weights = rowStandardised(board)
        const { i } = localMoran(x, weights)!
        expect(i.reduce((sum, value) => sum + value, 0) / 64).toBeCloseTo(moranI(x, weights)!.i, 9)
      }),
      { numRuns: 50 },
    )
  })

  it('has no z for a place at the mean, and adjusts the p-values of the others', () => {
    const found = localMoran([1, 2, 3, 1, 3], line)!
    expect(found.z[1]).toBeNull()
    expect(found.p[1]).toBeNull()
    expect(found.adjustedP[1]).toBeNull()
    for (const i of [0, 2, 3, 4]) expect(found.adjustedP[i]).toBeGreaterThanOrEqual(found.p[i]!)
    expect(found.quadrant[1]![0]).toBe('L')
  })

  it('is null when all values are the same and refuses moments that are none', () => {
    expect(localMoran([0, 0, 0, 0, 0], line)).toBeNull()
    expect(() => localMoran(values, line, 'sokal' as never)).toThrow(/"sokal"/)
  })
})

describe('Moran and Geary for values of any size', () => {
  it('stay the same up to squares that can be held', () => {
    for (const size of [1e-150, 1e150]) {
      const large = values.map((x) => x * size)
      expect(moranI(large, line)!.randomisation.z).toBeCloseTo(moranI(values, line)!.randomisation.z!, 9)
      expect(gearyC(large, line)!.randomisation.z).toBeCloseTo(gearyC(values, line)!.randomisation.z!, 9)
      expectList(localMoran(large, line)!.z, localMoran(values, line)!.z as number[], 9)
      expectList(localMoran(large, line, 'total')!.z, localMoran(values, line, 'total')!.z as number[], 9)
    }
  })
})

describe('moranPermutation', () => {
  const halves = Array.from({ length: 64 }, (_, i) => Number(i < 32))

  it('gives the smallest p there is for two halves of a board', () => {
    const found = moranPermutation(halves, board, seededRandom(3), 199)!
    expect(found.pClustered).toBe(1 / 200)
    expect(found.pDispersed).toBe(1)
    expect(found.i).toBeCloseTo(moranI(halves, board)!.i, 12)
  })

  it('agrees with all 120 orders of five values', () => {
    const i = (x: number[]) => moranI(x, line)!.i
    const orders = permutations(values)
    const high = orders.filter((order) => i(order) >= i(values) - 1e-12).length / orders.length
    const found = moranPermutation(values, line, seededRandom(11), 4999)!
    expect(Math.abs(found.pClustered - high)).toBeLessThan(4 * Math.sqrt((high * (1 - high)) / 5000))
  })

  it('is the same for the same seed', () => {
    expect(moranPermutation(values, line, seededRandom(5))).toEqual(moranPermutation(values, line, seededRandom(5)))
  })

  it('refuses no permutations', () => {
    expect(() => moranPermutation(values, line, seededRandom(1), 0)).toThrow(/permutations is 0/)
  })
})

describe('localMoranPermutation', () => {
  it('agrees with all draws of neighbours for the first of five places', () => {
    // the first place has one neighbour, drawn from 8, 1, 0 and 1: one of four is as high as the 8, all as low
    const p = localMoranPermutation(values, line, seededRandom(2), 9999)!
    expect(p[0]).toBeCloseTo(2 * 0.25, 1)
    // the third is below the mean and has 8 and 0 of 9, 8, 0 and 1. Two of the six pairs, {8, 0} and {0, 1}, add up to 8
    // at most; five to 8 at least
    expect(p[2]).toBeCloseTo(2 * (2 / 6), 1)
  })

  it('is a probability for each place, the same for the same seed', () => {
    const p = localMoranPermutation(values, rowStandardised(line), seededRandom(9), 99)!
    for (const value of p) {
      expect(value).toBeGreaterThanOrEqual(2 / 100)
      expect(value).toBeLessThanOrEqual(1)
    }
    expect(localMoranPermutation(values, rowStandardised(line), seededRandom(9), 99)).toEqual(p)
    expect(localMoranPermutation([1, 1, 1, 1, 1], line, seededRandom(9))).toBeNull()
  })

  it('is spread evenly over places whose values are in a random order', () => {
    const random = seededRandom(21)
    const x = Array.from({ length: 64 }, () => random())
    const p = localMoranPermutation(x, board, random, 499)!
    const small = p.filter((value) => value <= 0.2).length / 64
    expect(small).toBeGreaterThan(0.05)
    expect(small).toBeLessThan(0.4)
  })
})

function permutations(list: number[]): number[][] {
  if (list.length <= 1) return [list]
  return list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}
