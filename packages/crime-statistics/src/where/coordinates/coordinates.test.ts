import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { airyToGrid } from './airy-to-grid.ts'
import { gridReference } from './grid-reference.ts'
import { gridToAiry } from './grid-to-airy.ts'
import { gridToWgs84 } from './grid-to-wgs84.ts'
import { parseGridReference } from './parse-grid-reference.ts'
import { wgs84ToGrid } from './wgs84-to-grid.ts'

const anyEasting = fc.double({ min: 0, max: 699_999, noNaN: true })
const anyNorthing = fc.double({ min: 0, max: 1_299_999, noNaN: true })

describe('between the National Grid and latitude and longitude', () => {
  // Ordnance Survey, A guide to coordinate systems in Great Britain, annex C: E 651409.903, N 313177.270
  it('undoes the projection as in Ordnance Survey’s worked example: 52° 39′ 27.2531″ N, 1° 43′ 4.5177″ E', () => {
    const { lon, lat } = gridToAiry([651_409.903], [313_177.27])
    expect(lat[0]).toBeCloseTo(52 + 39 / 60 + 27.2531 / 3600, 7)
    expect(lon[0]).toBeCloseTo(1 + 43 / 60 + 4.5177 / 3600, 7)
    const back = airyToGrid([1 + 43 / 60 + 4.5177 / 3600], [52 + 39 / 60 + 27.2531 / 3600])
    expect(back.x[0]).toBeCloseTo(651_409.903, 2)
    expect(back.y[0]).toBeCloseTo(313_177.27, 2)
  })

  // PROJ 9 with the seven parameters and height 0
  it('gives WGS84 as PROJ does with the same parameters, to 1e-8 degrees', () => {
    const { lon, lat } = gridToWgs84([548_000, 91_492], [167_000, 11_319])
    expect(lon[0]).toBeCloseTo(0.125378232, 7)
    expect(lat[0]).toBeCloseTo(51.382758643, 7)
    expect(lon[1]).toBeCloseTo(-6.299714482, 7)
    expect(lat[1]).toBeCloseTo(49.92227165, 7)
  })

  it('comes back to within 2 mm wherever it began in Great Britain', () => {
    fc.assert(
      fc.property(fc.double({ min: 120_000, max: 640_000, noNaN: true }), anyNorthing, (x, y) => {
        const degrees = gridToWgs84([x], [y])
        const back = wgs84ToGrid(degrees.lon, degrees.lat)
        expect(Math.hypot(back.x[0]! - x, back.y[0]! - y)).toBeLessThan(0.002)
        const airy = gridToAiry([x], [y])
        const again = airyToGrid(airy.lon, airy.lat)
        expect(Math.hypot(again.x[0]! - x, again.y[0]! - y)).toBeLessThan(0.002)
      }),
    )
  })

  it('changes the datum by some 100 m: Airy and WGS84 are never the same place', () => {
    const web = gridToWgs84([548_000], [167_000])
    const old = gridToAiry([548_000], [167_000])
    const metres = Math.hypot((web.lat[0]! - old.lat[0]!) * 111_200, (web.lon[0]! - old.lon[0]!) * 69_400)
    expect(metres).toBeGreaterThan(90)
    expect(metres).toBeLessThan(150)
  })

  it('none in, none out; lists are not changed', () => {
    expect(gridToWgs84([], []).lon).toHaveLength(0)
    const x = Float64Array.of(548_000)
    gridToWgs84(x, [167_000])
    expect(x[0]).toBe(548_000)
  })

  it('refuses swapped, missing and far-off places, saying which', () => {
    expect(() => wgs84ToGrid([0.1, 51.4], [51.4, 0.1])).toThrow('lon[1] is 51.4°, outside Great Britain')
    expect(() => wgs84ToGrid([0], [0])).toThrow('lat[0] is 0°')
    expect(() => wgs84ToGrid([Number.NaN], [51])).toThrow('lon[0] is NaN')
    expect(() => gridToWgs84([5e6], [1e5])).toThrow('x[0] is 5000000m, outside Great Britain')
    expect(() => gridToWgs84([5e5, 1], [1e5])).toThrow('y has 1 values and x has 2: give one of each for every place.')
  })
})

describe('National Grid references', () => {
  // Ben Nevis and the Tower of London, as printed on Ordnance Survey's maps; HP is in Shetland, SV holds the origin
  for (const [x, y, side, written] of [
    [216_650, 771_250, 100, 'NN 166 712'],
    [533_600, 180_500, 100, 'TQ 336 805'],
    [461_000, 1_213_000, 1000, 'HP 61 13'],
    [0, 0, 1, 'SV 00000 00000'],
    [699_999.9, 1_299_999.9, 1, 'JM 99999 99999'],
    [554_150, 174_050, 100_000, 'TQ'],
  ] as const)
    it(`gridReference(${x}, ${y}, ${side}) is '${written}'`, () => expect(gridReference(x, y, side)).toBe(written))

  it('parseGridReference gives the corner of the square that holds the place', () => {
    fc.assert(
      fc.property(anyEasting, anyNorthing, fc.constantFrom(100_000, 10_000, 1000, 100, 10, 1), (x, y, side) => {
        const square = parseGridReference(gridReference(x, y, side as 1))
        expect(square).toEqual({ x: Math.floor(x / side) * side, y: Math.floor(y / side) * side, side })
      }),
    )
  })

  it('refuse what is no reference', () => {
    expect(() => parseGridReference('TQ 541 74')).toThrow('give two letters and an even number of digits')
    expect(() => parseGridReference('TI 54 74')).toThrow('give two letters')
    expect(() => parseGridReference('AA 54 74')).toThrow('square AA is not on the grid of Great Britain')
    expect(() => parseGridReference(5 as never)).toThrow(TypeError)
    expect(() => gridReference(700_000, 0)).toThrow('x is 700000: give an easting')
    expect(() => gridReference(1, -1)).toThrow('y is -1: give a northing')
    expect(() => gridReference(1, 1, 5 as never)).toThrow('side is 5: give one of 100000')
  })
})
