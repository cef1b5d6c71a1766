import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { exactPoints } from '../snapped/exact-points.ts'
import { snappedPoints } from '../snapped/snapped-points.ts'
import { densityAt } from './density-at.ts'
import { densitySurface } from './density-surface.ts'
import { fastDensitySurface } from './fast-density-surface.ts'
import { gaussianKernel } from './gaussian-kernel.ts'
import type { Kernel } from './kernel.ts'
import { quarticKernel } from './quartic-kernel.ts'
import type { Raster } from './raster.ts'

const peakOf = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 0)
const worst = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0)
const centres = ({ west, south, cellWidth, cellHeight, columns, rows }: Raster) => {
  const cells = Array.from({ length: columns * rows }, (_, cell) => cell)
  return {
    x: cells.map((cell) => west + ((cell % columns) + 0.5) * cellWidth),
    y: cells.map((cell) => south + (Math.floor(cell / columns) + 0.5) * cellHeight),
  }
}
/** A few clusters and a scatter, some beyond the edges of a box of 1,000 m. */
function town(seed: number, events: number) {
  const random = seededRandom(seed)
  const place = () => (random() < 0.7 ? 300 + 200 * random() * random() : 1300 * random() - 150)
  return exactPoints(Float64Array.from({ length: events }, place), Float64Array.from({ length: events }, place))
}
const box = (cellWidth: number, cellHeight: number): Raster => ({
  west: 0,
  south: 0,
  cellWidth,
  cellHeight,
  columns: Math.round(1000 / cellWidth),
  rows: Math.round(900 / cellHeight),
})
const kernels: Kernel[] = [quarticKernel(90), quarticKernel(400), gaussianKernel(40), gaussianKernel(300)]

describe('densityAt', () => {
  // by hand: 3/(π 500²) = 3.8197 per km² at the event; (1 − 0.36)² = 0.4096 of it 300 m away
  it('one event weighs 3/(π h²) at its place, 0.4096 of it at 0.6 h and nothing from h on', () => {
    const [here, near, at, beyond] = densityAt(
      exactPoints([10], [20]),
      [10, 310, 510, 600],
      [20, 20, 20, 20],
      quarticKernel(500),
      'per km²',
    )
    expect(here).toBeCloseTo(3e6 / (Math.PI * 250_000), 10)
    expect(near).toBeCloseTo(0.4096 * here!, 10)
    expect(at).toBe(0)
    expect(beyond).toBe(0)
  })

  // by hand: 1/(2π σ²) at the event, e^−½ of it one standard deviation away
  it('with the Gaussian kernel one event weighs 1/(2π σ²) at its place', () => {
    const [here, near] = densityAt(exactPoints([0], [0]), [0, 120], [0, 160], gaussianKernel(200))
    expect(here).toBeCloseTo(1 / (2 * Math.PI * 40_000), 15)
    expect(near).toBeCloseTo(Math.exp(-0.5) * here!, 15)
  })

  it('no events: 0 everywhere; no places: an empty list', () => {
    for (const kernel of kernels) {
      expect([...densityAt(exactPoints([], []), [1, 2], [1, 2], kernel)]).toEqual([0, 0])
      expect(densityAt(exactPoints([1], [1]), [], [], kernel)).toHaveLength(0)
    }
  })

  it('adds up: the density of two sets of events together is the sum of both', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(60), fc.constantFrom(...kernels), (seed, events, kernel) => {
        const [a, b] = [town(seed, events), town(seed + 1, 20)]
        const both = exactPoints([...a.x, ...b.x], [...a.y, ...b.y])
        const [x, y] = [
          [350, 10, 990],
          [400, 20, 500],
        ]
        const [da, db, dab] = [a, b, both].map((points) => densityAt(points, x, y, kernel, 'per km²'))
        for (const i of [0, 1, 2]) expect(dab![i]).toBeCloseTo(da![i]! + db![i]!, 9)
      }),
      { numRuns: 50 },
    )
  })
})

