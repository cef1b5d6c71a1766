import { describe, expect, it } from 'vitest'
import { boundaryHolds } from './boundary-holds.ts'
import { hexagonOutline } from './hexagon-outline.ts'
import { hexagonsInBoundary } from './hexagons-in-boundary.ts'
import { hexagonsOfPlaces } from './hexagons-of-places.ts'
import { neighbouringHexagons } from './neighbouring-hexagons.ts'

const town = {
  type: 'Polygon',
  coordinates: [
    [
      [0.1, 51.4],
      [0.14, 51.4],
      [0.14, 51.42],
      [0.1, 51.42],
      [0.1, 51.4],
    ],
  ],
} as const

describe('hexagons of H3', () => {
  it('the outline of a place’s hexagon holds the place', () => {
    const lon = [0.1253782, -2.5, -6.3]
    const lat = [51.3827586, 53.4, 49.92]
    for (const [i, hexagon] of hexagonsOfPlaces(lon, lat, 9).entries())
      expect(boundaryHolds(hexagonOutline(hexagon), lon[i]!, lat[i]!)).toBe(true)
  })

  // 2.78 km by 2.22 km; a hexagon of resolution 9 is about 0.1 km²
  it('cover an area of 6.2 km² with 50 to 70 hexagons of resolution 9, each centred inside', () => {
    const cells = hexagonsInBoundary(town, 9)
    expect(cells.length).toBeGreaterThan(45)
    expect(cells.length).toBeLessThan(75)
    for (const cell of cells) {
      const corners = hexagonOutline(cell).coordinates[0] as number[][]
      const middle = (axis: 0 | 1) =>
        corners.slice(1).reduce((sum, corner) => sum + corner[axis]!, 0) / (corners.length - 1)
      expect(boundaryHolds(town, middle(0), middle(1))).toBe(true)
    }
  })

  it('two halves of an area share no hexagon and miss none', () => {
    const half = (west: number, east: number) =>
      hexagonsInBoundary(
        {
          type: 'Polygon',
          coordinates: [
            [
              [west, 51.4],
              [east, 51.4],
              [east, 51.42],
              [west, 51.42],
            ],
          ],
        },
        10,
      )
    expect([...half(0.1, 0.12), ...half(0.12, 0.14)].sort()).toEqual(hexagonsInBoundary(town, 10))
  })

  it('have 6 neighbours and 18 within two rings, each a neighbour of the other', () => {
    const [cell] = hexagonsOfPlaces([0.1253782], [51.3827586], 9)
    expect(neighbouringHexagons(cell!)).toHaveLength(6)
    expect(neighbouringHexagons(cell!, 2)).toHaveLength(18)
    for (const other of neighbouringHexagons(cell!)) expect(neighbouringHexagons(other)).toContain(cell)
  })

  it('refuse wrong resolutions, places and identifiers', () => {
    expect(() => hexagonsOfPlaces([0], [51], 16)).toThrow('resolution is 16: give a whole number, 0 to 15.')
    expect(() => hexagonsOfPlaces([548_000], [51], 9)).toThrow('lon[0] is 548000')
    expect(() => hexagonsOfPlaces([0], [95], 9)).toThrow('lat[0] is 95')
    expect(() => neighbouringHexagons('nowhere')).toThrow('hexagon is "nowhere": give an H3 cell')
    expect(() => hexagonOutline(9 as never)).toThrow(TypeError)
    expect(() =>
      hexagonsInBoundary(
        {
          type: 'Polygon',
          coordinates: [
            [
              [548_000, 1],
              [548_001, 1],
              [548_000, 2],
            ],
          ],
        },
        9,
      ),
    ).toThrow('boundary is not in degrees')
  })
})
