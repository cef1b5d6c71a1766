import { describe, expect, it } from 'vitest'
import { areaAgainstRest } from './area-against-rest.ts'
import { compareCounts } from './compare-counts.ts'

describe('areaAgainstRest', () => {
  it('compares an area with the whole less the area', () => {
    const found = areaAgainstRest({ count: 7, population: 1610 }, { count: 307, population: 116_610 })
    expect(found).toEqual(compareCounts(7, 1610, 300, 115_000))
  })

  it('refuses an area with more events than its whole, or all of its people', () => {
    expect(() => areaAgainstRest({ count: 8, population: 10 }, { count: 7, population: 100 })).toThrow(
      'area.count is 8 and whole.count is 7: give a whole that contains the area.',
    )
    expect(() => areaAgainstRest({ count: 7, population: 100 }, { count: 7, population: 100 })).toThrow(
      'give a whole that holds the area and more',
    )
  })
})
