import { describe, expect, it } from 'vitest'
import { areaAgainstEach } from './area-against-each.ts'
import { compareCounts } from './compare-counts.ts'

describe('areaAgainstEach', () => {
  it('compares with each area in the order given, and allows for how many there were', () => {
    const [first, second] = areaAgainstEach({ count: 40, population: 1000 }, [
      { count: 60, population: 2000 },
      { count: 9, population: 500 },
    ])
    const [p1, p2] = [compareCounts(40, 1000, 60, 2000).p, compareCounts(40, 1000, 9, 500).p]
    expect(p2).toBeLessThan(p1)
    expect(first).toMatchObject({ ratio: 40 / 30, p: p1, adjustedP: p1 })
    expect(second!.adjustedP).toBeCloseTo(Math.min(2 * p2, p1), 14)
  })

  it('gives nothing for no other area', () => expect(areaAgainstEach({ count: 1, population: 9 }, [])).toEqual([]))

  it('takes areas without an event', () => {
    expect(areaAgainstEach({ count: 3, population: 9 }, [{ count: 0, population: 9 }])[0]!.ratio).toBeNull()
  })
})