describe('quarticKernel and gaussianKernel', () => {
  it('a quartic radius of 500 m smooths like a Gaussian of 500/√8 m: the same standard deviation along an axis', () => {
    const step = 5
    const raster = { west: -500, south: -500, cellWidth: step, cellHeight: step, columns: 200, rows: 200 }
    const density = densitySurface(exactPoints([0], [0]), raster, quarticKernel(500))
    const { x } = centres(raster)
    const variance = density.reduce((sum, value, cell) => sum + value * step * step * x[cell]! ** 2, 0)
    expect(Math.sqrt(variance)).toBeCloseTo(quarticKernel(500).sigma, 1)
  })

  it('refuse bandwidths that are no positive number', () => {
    expect(() => quarticKernel(0)).toThrow('radius is 0: give a finite number above 0.')
    expect(() => gaussianKernel(Infinity)).toThrow('sigma is Infinity')
    expect(() => gaussianKernel('200' as never)).toThrow(TypeError)
  })
})

describe('densitySurface', () => {
  for (const kernel of kernels)
    for (const raster of [box(10, 20), box(250, 100), { ...box(25, 25), west: 5000 }, { ...box(7, 5), columns: 1 }])
      it(`gives what densityAt gives at each centre: ${kernel.shape} ${kernel.sigma.toFixed(0)} m, ${raster.columns} × ${raster.rows} cells`, () => {
        const points = town(7, 400)
        const { x, y } = centres(raster)
        const expected = densityAt(points, x, y, kernel)
        const single = densityAt(points, points.x, points.y, kernel)[0]!
        expect(worst(densitySurface(points, raster, kernel), expected)).toBeLessThanOrEqual(
          1e-12 * Math.max(single, peakOf(expected)),
        )
      })

  it('keeps its digits on a raster of 100 radii: sums are taken block by block', () => {
    const raster = { west: 0, south: 400, cellWidth: 1, cellHeight: 50, columns: 3000, rows: 2 }
    const points = town(3, 5000)
    const { x, y } = centres(raster)
    const expected = densityAt(points, x, y, quarticKernel(30))
    expect(worst(densitySurface(points, raster, quarticKernel(30)), expected) / peakOf(expected)).toBeLessThan(1e-11)
  })

  it('is 0, not merely tiny, where no event is within the radius', () => {
    const density = densitySurface(town(1, 3000), { ...box(10, 10), west: -2000, columns: 500 }, quarticKernel(90))
    expect(density.subarray(0, 150).every((value) => value === 0)).toBe(true)
    expect(density.every((value) => value >= 0)).toBe(true)
  })

  it('adds up to the number of events where the map holds all of their kernels', () => {
    const raster = { west: -1000, south: -1000, cellWidth: 20, cellHeight: 25, columns: 200, rows: 160 }
    const total = (values: Float64Array) => 500 * values.reduce((sum, value) => sum + value, 0)
    const points = town(5, 300)
    expect(total(densitySurface(points, raster, quarticKernel(300)))).toBeCloseTo(300, 1)
    expect(total(densitySurface(points, raster, gaussianKernel(120)))).toBeCloseTo(300, 6)
    expect(total(fastDensitySurface(points, raster, quarticKernel(500)))).toBeCloseTo(300, 1)
  })

  it('per km² is a million times per m², and metres far from the origin change nothing', () => {
    const points = town(2, 100)
    const far = exactPoints(
      points.x.map((x) => x + 524_288),
      points.y.map((y) => y + 131_072),
    )
    const here = densitySurface(points, box(20, 20), quarticKernel(200))
    const there = densitySurface(far, { ...box(20, 20), west: 524_288, south: 131_072 }, quarticKernel(200), 'per km²')
    expect(
      worst(
        there,
        here.map((value) => value * 1e6),
      ) / peakOf(there),
    ).toBeLessThan(1e-8)
  })

  it('refuses snapped points, wrong rasters, kernels and units', () => {
    const points = town(1, 3)
    const raster = box(100, 100)
    // @ts-expect-error snapped points make no street-level surface
    expect(() => densitySurface(snappedPoints([1], [2], 100), raster, quarticKernel(9))).toThrow(
      'densitySurface needs exact places',
    )
    // @ts-expect-error nor fast
    expect(() => fastDensitySurface(snappedPoints([1], [2], 100), raster, quarticKernel(9))).toThrow(
      'fastDensitySurface needs exact',
    )
    // @ts-expect-error nor at single places
    expect(() => densityAt(snappedPoints([1], [2], 100), [1], [1], quarticKernel(9))).toThrow(
      'densityAt needs exact places',
    )
    expect(() => densitySurface(points, { ...raster, rows: 0 }, quarticKernel(9))).toThrow('raster.rows is 0')
    expect(() => fastDensitySurface(points, raster, quarticKernel(1e8))).toThrow('give a kernel that reaches less far')
    expect(() => densitySurface(points, { ...raster, cellHeight: 1e-30 }, quarticKernel(9))).toThrow('or larger cells')
    expect(() => densitySurface(points, raster, quarticKernel(1e300))).toThrow('kernel.radius is 1e+300')
    expect(() => densitySurface(points, { ...raster, rows: 1e6, columns: 1e6 }, quarticKernel(9))).toThrow(
      'give at most 200000000',
    )
    expect(() => densitySurface(points, null as never, quarticKernel(9))).toThrow('raster is null')
    expect(() => densitySurface(points, raster, 500 as never)).toThrow('make it with quarticKernel(radius)')
    expect(() => densitySurface(points, raster, quarticKernel(9), 'per mile' as never)).toThrow(
      'give "per m²" or "per km²"',
    )
    expect(() => densityAt(points, [1], [1, 2], quarticKernel(9))).toThrow('y has 2 values and x has 1')
  })
})

