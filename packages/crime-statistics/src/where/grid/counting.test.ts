import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactPoints } from '../snapped/exact-points.ts'
import { snappedPoints } from '../snapped/snapped-points.ts'
import { cellsOfPoints } from './cells-of-points.ts'
import { countsByCell } from './counts-by-cell.ts'
import { hexagonalGrid } from './hexagonal-grid.ts'
import { squareGrid } from './square-grid.ts'

const squares = squareGrid({ west: 0, south: 0, east: 750, north: 500 }, 250)
const hexagons = hexagonalGrid({ west: 0, south: 0, east: 1000, north: 1000 }, 100)
const at = (...places: [number, number][]) =>
  exactPoints(
    places.map(([x]) => x),
    places.map(([, y]) => y),
  )

describe('cellsOfPoints', () => {
  it('gives a line between two squares to the one in the east or north', () => {
    expect([...cellsOfPoints(squares, at([250, 10], [249.999, 10], [10, 250], [250, 250]))]).toEqual([1, 0, 3, 4])
  })

  it('gives the outer east and north sides, and what is beyond, to no cell', () => {
    expect([...cellsOfPoints(squares, at([750, 10], [10, 500], [-0.1, 10], [0, 0]))]).toEqual([-1, -1, -1, 0])
  })

  it('gives an event midway between two hexagons to the one counted first', () => {
    // centres at 25, 125 … on the south side: 75 is midway
    expect([...cellsOfPoints(hexagons, at([75, 0], [75.001, 0], [74.999, 0]))]).toEqual([0, 1, 0])
    expect([...cellsOfPoints(hexagons, at([75 + 9e-8, 0]))]).toEqual([0]) // within rounding it is still midway
  })

  it('gives an event at a corner of three hexagons to the one counted first', () => {
    const corner = 100 / Math.sqrt(3) // centres (25, 0), (125, 0) and (75, 86.6) are all 57.7 away from (75, 28.9)
    expect([...cellsOfPoints(hexagons, at([75, corner / 2]))]).toEqual([0])
  })

  it('gives every event to the hexagon with the nearest centre, as looking at each of them shows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 60, max: 900, noNaN: true }),
        fc.double({ min: 60, max: 900, noNaN: true }),
        (x, y) => {
          const cell = cellsOfPoints(hexagons, at([x, y]))[0]!
          const distance = (i: number) => Math.hypot(hexagons.x[i]! - x, hexagons.y[i]! - y)
          const least = Math.min(...Array.from(hexagons.x, (_, i) => distance(i)))
          expect(distance(cell)).toBeLessThanOrEqual(least + 1e-6)
        },
      ),
    )
  })

  it('gives an event in no cell to the nearest one within reach, the first of two', () => {
    expect([...cellsOfPoints(squares, at([760, 10], [760, 250]), 200)]).toEqual([2, 2])
    expect([...cellsOfPoints(squares, at([760, 10], [10_000, 10]), 50)]).toEqual([-1, -1])
  })

  it('refuses snapped points in cells finer than twice the spacing of their anchors', () => {
    const snapped = snappedPoints([0, 300, 600], [0, 0, 0])
    expect(() => cellsOfPoints(squares, snapped)).toThrow(/give cells of 600 m or more/)
    const wide = squareGrid({ west: 0, south: 0, east: 1200, north: 600 }, 600)
    expect([...cellsOfPoints(wide, snapped)]).toEqual([0, 0, 1])
  })

  it('refuses points that do not say how exact they are, and a grid that is none', () => {
    expect(() => cellsOfPoints(squares, { x: [1], y: [1] } as never)).toThrow(/exactPoints/)
    expect(() => cellsOfPoints({} as never, at([1, 1]))).toThrow(/squareGrid or hexagonalGrid/)
    expect(() => cellsOfPoints(squares, at([1, 1]), -1)).toThrow(/reach is -1/)
  })
})

describe('countsByCell', () => {
  it('counts 0 for empty cells and tells how many events are in none', () => {
    expect(countsByCell(squares, at([1, 1], [2, 2], [300, 400], [9999, 0]))).toEqual({
      counts: Uint32Array.from([2, 0, 0, 0, 1, 0]),
      outside: 1,
    })
  })

  it('counts nothing when there are no events', () => {
    expect(countsByCell(squares, exactPoints([], []))).toEqual({ counts: new Uint32Array(6), outside: 0 })
  })

  it('counts each event once: counts and outside add up, and shifting grid and events together changes nothing', () => {
    const place = fc.tuple(fc.integer({ min: -200, max: 1000 }), fc.integer({ min: -200, max: 800 }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), fc.integer({ min: -9, max: 9 }), (places, shift) => {
        const found = countsByCell(squares, at(...places))
        expect(found.counts.reduce((sum, count) => sum + count, found.outside)).toBe(places.length)
        const moved = squareGrid({ west: shift, south: shift, east: 750 + shift, north: 500 + shift }, 250)
        expect(countsByCell(moved, at(...places.map(([x, y]): [number, number] => [x + shift, y + shift])))).toEqual(
          found,
        )
      }),
    )
  })
})
