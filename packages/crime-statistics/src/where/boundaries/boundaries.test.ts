import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOfEachPlace } from './area-of-each-place.ts'
import type { Boundary, Position } from './boundary.ts'
import { boundaryArea } from './boundary-area.ts'
import { boundaryCentroid } from './boundary-centroid.ts'
import { boundaryHolds } from './boundary-holds.ts'

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const polygon = (...rings: Position[][]): Boundary => ({ type: 'Polygon', coordinates: rings })
const ringed = polygon(square(0, 0, 10), square(3, 3, 4)) // a square of 10 with a hole of 4
const islands: Boundary = {
  type: 'MultiPolygon',
  coordinates: [[square(0, 0, 10), square(3, 3, 4)], [square(4, 4, 1)]],
}

describe('boundaryHolds', () => {
  for (const [x, y, inside, why] of [
    [1, 1, true, 'inside'],
    [5, 5, false, 'in the hole'],
    [11, 5, false, 'outside'],
    [0, 5, true, 'on the western edge'],
    [5, 0, true, 'on the southern edge'],
    [10, 5, false, 'on the eastern edge'],
    [5, 10, false, 'on the northern edge'],
    [0, 0, true, 'on the south-western corner'],
    [10, 10, false, 'on the north-eastern corner'],
    [3, 5, false, 'on the western edge of the hole, which the hole takes'],
    [7, 5, true, 'on the eastern edge of the hole, which the area keeps'],
  ] as const)
    it(`a place at ${x}, ${y} of a square with a hole is ${inside ? 'in' : 'out'}: ${why}`, () =>
      expect(boundaryHolds(ringed, x, y)).toBe(inside))

  it('an island in the hole is inside again', () => {
    expect(boundaryHolds(islands, 4.5, 4.5)).toBe(true)
    expect(boundaryHolds(islands, 6, 6)).toBe(false)
  })

  it('rings may run either way and need not repeat their first corner', () => {
    const turned = polygon(square(0, 0, 10).reverse(), square(3, 3, 4).slice(0, 4).reverse())
    for (const [x, y] of [
      [1, 1],
      [5, 5],
      [7, 5],
      [10, 5],
      [0, 5],
    ] as const)
      expect(boundaryHolds(turned, x, y)).toBe(boundaryHolds(ringed, x, y))
  })

  it('refuses what is no area', () => {
    expect(() => boundaryHolds({ type: 'Point', coordinates: [1, 2] } as never, 0, 0)).toThrow('boundary is no area')
    expect(() => boundaryHolds(null as never, 0, 0)).toThrow(TypeError)
    expect(() => boundaryHolds(polygon(), 0, 0)).toThrow('boundary.coordinates has no ring')
    expect(() =>
      boundaryHolds(
        polygon([
          [0, 0],
          [1, 1],
          [0, 0],
        ]),
        0,
        0,
      ),
    ).toThrow('boundary.coordinates[0] has 2 corners')
    expect(() =>
      boundaryHolds(
        polygon([
          [0, 0],
          [1, NaN],
          [0, 1],
        ]),
        0,
        0,
      ),
    ).toThrow('coordinates[0][1][1] is NaN')
    expect(() => boundaryHolds(ringed, NaN, 0)).toThrow('x is NaN')
    expect(() => boundaryHolds({ type: 'MultiPolygon', coordinates: [] }, 0, 0)).toThrow('boundary has no part')
  })
})

/** A pane cut into triangles about an inner point: every place of it belongs to exactly one. */
const anyCorner = fc.tuple(
  fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  fc.double({ min: 0.1, max: 0.9, noNaN: true }),
)

