import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Boundary } from '../boundaries/boundary.ts'
import { cellPolygons } from '../grid/cell-polygons.ts'
import type { Grid } from '../grid/grid.ts'
import { gridNeighbours } from '../grid/grid-neighbours.ts'
import { hexagonalGrid } from '../grid/hexagonal-grid.ts'
import { squareGrid } from '../grid/square-grid.ts'
import type { Neighbours } from './neighbours.ts'
import { neighboursFromLists } from './neighbours-from-lists.ts'
import { neighboursWithin } from './neighbours-within.ts'
import { polygonNeighbours } from './polygon-neighbours.ts'
import { rowStandardised } from './row-standardised.ts'

const listsOf = ({ start, index }: Neighbours) =>
  Array.from({ length: start.length - 1 }, (_, i) => [...index.slice(start[i], start[i + 1])])

const squares = (columns: number, rows: number) =>
  squareGrid({ west: 0, south: 0, east: columns * 100, north: rows * 100 }, 100)
const polygonsOf = (grid: Grid): Boundary[] =>
  cellPolygons(grid).map((ring) => ({ type: 'Polygon', coordinates: [ring] }))

describe('gridNeighbours', () => {
  // 6 7 8
  // 3 4 5
  // 0 1 2
  it('takes all eight squares around one, and fewer at the edge', () => {
    const lists = listsOf(gridNeighbours(squares(3, 3)))
    expect(lists[4]).toEqual([0, 1, 2, 3, 5, 6, 7, 8])
    expect(lists[0]).toEqual([1, 3, 4])
    expect(lists[5]).toEqual([1, 2, 4, 7, 8])
  })

  it('takes the four that share a side without corners', () => {
    expect(listsOf(gridNeighbours(squares(3, 3), 1, false))[4]).toEqual([1, 3, 5, 7])
  })

  it('takes 24 squares in two rings, and 12 without corners', () => {
    expect(listsOf(gridNeighbours(squares(5, 5), 2))[12]!.length).toBe(24)
    expect(listsOf(gridNeighbours(squares(5, 5), 2, false))[12]!.length).toBe(12)
  })

  it('takes hexagons by rings as distances of centres have it: 6, then 12 more, then 18 more', () => {
    const grid = hexagonalGrid({ west: 0, south: 0, east: 900, north: 800 }, 100)
    // the third ring lies 300 (corners) to 260 m away, the fourth from 346 m
    for (const [rings, reach] of [
      [1, 100],
      [2, 200],
      [3, 300],
    ] as const)
      expect(listsOf(gridNeighbours(grid, rings))).toEqual(listsOf(neighboursWithin(grid.x, grid.y, reach)))
  })

  it('leaves out places that are no cells of the grid', () => {
    const corner: Boundary = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [200, 0],
          [200, 100],
          [100, 100],
          [100, 200],
          [0, 200],
        ],
      ],
    }
    expect(listsOf(gridNeighbours(squareGrid(corner, 100)))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ])
  })

  it('refuses rings that are none', () => {
    expect(() => gridNeighbours(squares(2, 2), 0)).toThrow(/rings is 0/)
    expect(() => gridNeighbours(squares(2, 2), 1.5)).toThrow(/rings is 1.5/)
  })
})

describe('polygonNeighbours', () => {
  it('finds the neighbours of squares and hexagons that the grid knows', () => {
    const grid = squares(4, 3)
    expect(polygonNeighbours(polygonsOf(grid))).toEqual(gridNeighbours(grid))
    expect(polygonNeighbours(polygonsOf(grid), 'rook')).toEqual(gridNeighbours(grid, 1, false))
    const hexagons = hexagonalGrid({ west: 0, south: 0, east: 600, north: 600 }, 100)
    expect(polygonNeighbours(polygonsOf(hexagons), 'queen', 0.001)).toEqual(gridNeighbours(hexagons))
    expect(polygonNeighbours(polygonsOf(hexagons), 'rook', 0.001)).toEqual(gridNeighbours(hexagons))
  })

  const square = (x: number, y: number): Boundary => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 10, y],
        [x + 10, y + 10],
        [x, y + 10],
        [x, y],
      ],
    ],
  })

  it('joins corners a little apart only with snap', () => {
    const nearly = [square(0, 0), square(10.004, 0)]
    expect(listsOf(polygonNeighbours(nearly))).toEqual([[], []])
    expect(listsOf(polygonNeighbours(nearly, 'queen', 0.01))).toEqual([[1], [0]])
    expect(listsOf(polygonNeighbours(nearly, 'rook', 0.01))).toEqual([[1], [0]])
  })

  it('joins all parts of a MultiPolygon to their neighbours, and gives an island none', () => {
    const parts = [square(0, 0), square(50, 0)].map((part) => part.coordinates) as never
    const two: Boundary = { type: 'MultiPolygon', coordinates: parts }
    expect(listsOf(polygonNeighbours([two, square(10, 10), square(60, 0), square(500, 500)]))).toEqual([
      [1, 2],
      [0],
      [0],
      [],
    ])
  })

  it('takes 0 and −0 for one coordinate', () => {
    expect(listsOf(polygonNeighbours([square(0, 0), square(-10, -0)]))).toEqual([[1], [0]])
  })

  it('refuses what is no area and a contiguity that is none', () => {
    expect(() => polygonNeighbours([{ type: 'Point' } as never])).toThrow(/areas\[0\]/)
    expect(() => polygonNeighbours([square(0, 0)], 'bishop' as never)).toThrow(/"bishop"/)
    expect(() => polygonNeighbours([square(0, 0)], 'queen', -1)).toThrow(/snap is -1/)
  })
})

