import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Boundary } from '../boundaries/boundary.ts'
import { boundaryArea } from '../boundaries/boundary-area.ts'
import { boundaryHolds } from '../boundaries/boundary-holds.ts'
import { cellPolygons } from './cell-polygons.ts'
import type { BoxInMetres } from './grid.ts'
import { hexagonalGrid } from './hexagonal-grid.ts'
import { squareGrid } from './square-grid.ts'

const box: BoxInMetres = { west: 1000, south: 2000, east: 1750, north: 2500 }

/** A square of 1,000 m with a hole of 400 m in its middle, and an island to the east of it. */
const holed: Boundary = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [30, 30],
        [1030, 30],
        [1030, 1030],
        [30, 1030],
        [30, 30],
      ],
      [
        [330, 330],
        [730, 330],
        [730, 730],
        [330, 730],
        [330, 330],
      ],
    ],
    [
      [
        [1500, 0],
        [1700, 0],
        [1700, 200],
        [1500, 200],
        [1500, 0],
      ],
    ],
  ],
}

describe('squareGrid', () => {
  it('starts in the south-west corner of a box and counts cells in rows', () => {
    const grid = squareGrid(box, 250)
    expect([grid.columns, grid.rows]).toEqual([3, 2])
    expect([...grid.x]).toEqual([1125, 1375, 1625, 1125, 1375, 1625])
    expect([...grid.y]).toEqual([2125, 2125, 2125, 2375, 2375, 2375])
    expect([...grid.cellAt]).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('keeps a square in part of a box when its centre is inside', () => {
    expect(squareGrid({ ...box, east: 1000 + 3.4 * 250 }, 250).columns).toBe(3)
    expect(squareGrid({ ...box, east: 1000 + 3.6 * 250 }, 250).columns).toBe(4)
    expect(squareGrid({ ...box, east: 1000 + 3.5 * 250 }, 250).columns).toBe(3) // a centre on the east side is outside
  })

  it('lies on whole multiples of its size in a boundary, whatever the boundary', () => {
    const grid = squareGrid(holed, 100)
    for (const x of grid.x) expect(x % 100).toBe(50)
    for (const y of grid.y) expect(y % 100).toBe(50)
  })

  it('keeps the squares of a boundary whose centre is inside: none in a hole, all of an island', () => {
    const grid = squareGrid(holed, 100)
    // centres 50, 150 … 950 lie between 30 and 1,030: ten by ten, less 350 … 650 by 350 … 650 in the hole; and 2 × 2
    expect(grid.x.length).toBe(100 - 16 + 4)
    for (let i = 0; i < grid.x.length; i++) expect(boundaryHolds(holed, grid.x[i]!, grid.y[i]!)).toBe(true)
  })

  it('is refused by what walks over its cells when they do not hold together, saying where', () => {
    const grid = squareGrid({ west: 0, south: 0, east: 200, north: 200 }, 100)
    const changed = (changes: Partial<typeof grid>) => () => cellPolygons({ ...grid, ...changes })
    expect(changed({ columns: 3 })).toThrow('grid.cellAt has 4 places and the grid 3 × 2')
    expect(changed({ placeOf: Int32Array.of(0, 1, 3, 2) })).toThrow('grid.placeOf[2] is 3')
    expect(changed({ cellAt: Int32Array.of(0, 1, 2, -1) })).toThrow('grid.cellAt holds 3 cells and grid.placeOf 4')
    expect(changed({ x: Float64Array.of(50, NaN, 50, 150) })).toThrow('the centre of cell 1 of the grid is NaN, 50')
    expect(changed({ shape: 'triangle' as 'square' })).toThrow('grid.shape is "triangle": give "square" or "hexagon".')
  })

  it('refuses what is no area, a size of 0, an area without a centre and a size that would make millions of cells', () => {
    expect(() => squareGrid(5 as never, 250)).toThrow(/area is 5: give \{ west, south, east, north \}/)
    expect(() => squareGrid({ ...box, east: 900 }, 250)).toThrow(/from 1000 to 900/)
    expect(() => squareGrid({ ...box, north: Number.NaN }, 250)).toThrow(/area.north is NaN/)
    expect(() => squareGrid(box, 0)).toThrow(/size is 0/)
    expect(() => squareGrid(box, 5000)).toThrow(/no cell has its centre inside/)
    expect(() => squareGrid(box, 0.01)).toThrow(/75000 × 50000 cells/)
    expect(() => squareGrid({ type: 'Point', coordinates: [] } as never, 250)).toThrow(/no area/)
  })
})

describe('hexagonalGrid', () => {
  it('shifts every second row by half a width and packs rows at √3/2 of it', () => {
    const grid = hexagonalGrid({ west: 0, south: 0, east: 400, north: 200 }, 200)
    expect([...grid.x]).toEqual([50, 250, 150, 350])
    expect(grid.y[2]).toBeCloseTo(173.205, 3)
  })

  it('keeps the hexagons of a box whose centre is inside', () => {
    const grid = hexagonalGrid({ west: 0, south: 0, east: 320, north: 200 }, 200)
    expect([...grid.x]).toEqual([50, 250, 150]) // the second of the upper row would be at 350
  })

  it('fixes centres on the national grid, so that a larger boundary has the same hexagons and more', () => {
    const small = hexagonalGrid(holed, 90)
    const wide = hexagonalGrid(
      {
        type: 'Polygon',
        coordinates: [
          [
            [-5000, -5000],
            [5000, -5000],
            [5000, 5000],
            [-5000, 5000],
          ],
        ],
      },
      90,
    )
    const key = (x: number, y: number) => `${x.toFixed(4)} ${y.toFixed(4)}`
    const all = new Set(Array.from(wide.x, (x, i) => key(x, wide.y[i]!)))
    for (let i = 0; i < small.x.length; i++) expect(all).toContain(key(small.x[i]!, small.y[i]!))
  })

  it('keeps exactly the hexagons whose centre a boundary holds', () => {
    const inside = hexagonalGrid(holed, 60)
    for (let i = 0; i < inside.x.length; i++) expect(boundaryHolds(holed, inside.x[i]!, inside.y[i]!)).toBe(true)
    // a hexagon covers 60² × √3/2 m²; the boundary 10⁶ − 160,000 + 40,000
    expect(inside.x.length * 3600 * (Math.sqrt(3) / 2)).toBeGreaterThan(0.93 * 880_000)
    expect(inside.x.length * 3600 * (Math.sqrt(3) / 2)).toBeLessThan(1.07 * 880_000)
  })
})

describe('cellPolygons', () => {
  it('draws closed squares counter-clockwise around their centres', () => {
    const ring = cellPolygons(squareGrid(box, 250))[1]!
    expect(ring).toEqual([
      [1250, 2000],
      [1500, 2000],
      [1500, 2250],
      [1250, 2250],
      [1250, 2000],
    ])
  })

  it('draws hexagons of six corners that cover the plane without gaps', () => {
    const rings = cellPolygons(hexagonalGrid({ west: 0, south: 0, east: 1000, north: 1000 }, 100))
    for (const ring of rings) {
      expect(ring.length).toBe(7)
      expect(ring[6]).toEqual(ring[0])
      // area of a hexagon of width w between parallel sides: w² √3/2
      expect(boundaryArea({ type: 'Polygon', coordinates: [ring] })).toBeCloseTo(10_000 * (Math.sqrt(3) / 2), 5)
    }
  })

  it('covers a box by squares: their areas add up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (columns, rows) => {
        const grid = squareGrid({ west: 0, south: 0, east: columns * 40, north: rows * 40 }, 40)
        const areas = cellPolygons(grid).map((ring) => boundaryArea({ type: 'Polygon', coordinates: [ring] }))
        expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(columns * rows * 1600, 6)
      }),
    )
  })
})
