import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../random/seeded-random.ts'
import { exactPoints } from '../snapped/exact-points.ts'
import { snappedPoints } from '../snapped/snapped-points.ts'
import { dbscanClusters } from './dbscan.ts'

type Place = [x: number, y: number]
const at = (places: readonly Place[]) =>
  exactPoints(
    places.map(([x]) => x),
    places.map(([, y]) => y),
  )
const clusters = (places: Place[], eps: number, minPoints: number, counting?: 'events' | 'places') =>
  dbscanClusters(at(places), eps, minPoints, counting)

describe('dbscanClusters', () => {
  it('counts the event itself towards minPoints', () => {
    const three: Place[] = [
      [0, 0],
      [1, 0],
      [2, 0],
    ]
    expect([...clusters(three, 1, 3).core]).toEqual([0, 1, 0])
    expect([...clusters(three, 1, 3).labels]).toEqual([1, 1, 1])
    expect([...clusters(three, 1, 4).labels]).toEqual([0, 0, 0])
  })

  it('counts a distance of eps as within reach, a little more as not', () => {
    expect(
      clusters(
        [
          [0, 0],
          [3, 4],
        ],
        5,
        2,
      ).sizes,
    ).toEqual([2]) // 3, 4, 5
    expect(
      clusters(
        [
          [0, 0],
          [3, 4.0001],
        ],
        5,
        2,
      ).sizes,
    ).toEqual([])
  })

  it('gives an event at the border of two clusters to the one whose first core comes first, and lists it', () => {
    const left: Place[] = [
      [0, 0],
      [0, 1],
      [0, -1],
      [1, 0],
    ]
    const right: Place[] = left.map(([x, y]) => [20 - x, y])
    const border: Place = [10, 0]
    const first = clusters([border, ...left, ...right], 9, 4)
    expect([...first.labels]).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2])
    expect(first.sharedBorder).toEqual([0])
    expect([...clusters([...right, ...left, border], 9, 4).labels]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 1])
  })

  it('numbers clusters by their first event, at the border or not', () => {
    // the first event borders on the cluster whose cores come last
    const found = clusters(
      [
        [30, 0],
        [0, 0],
        [1, 0],
        [2, 0],
        [21, 0],
        [22, 0],
        [23, 0],
      ],
      9,
      4,
    )
    expect([...found.labels]).toEqual([1, 0, 0, 0, 1, 1, 1])
    const both = clusters(
      [
        [30, 0],
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0],
        [21, 0],
        [22, 0],
        [23, 0],
      ],
      9,
      4,
    )
    expect([...both.labels]).toEqual([1, 2, 2, 2, 2, 1, 1, 1])
    expect(both.sizes).toEqual([4, 4])
  })

  it('makes one address with many events a cluster, unless places are counted', () => {
    const address: Place[] = [
      [5, 5],
      [5, 5],
      [5, 5],
      [5, 5],
      [90, 90],
    ]
    expect(clusters(address, 10, 4).sizes).toEqual([4])
    expect(clusters(address, 10, 4, 'places').sizes).toEqual([])
    const street: Place[] = [...address, [6, 5], [7, 5], [8, 5]]
    expect([...clusters(street, 10, 4, 'places').labels]).toEqual([1, 1, 1, 1, 0, 1, 1, 1])
  })

  it('refuses snapped points unless places are counted', () => {
    const snapped = snappedPoints([0, 0, 10, 20], [0, 0, 0, 0])
    expect(() => dbscanClusters(snapped, 10, 3)).toThrow(/count 'places', or give exact points/)
    expect([...dbscanClusters(snapped, 10, 3, 'places').labels]).toEqual([1, 1, 1, 1])
  })

  it('finds nothing in nothing, and takes one event for a cluster when one is enough', () => {
    expect(clusters([], 10, 3)).toEqual({
      labels: new Int32Array(),
      core: new Uint8Array(),
      sizes: [],
      sharedBorder: [],
    })
    expect([
      ...clusters(
        [
          [1, 1],
          [500, 1],
        ],
        10,
        1,
      ).labels,
    ]).toEqual([1, 2])
  })

  it('refuses an eps of 0, one that is far too small, and a minPoints that is none', () => {
    expect(() => clusters([[0, 0]], 0, 3)).toThrow(/eps is 0/)
    expect(() =>
      clusters(
        [
          [0, 0],
          [1e9, 1e9],
        ],
        1e-6,
        3,
      ),
    ).toThrow(/give a larger eps/)
    expect(() => clusters([[0, 0]], 1, 0)).toThrow(/minPoints is 0/)
    expect(() => clusters([[0, 0]], 1, 1, 'addresses' as never)).toThrow(/"addresses"/)
    expect(() => dbscanClusters({ x: [0], y: [0] } as never, 1, 1)).toThrow(/exactPoints/)
  })

  const place = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))

  it('has the cores, clusters and noise that comparing all pairs shows', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 70 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 8 }),
        (places, eps, minPoints) => {
          const { labels, core } = clusters(places, eps, minPoints)
          const near = (i: number, j: number) =>
            (places[i]![0] - places[j]![0]) ** 2 + (places[i]![1] - places[j]![1]) ** 2 <= eps * eps
          const all = [...places.keys()]
          const around = all.map((i) => all.filter((j) => near(i, j)))
          for (const i of all) {
            expect(core[i]).toBe(Number(around[i]!.length >= minPoints))
            const cores = around[i]!.filter((j) => core[j])
            if (cores.length === 0) expect(labels[i]).toBe(0)
            else expect(cores.map((j) => labels[j])).toContain(labels[i])
            if (core[i]) for (const j of cores) expect(labels[j]).toBe(labels[i])
          }
          for (const [first, ...rest] of all.filter((i) => core[i]).map((i) => reached(i, around, core)))
            for (const j of [first, ...rest]) expect(labels[j!]).toBe(labels[first!])
          expect(new Set(all.filter((i) => core[i]).map((i) => Math.min(...reached(i, around, core)))).size).toBe(
            new Set(labels.filter((label) => label > 0)).size,
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('has the same clusters, other numbers and shared borders aside, in any order of the events', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 50 }), fc.nat(), (places, seed) => {
        const random = seededRandom(seed)
        const order = [...places.keys()].map((i) => ({ i, key: random() }))
        order.sort((a, b) => a.key - b.key)
        const one = clusters(places, 5, 4)
        const other = clusters(
          order.map(({ i }) => places[i]!),
          5,
          4,
        )
        for (const [k, { i }] of order.entries()) expect(other.core[k]).toBe(one.core[i])
        expect(other.sizes.length).toBe(one.sizes.length)
        expect(other.sharedBorder.length).toBe(one.sharedBorder.length)
        for (const [k, { i }] of order.entries()) expect(other.labels[k] === 0).toBe(one.labels[i] === 0)
      }),
      { numRuns: 80 },
    )
  })

  it('takes a hundred thousand events in one place, and as many in a dense square, without comparing all pairs', () => {
    const n = 100_000
    const random = seededRandom(4)
    const one = dbscanClusters(exactPoints(new Float64Array(n), new Float64Array(n)), 10, 5)
    expect(one.sizes).toEqual([n])
    const spread = () => Float64Array.from({ length: n }, () => 100 * random())
    expect(dbscanClusters(exactPoints(spread(), spread()), 50, 1000).sizes).toEqual([n])
  })
})

/** All cores that can be reached from one by steps from core to core. */
function reached(from: number, around: number[][], core: Uint8Array): number[] {
  const seen = new Set([from])
  for (const i of seen) for (const j of around[i]!) if (core[j]) seen.add(j)
  return [...seen]
}
