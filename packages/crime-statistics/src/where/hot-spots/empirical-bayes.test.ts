import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighboursFromLists } from '../neighbours/neighbours-from-lists.ts'
import { empiricalBayesRates } from './empirical-bayes-rates.ts'
import { localEmpiricalBayesRates } from './local-empirical-bayes-rates.ts'

const expectList = (found: ArrayLike<number>, expected: number[], digits = 10) => {
  expect(found.length).toBe(expected.length)
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, digits)
}

describe('empiricalBayesRates', () => {
  it('gives the rates and the variance of spdep 1.2-7', () => {
    const found = empiricalBayesRates([2, 30, 12], [100, 500, 1000])
    expectList(found.smoothed, [22.9164825452939, 56.3309813983323, 12.9272603670972])
    expectList(found.raw, [20, 60, 12])
    expect(found.overall).toBeCloseTo(27.5, 10)
    expect(found.variance).toBeCloseTo(0.0004321875, 12)
  })

  it('gives the overall rate for all where areas differ no more than chance does', () => {
    const found = empiricalBayesRates([10, 11, 9], [100, 100, 100])
    expect(found.variance).toBe(0)
    expectList(found.smoothed, [100, 100, 100])
  })

  it('is 0 where nothing happened anywhere', () => {
    expect(empiricalBayesRates([0, 0], [100, 300])).toMatchObject({ overall: 0, variance: 0 })
    expectList(empiricalBayesRates([0, 0], [100, 300]).smoothed, [0, 0])
  })

  it('lies between the raw rate and the overall one, nearer to the raw one for more people', () => {
    const area = fc.tuple(fc.nat(40), fc.integer({ min: 50, max: 3000 }))
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 20 }), (areas) => {
        const found = empiricalBayesRates(
          areas.map(([count]) => count),
          areas.map(([, people]) => people),
        )
        for (const [i, smoothed] of found.smoothed.entries()) {
          const ends = [found.raw[i]!, found.overall].sort((a, b) => a - b) as [number, number]
          expect(smoothed).toBeGreaterThanOrEqual(ends[0] - 1e-9)
          expect(smoothed).toBeLessThanOrEqual(ends[1] + 1e-9)
        }
      }),
    )
    const pull = empiricalBayesRates([5, 50, 500, 0], [100, 1000, 10000, 9000]).smoothed
    expect(pull[0]).toBeLessThan(pull[1]!) // one raw rate of 50, drawn down less and less
    expect(pull[1]).toBeLessThan(pull[2]!)
  })

  it('is a number for every count and population', () => {
    const area = fc.tuple(fc.nat(Number.MAX_SAFE_INTEGER), fc.double({ min: 1e-9, max: 1e12, noNaN: true }))
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 6 }), (areas) => {
        const counts = areas.map(([count]) => count)
        const people = areas.map(([, number]) => number)
        const ring = neighboursFromLists(areas.map((_, i) => (i === 0 ? [1] : [i - 1])))
        for (const rate of empiricalBayesRates(counts, people).smoothed) expect(rate).toBeLessThan(Infinity)
        for (const rate of localEmpiricalBayesRates(counts, people, ring)) expect(rate).toBeLessThan(Infinity)
      }),
    )
  })

  it('refuses a population of 0, a part of an event, and lists that do not fit', () => {
    expect(() => empiricalBayesRates([1, 2], [100, 0])).toThrow(/populations\[1\] is 0/)
    expect(() => empiricalBayesRates([1], [1e-12])).toThrow(/populations\[0\] is 1e-12/)
    expect(() => empiricalBayesRates([1, 1], [1e308, 1e308])).toThrow(/sum of populations is Infinity/)
    expect(() => empiricalBayesRates([1.5], [100])).toThrow(/counts\[0\] is 1.5/)
    expect(() => empiricalBayesRates([1], [100, 200])).toThrow(/populations has 2 values/)
    expect(() => empiricalBayesRates([], [])).toThrow(/number of areas is 0/)
  })
})

describe('localEmpiricalBayesRates', () => {
  const line = neighboursFromLists([[1], [0, 2], [1]])

  it('gives the rates of spdep 1.2-7', () => {
    expectList(
      localEmpiricalBayesRates([2, 30, 12], [100, 500, 1000], line),
      [32.5111998045125, 56.8248192065132, 12.8725856192177],
    )
  })

  it('is 0 where neither the area nor a neighbour had an event', () => {
    expect(localEmpiricalBayesRates([0, 0, 12], [100, 500, 1000], line)[0]).toBe(0)
  })

  it('is the raw rate of an area without neighbours, that being its surroundings', () => {
    const alone = neighboursFromLists([[], [], []])
    expectList(localEmpiricalBayesRates([2, 30, 12], [100, 500, 1000], alone), [20, 60, 12])
  })
})