describe('fastDensitySurface', () => {
  it('is within 0.001 of the peak for a single event, wherever it lies and whatever the bandwidth', () => {
    const random = seededRandom(11)
    for (const kernel of [quarticKernel(175), quarticKernel(300), gaussianKernel(31), gaussianKernel(70)])
      for (let k = 0; k < 10; k++) {
        const points = exactPoints([1200 * random() - 100], [1100 * random() - 100])
        const exact = densitySurface(points, box(10, 10), kernel)
        const peak = densityAt(points, points.x, points.y, kernel)[0]!
        expect(worst(fastDensitySurface(points, box(10, 10), kernel), exact) / peak).toBeLessThan(0.001)
      }
  })

  it('is within 0.0001 of the peak for 20,000 events on cells that are not square, events beyond the edges included', () => {
    const points = town(4, 20_000)
    for (const kernel of [quarticKernel(220), gaussianKernel(60)]) {
      const exact = densitySurface(points, box(8, 12), kernel)
      expect(worst(fastDensitySurface(points, box(8, 12), kernel), exact) / peakOf(exact)).toBeLessThan(1e-4)
    }
  })

  it('gives the exact sums where cells are coarse', () => {
    const points = town(4, 500)
    expect(fastDensitySurface(points, box(50, 50), quarticKernel(200))).toEqual(
      densitySurface(points, box(50, 50), quarticKernel(200)),
    )
  })

  it('rasters of one row, one column and one cell, and no events', () => {
    const points = town(8, 200)
    for (const [columns, rows] of [
      [1, 1],
      [1, 50],
      [50, 1],
    ] as const) {
      const raster = { ...box(5, 5), west: 300, south: 300, columns, rows }
      const exact = densitySurface(points, raster, quarticKernel(150))
      expect(worst(fastDensitySurface(points, raster, quarticKernel(150)), exact) / peakOf(exact)).toBeLessThan(0.001)
    }
    expect(peakOf(fastDensitySurface(exactPoints([], []), box(10, 10), quarticKernel(300)))).toBe(0)
  })
})
