import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { exactPoints } from '../snapped/exact-points.ts'
import { snappedPoints } from '../snapped/snapped-points.ts'
import { bermanDiggleBandwidth } from './berman-diggle-bandwidth.ts'
import { isotropicWeight, translationWeight } from './edge-weights.ts'
import { kFunction } from './k-function.ts'
import { scottBandwidths } from './scott-bandwidths.ts'

const box = { west: 0, south: 0, east: 1000, north: 800 }
function scattered(events: number, seed: number) {
  const random = seededRandom(seed)
  return exactPoints(
    Array.from({ length: events }, () => 1000 * random()),
    Array.from({ length: events }, () => 800 * random()),
  )
}
/** Clusters of 10 events within `reach` of their middle. */
function clustered(reach: number) {
  const random = seededRandom(3)
  const middles = Array.from({ length: 60 }, () => [100 + 800 * random(), 100 + 600 * random()] as const)
  const places = middles.flatMap(([x, y]) =>
    Array.from({ length: 10 }, () => [x + reach * (random() - 0.5), y + reach * (random() - 0.5)]),
  )
  return exactPoints(
    places.map(([x]) => x!),
    places.map(([, y]) => y!),
  )
}

describe('scottBandwidths', () => {
  // by hand: sd of 0, 200, 400 is 200; of 0, 0, 300 is √30,000; times 3^(−1/6)
  it('is the standard deviation times n^(−1/6)', () => {
    const found = scottBandwidths(exactPoints([0, 200, 400], [0, 0, 300]))!
    expect(found.x).toBeCloseTo(200 * 3 ** (-1 / 6), 10)
    expect(found.y).toBeCloseTo(Math.sqrt(30_000) * 3 ** (-1 / 6), 10)
  })

  it('is 0 for events at one place and null for fewer than two', () => {
    expect(scottBandwidths(exactPoints([7, 7], [7, 7]))).toEqual({ x: 0, y: 0 })
    expect(scottBandwidths(exactPoints([7], [7]))).toBeNull()
  })
})

describe('bermanDiggleBandwidth', () => {
  it('grows with the size of clusters', () => {
    const [tight, loose] = [clustered(15), clustered(120)].map((points) => bermanDiggleBandwidth(points, box)!)
    expect(tight!).toBeLessThan(loose! / 2)
    expect(loose!).toBeLessThan(scottBandwidths(clustered(120))!.x)
  })

  it('does not depend on where the box lies', () => {
    const points = clustered(60)
    const moved = exactPoints(
      points.x.map((x) => x + 524_288),
      points.y.map((y) => y + 131_072),
    )
    const there = { west: 524_288, south: 131_072, east: 525_288, north: 131_872 }
    expect(bermanDiggleBandwidth(moved, there)).toBeCloseTo(bermanDiggleBandwidth(points, box)!, 9)
  })

  it('refuses snapped points, empty boxes and events outside', () => {
    // @ts-expect-error snapped points are all at distance 0 from one another
    expect(() => bermanDiggleBandwidth(snappedPoints([1, 2], [1, 2], 9), box)).toThrow(
      'bermanDiggleBandwidth needs exact places',
    )
    expect(() => bermanDiggleBandwidth(exactPoints([1, 2], [1, 2]), { ...box, east: 0 })).toThrow(
      'give an east above west',
    )
    expect(() => bermanDiggleBandwidth(exactPoints([1, 2000], [1, 2]), box)).toThrow(
      'event 1 at 2000, 2 is outside the box',
    )
    expect(() => bermanDiggleBandwidth(exactPoints([1], [1]), {} as never)).toThrow('box.west is undefined')
  })
})

describe('the K function', () => {
  // for events without pattern K(r) = π r², whichever the correction at the edge
  for (const [events, correction] of [
    [900, 'isotropic'],
    [2500, 'translation'],
    [6000, 'border'],
  ] as const)
    it(`of scattered events is near π r² with the ${correction} correction`, () => {
      const { x, y } = scattered(events, 5)
      const k = kFunction(x, y, box, 150, 16)
      for (const at of [5, 10, 15]) expect(k[at]! / (Math.PI * (10 * at) ** 2)).toBeCloseTo(1, 1)
    })

  // by hand: a circle of radius 100 about a place on a side is half inside, about a corner a quarter
  it('weighs a pair at a side twice and at a corner four times, and a pair 500 m apart in a box of 1,000 m twice', () => {
    expect(isotropicWeight(0, 400, 100, box)).toBeCloseTo(2, 12)
    expect(isotropicWeight(0, 0, 100, box)).toBeCloseTo(4, 12)
    expect(isotropicWeight(500, 400, 100, box)).toBe(1)
    expect(translationWeight(-500, 0, box)).toBeCloseTo(2, 12)
  })
})
