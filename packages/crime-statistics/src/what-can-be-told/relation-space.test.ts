import { describe, expect, it } from 'vitest'
import { RelationSpace } from './relation-space.ts'

/** Of 10 a and b, and a, c and d of 12: two sums that share a. */
const space = () => {
  const found = new RelationSpace(6, [
    { total: 0, parts: [1, 2] },
    { total: 5, parts: [1, 3, 4] },
  ])
  found.most.fill(Infinity)
  found.least[0] = found.most[0] = 10
  found.least[5] = found.most[5] = 12
  return found
}

describe('RelationSpace', () => {
  it('goes to a table within the bounds, and from there to the largest and smallest of a cell', () => {
    const tables = space()
    expect(tables.enter()).toBe(true)
    expect([tables.push(1, 1), tables.push(1, -1)]).toEqual([10, 0])
    tables.least[3] = 5
    expect(tables.enter()).toBe(true)
    expect([tables.push(1, 1), tables.push(2, -1)]).toEqual([7, 3])
  })

  it('finds no table, and an end, where a cell would have to be at least 2 and at most 1', () => {
    for (let cell = 1; cell < 5; cell++) {
      const tables = space()
      tables.enter()
      tables.least[cell] = 2
      tables.most[cell] = 1
      expect(tables.enter()).toBe(false)
    }
  })

  it('stands exactly at bounds, so that rounding does not gather over thousands of moves', () => {
    const tables = space()
    tables.enter()
    for (let round = 0; round < 2000; round++) {
      tables.push(1 + (round % 4), round % 3 ? 1 : -1)
      for (const value of tables.x) expect(Math.abs(value - Math.round(value))).toBeLessThan(1e-12)
    }
  })
})
