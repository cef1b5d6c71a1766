import { describe, expect, it } from 'vitest'
import { persistentHotSpots } from './persistent-hot-spots.ts'

const quarters = [
  [3, 0, 2, -3, 1],
  [2, 2, 0, -3, 1],
  [3, 2, 0, -3, 1],
  [2, 2, 0, -3, 1],
]

describe('persistentHotSpots', () => {
  it('names places that are hot in three of four quarters, hot in most first', () => {
    expect(persistentHotSpots(quarters)).toEqual({
      hotPeriods: Uint8Array.from([4, 3, 1, 0, 0]),
      persistent: Uint8Array.from([1, 1, 0, 0, 0]),
      places: [0, 1],
      periods: 4,
      atLeast: 3,
    })
  })

  it('takes another number of periods and another category', () => {
    expect(persistentHotSpots(quarters, 4).places).toEqual([0])
    expect(persistentHotSpots(quarters, 4, 1).places).toEqual([0, 4])
    expect(persistentHotSpots(quarters, 2, 3).places).toEqual([0])
    expect(persistentHotSpots(quarters, 1).places).toEqual([0, 1, 2])
  })

  it('names no cold place, and none of no place', () => {
    expect(persistentHotSpots([[-3], [-3]], 1, 1).places).toEqual([])
    expect(persistentHotSpots([[], []], 1).places).toEqual([])
  })

  it('refuses more periods than there are, lists that do not fit and what is no category', () => {
    expect(() => persistentHotSpots(quarters, 5)).toThrow(/atLeast is 5.*1 to 4/)
    expect(() => persistentHotSpots([[1], [1, 2]], 1)).toThrow(/categories\[1\] has 2 values/)
    expect(() => persistentHotSpots([[7]], 1)).toThrow(/categories\[0\]\[0\] is 7/)
    expect(() => persistentHotSpots(quarters, 3, 0)).toThrow(/category is 0/)
    expect(() => persistentHotSpots([])).toThrow(/number of periods is 0/)
  })
})