describe('areaOfEachPlace', () => {
  it('gives −1 outside, the first of areas that overlap, and Int32 of the events’ length', () => {
    const areas = [polygon(square(0, 0, 4)), polygon(square(2, 2, 4)), islands]
    expect([...areaOfEachPlace([1, 3, 5, 8, -1], [1, 3, 5, 8, 5], areas)]).toEqual([0, 0, 1, 2, -1])
    expect([...areaOfEachPlace([1], [1], [])]).toEqual([-1])
    expect(areaOfEachPlace([], [], areas)).toHaveLength(0)
  })

  it('areas that share edges hold each place exactly once, on the edges too', () => {
    fc.assert(
      fc.property(
        anyCorner,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4))),
        ([cx, cy], places) => {
          const corners: Position[] = [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ]
          const triangles = corners.map((corner, i) => polygon([corner, corners[(i + 1) % 4]!, [cx, cy]]))
          for (const [along, edge] of places) {
            // places on the line from a corner to the inner point are where rounding would tear the areas apart
            const [x0, y0] = edge === 4 ? [along, 1 - along] : (corners[edge] as [number, number])
            const [x, y] = edge === 4 ? [x0, y0] : [x0 + along * (cx - x0), y0 + along * (cy - y0)]
            if (x === 1 || y === 1) continue
            const holders = triangles.filter((triangle) => boundaryHolds(triangle, x, y))
            expect(holders).toHaveLength(1)
            expect(areaOfEachPlace([x], [y], triangles)[0]).toBe(triangles.indexOf(holders[0]!))
          }
        },
      ),
    )
  })

  it('agrees with angles summed around the place for stars of any shape', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 3, maxLength: 60 }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (radii, x, y) => {
          const ring = radii.map((radius, i): Position => {
            const angle = (2 * Math.PI * i) / radii.length
            return [radius * Math.cos(angle), radius * Math.sin(angle)]
          })
          let turned = 0
          for (const [i, [ax, ay]] of ring.entries()) {
            const [bx, by] = ring[(i + 1) % ring.length]!
            const [ux, uy, vx, vy] = [ax! - x, ay! - y, bx! - x, by! - y]
            turned += Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)
          }
          const inside = Math.abs(turned) > Math.PI
          expect(areaOfEachPlace([x], [y], [polygon(ring)])[0]).toBe(inside ? 0 : -1)
        },
      ),
    )
  })

  it('places a million events among 900 areas of 400 corners within seconds', () => {
    const areas = Array.from({ length: 900 }, (_, area) => {
      const [cx, cy] = [area % 30, Math.floor(area / 30)]
      return polygon(
        Array.from({ length: 400 }, (_, i): Position => {
          const angle = (2 * Math.PI * i) / 400
          return [cx + 0.45 * Math.cos(angle), cy + 0.45 * Math.sin(angle)]
        }),
      )
    })
    const x = Float64Array.from({ length: 1_000_000 }, (_, i) => (i * 0.754877666) % 29)
    const y = Float64Array.from({ length: 1_000_000 }, (_, i) => (i * 0.569840296) % 29)
    const found = areaOfEachPlace(x, y, areas)
    const share = found.reduce((sum, area) => sum + (area >= 0 ? 1 : 0), 0) / found.length
    expect(share).toBeCloseTo(Math.PI * 0.45 ** 2, 2)
  })

  it('refuses lists that do not belong together', () => {
    expect(() => areaOfEachPlace([1, 2], [1], [])).toThrow('y has 1 values and x has 2')
    expect(() => areaOfEachPlace([1], [1], [ringed, {} as never])).toThrow('boundaries[1] is no area')
  })
})

describe('boundaryArea and boundaryCentroid', () => {
  it('take off holes and add parts: 100 − 16 + 1 square metres', () => {
    expect(boundaryArea(ringed)).toBe(84)
    expect(boundaryArea(islands)).toBe(85)
  })

  // by hand: (100 × 5 − 4 × 2) / 96
  it('the centroid of a square of 10 without its 2 × 2 corner is at 492 / 96 = 5.125', () => {
    const bitten = polygon(square(0, 0, 10), square(1, 1, 2))
    expect(boundaryCentroid(bitten)?.x).toBeCloseTo(492 / 96, 12)
  })

  it('National Grid metres lose no digits: the same triangle far from the origin', () => {
    const far = polygon([
      [556_774.25, 175_799.5],
      [556_780.25, 175_799.5],
      [556_774.25, 175_802.5],
    ])
    expect(boundaryArea(far)).toBe(9)
    expect(boundaryCentroid(far)).toEqual({ x: 556_776.25, y: 175_800.5 })
  })

  it('the centroid of an outline that encloses nothing is null', () => {
    expect(
      boundaryCentroid(
        polygon([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toBeNull()
    expect(
      boundaryArea(
        polygon([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toBe(0)
  })
})