describe('neighboursWithin', () => {
  it('counts the distance itself as within', () => {
    expect(listsOf(neighboursWithin([0, 3, 3], [0, 0, 4], 4))).toEqual([[1], [0, 2], [1]])
    expect(listsOf(neighboursWithin([0, 3, 3], [0, 0, 4], 5))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ])
  })

  it('makes places at the same point neighbours, and none of no place', () => {
    expect(listsOf(neighboursWithin([7, 7], [8, 8], 1))).toEqual([[1], [0]])
    expect(listsOf(neighboursWithin([], [], 1))).toEqual([])
  })

  it('is mutual, and the same when all places move', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (places, distance) => {
        const x = places.map(([east]) => east)
        const y = places.map(([, north]) => north)
        const found = neighboursWithin(x, y, distance)
        const lists = listsOf(found)
        for (const [i, list] of lists.entries()) for (const j of list) expect(lists[j]).toContain(i)
        expect(
          neighboursWithin(
            x.map((east) => east + 1000),
            y,
            distance,
          ),
        ).toEqual(found)
      }),
    )
  })

  it('refuses lists of unequal length and a distance of 0', () => {
    expect(() => neighboursWithin([1], [], 1)).toThrow(/y has 0 values/)
    expect(() => neighboursWithin([1], [1], 0)).toThrow(/distance is 0/)
  })
})

describe('neighboursFromLists', () => {
  it('puts neighbours in order, and their weights with them', () => {
    const { index, weight } = neighboursFromLists([[2, 1], [0], [0]], [[5, 3], [3], [5]])
    expect([...index]).toEqual([1, 2, 0, 0])
    expect([...weight!]).toEqual([3, 5, 3, 5])
  })

  it('refuses a place that is its own neighbour, one that is none, one named twice and weights that do not fit', () => {
    expect(() => neighboursFromLists([[0], [0]])).toThrow(/lists\[0\]\[0\] is 0: leave a place out/)
    expect(() => neighboursFromLists([[2], [0]])).toThrow(/lists\[0\]\[0\] is 2.*0 to 1/)
    expect(() => neighboursFromLists([[1, 1], [0]])).toThrow(/names a neighbour twice/)
    expect(() => neighboursFromLists([[1], [0]], [[1], []])).toThrow(/weights\[1\] has 0 values/)
    expect(() => neighboursFromLists([[1], [0]], [[1], [0]])).toThrow(/weights\[1\]\[0\] is 0: give a weight above 0/)
    expect(() => neighboursFromLists([1, 2] as never)).toThrow(TypeError)
  })
})

describe('rowStandardised', () => {
  it('makes the weights of each place add up to 1 and leaves what it was given as it was', () => {
    const given = neighboursFromLists([[1, 2], [0], []], [[1, 3], [7], []])
    expect([...rowStandardised(given).weight!]).toEqual([0.25, 0.75, 1])
    expect([...given.weight!]).toEqual([1, 3, 7])
  })

  it('refuses neighbours that do not hold together, saying where', () => {
    const given = { start: Int32Array.of(0, 1, 2), index: Int32Array.of(1, 0), weight: Float64Array.of(1, 2) }
    const changed = (changes: Partial<typeof given>) => () => rowStandardised({ ...given, ...changes })
    expect(changed({})).not.toThrow()
    expect(changed({ start: Int32Array.of(0, 3, 2) })).toThrow('neighbours.start[2] is 2 after 3')
    expect(changed({ start: Int32Array.of(0, 1, 1) })).toThrow('from 0 to 1: give 0 to the 2 of neighbours.index')
    expect(changed({ index: Int32Array.of(0, 0) })).toThrow('neighbours.index[0] is 0, a neighbour of place 0')
    expect(changed({ index: Int32Array.of(1, 2) })).toThrow('neighbours.index[1] is 2, a neighbour of place 1')
    expect(changed({ weight: Float64Array.of(1, NaN) })).toThrow('neighbours.weight[1] is NaN: give a weight above 0')
    expect(changed({ weight: Float64Array.of(1) })).toThrow('neighbours.weight has 1 values')
  })
})
