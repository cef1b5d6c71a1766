import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/seeded-random.ts'
import { giniIfRandom } from './gini-if-random.ts'

describe('giniIfRandom', () => {
  it('749 crimes at 3,000 places look concentrated by chance alone: a Gini of about 0.80', () => {
    const found = giniIfRandom(3000, 749, seededRandom(4))
    // expected Gini of counts that are nearly Poisson of mean 0.2497, summed by hand from their distribution: 0.8014
    expect(found.mean).toBeCloseTo(poissonGini(749 / 3000), 2)
    expect(found.interval.lower).toBeLessThan(found.mean)
    expect(found.interval.upper).toBeGreaterThan(found.mean)
  })

  it('two crimes at two places are together half the time: Gini 0.5 or 0', () => {
    const { mean, interval } = giniIfRandom(2, 2, seededRandom(1), 4000)
    expect(mean).toBeGreaterThan(0.23)
    expect(mean).toBeLessThan(0.27) // 0.25 ± 5 standard errors of 0.25/√4000
    expect(interval).toEqual({ lower: 0, upper: 0.5 })
  })

  it('gives the same for the same seed, and 0 for one place', () => {
    expect(giniIfRandom(50, 30, seededRandom(3), 20)).toEqual(giniIfRandom(50, 30, seededRandom(3), 20))
    expect(giniIfRandom(1, 30, seededRandom(3), 1)).toMatchObject({ mean: 0, interval: { lower: 0, upper: 0 } })
  })

  it('refuses no place and no crime', () => {
    expect(() => giniIfRandom(0, 5, seededRandom(1))).toThrow('places is 0: give a whole number, 1 to 10000000.')
    expect(() => giniIfRandom(5, 0, seededRandom(1))).toThrow('crimes is 0')
    expect(() => giniIfRandom(5, 5, seededRandom(1), 10, 95)).toThrow('level is 95')
  })
})

/** Half the mean absolute difference of two Poisson counts, over their mean. */
function poissonGini(mean: number): number {
  const mass = [Math.exp(-mean)]
  for (let k = 1; k < 40; k++) mass.push((mass[k - 1]! * mean) / k)
  let difference = 0
  for (const [a, p] of mass.entries()) for (const [b, q] of mass.entries()) difference += p * q * Math.abs(a - b)
  return difference / (2 * mean)
}
