import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../../many-at-once/benjamini-hochberg.ts'
import type { Boundary } from '../boundaries/boundary.ts'
import { gridNeighbours } from '../grid/grid-neighbours.ts'
import { hexagonalGrid } from '../grid/hexagonal-grid.ts'
import { squareGrid } from '../grid/square-grid.ts'
import { neighboursFromLists } from '../neighbours/neighbours-from-lists.ts'
import { neighboursWithin } from '../neighbours/neighbours-within.ts'
import { ascendingOrder } from './ascending-order.ts'
import { giStar } from './gi-star.ts'
import { giStarOnGrid } from './gi-star-on-grid.ts'

const values = [9, 8, 1, 0, 1]
const line = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]])
const squares = (columns: number, rows: number) =>
  squareGrid({ west: 0, south: 0, east: columns * 100, north: rows * 100 }, 100)

function expectList(found: ArrayLike<number>, expected: number[], digits = 12) {
  expect(found.length).toBe(expected.length)
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, digits)
}

describe('giStar', () => {
  it('gives the scores of spdep 1.2-7 for five places in a line', () => {
    expectList(
      giStar(values, line)!.z,
      [1.984341555327521, 1.393261092038472, -0.506640397104899, -1.984341555327521, -1.393261092038472],
    )
  })

  it('gives the scores of spdep with weights, the place itself at 1', () => {
    const weighted = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]], [[2], [2, 0.5], [0.5, 1], [1, 3], [3]])
    expectList(
      giStar(values, weighted)!.z,
      [1.75809814598307, 1.82420697631518, -1.04061890264148, -1.41610296009255, -1.25925326264831],
    )
  })

  it('judges a place without neighbours by itself: its distance from the mean in population standard deviations', () => {
    const alone = neighboursFromLists([[], [], [], [], []])
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - 3.8) ** 2, 0) / 5)
    // n W − W² over n − 1 is 1 for W = 1, so z is the plain standard score
    expectList(
      giStar(values, alone)!.z,
      values.map((x) => (x - 3.8) / deviation),
    )
  })

  it('adjusts p over all places: the smallest of p × n/rank from its own rank on', () => {
    const { p, adjustedP, z } = giStar(values, line)!
    // p of z 1.984, 1.393, 0.507, 1.984, 1.393: ranks 1 and 2 tie, as 3 and 4 do
    expectList(p, [0.047218, 0.163541, 0.612407, 0.047218, 0.163541], 6)
    expectList(adjustedP, [(0.047218 * 5) / 2, (0.163541 * 5) / 4, 0.612407, (0.047218 * 5) / 2, (0.163541 * 5) / 4], 5)
    expect(z[0]).toBeCloseTo(-z[3]!, 12)
  })

  it('calls a place hot or cold by its adjusted p: 3 at 0.01, 2 at 0.05, 1 at 0.1', () => {
    const grid = squares(12, 12)
    const counts = Array.from(grid.x, (x, i) => (x < 300 && grid.y[i]! < 300 ? 9 : i % 2))
    const { category, adjustedP, z } = giStarOnGrid(grid, counts)!
    expect(category[0]).toBe(3)
    expect(new Set(category).size).toBeGreaterThan(1)
    for (const [i, found] of category.entries()) {
      const strength = [0.01, 0.05, 0.1].filter((level) => adjustedP[i]! <= level).length
      expect(found).toBe(strength === 0 ? 0 : Math.sign(z[i]!) * strength)
    }
  })

  it('is null when all values are the same', () => {
    expect(giStar([4, 4, 4, 4, 4], line)).toBeNull()
    expect(giStarOnGrid(squares(4, 4), new Array(16).fill(0))).toBeNull()
  })

  it('refuses a place that all others are neighbours of, and lists that do not fit', () => {
    const near = neighboursFromLists([[1, 2], [0], [0]])
    expect(() => giStar([1, 2, 3], near)).toThrow(/place 0 has every other place as its neighbour/)
    expect(() => giStarOnGrid(squares(3, 3), [1, 2, 3, 4, 5, 6, 7, 8, 9])).toThrow(/place 4 has every other place/)
    expect(() => giStar([1, 2], line)).toThrow(/neighbours has 5 values and values has 2/)
    expect(() => giStar([1, Number.NaN, 2, 3, 4], line)).toThrow(/values\[1\] is NaN/)
    expect(() => giStar([1], neighboursFromLists([[]]))).toThrow(/number of values is 1/)
    expect(() => giStar(values, [] as never)).toThrow(/gridNeighbours or polygonNeighbours/)
    expect(() => giStar(values, line, 0)).toThrow(/selfWeight is 0/)
  })

  const counts = fc.array(fc.nat(30), { minLength: 30, maxLength: 30 }).filter((list) => new Set(list).size > 1)

  it('stays the same when values are multiplied or shifted, changes sign when they are turned around', () => {
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.integer({ min: -90, max: 90 }),
        (x, a, b) => {
          const neighbours = gridNeighbours(squares(6, 5))
          const { z } = giStar(x, neighbours)!
          expectList(
            giStar(
              x.map((value) => a * value + b),
              neighbours,
            )!.z,
            [...z],
            8,
          )
          expectList(
            giStar(
              x.map((value) => -value),
              neighbours,
            )!.z,
            [...z].map((score) => -score),
            8,
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  it('scores values of any size that squares can be held of, and refuses others', () => {
    for (const size of [1e-150, 1e150])
      expectList(
        giStar(
          values.map((x) => x * size),
          line,
        )!.z,
        [...giStar(values, line)!.z],
        9,
      )
    expect(() =>
      giStar(
        values.map((x) => x * 1e200),
        line,
      ),
    ).toThrow(/give another unit/)
    expect(() =>
      giStar(
        values.map((x) => x * 1e-200),
        line,
      ),
    ).toThrow(/give another unit/)
  })

  it('leaves its arguments as they were', () => {
    const given = Float64Array.from(values)
    giStar(given, line)
    expect([...given]).toEqual(values)
  })
})

describe('giStarOnGrid', () => {
  const cross: Boundary = {
    type: 'Polygon',
    coordinates: [
      [
        [200, 0],
        [600, 0],
        [600, 200],
        [800, 200],
        [800, 600],
        [200, 600],
        [200, 400],
        [0, 400],
        [0, 200],
        [200, 200],
      ],
    ],
  }

  it('gives the scores of giStar on boxes, boundaries and hexagons', () => {
    const grids = [
      squares(6, 5),
      squares(1, 30),
      squares(30, 1),
      squareGrid(cross, 100),
      hexagonalGrid({ west: 0, south: 0, east: 600, north: 500 }, 100),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...grids), fc.array(fc.nat(40), { minLength: 60, maxLength: 60 }), (grid, many) => {
        const counts = many.slice(0, grid.x.length)
        const found = giStarOnGrid(grid, counts)
        const general = giStar(counts, gridNeighbours(grid))
        if (!general) return expect(found).toBeNull()
        expectList(found!.z, [...general.z], 10)
        expectList(found!.adjustedP, [...general.adjustedP], 10)
      }),
      { numRuns: 60 },
    )
  })

  it('changes every score when empty cells are left out', () => {
    const grid = squareGrid(cross, 100)
    const counts = Array.from(grid.x, (_, i) => (i % 3 === 0 ? i : 0))
    const all = giStarOnGrid(grid, counts)!.z
    const kept = [...counts.keys()].filter((i) => counts[i]! > 0)
    const pick = (list: ArrayLike<number>) => kept.map((i) => list[i]!)
    const some = giStar(pick(counts), neighboursWithin(pick(grid.x), pick(grid.y), 142))!.z
    for (const [k, i] of kept.entries()) expect(some[k]).not.toBeCloseTo(all[i]!, 3)
  })

  it('finds no hot spot in most maps of counts that are spread at random', () => {
    // 5 % of maps may have one: with a seed the number is fixed
    const grid = squares(20, 20)
    let state = 7
    const random = () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state / 2147483648
    }
    let maps = 0
    for (let map = 0; map < 40; map++) {
      const counts = new Array(400).fill(0)
      for (let event = 0; event < 2000; event++) counts[Math.floor(random() * 400)]++
      if (giStarOnGrid(grid, counts)!.category.some((found) => found >= 2)) maps++
    }
    expect(maps).toBeLessThanOrEqual(6)
  })

  it('refuses counts that are not one for each cell, and a grid that is none', () => {
    expect(() => giStarOnGrid(squares(3, 2), [1, 2])).toThrow(/counts has 2 values and grid has 6/)
    expect(() => giStarOnGrid([] as never, [1, 2])).toThrow(/squareGrid or hexagonalGrid/)
  })
})

describe('adjusted p of Gi*', () => {
  it('is that of benjaminiHochberg over all places', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 42, maxLength: 42 }), (counts) => {
        const found = giStarOnGrid(squares(7, 6), counts)
        if (found) expectList(found.adjustedP, benjaminiHochberg(found.p), 14)
      }),
    )
  })
})

describe('the order of scores', () => {
  it('is ascending and keeps equal ones in order, as a comparing sort has it', () => {
    const size = fc.oneof(
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, 1, 1 + Number.EPSILON, Number.MIN_VALUE, 2.5),
    )
    fc.assert(
      fc.property(fc.array(size, { maxLength: 80 }), (list) => {
        const expected = [...list.keys()].sort((a, b) => list[a]! - list[b]! || a - b)
        expect([...ascendingOrder(Float64Array.from(list, Math.abs))]).toEqual(expected)
      }),
    )
  })
})
