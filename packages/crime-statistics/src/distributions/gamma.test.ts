import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquaredUpperTail, gammaLowerTail, gammaUpperTail } from './gamma.ts'
import { chiSquaredQuantile, gammaQuantile } from './gamma-quantile.ts'

// shape, x, pgamma(x, shape), its upper tail: R 4.2.2
const tails = [
  [0.001, 0.5, 0.9994399333435292, 0.00056006665647075],
  [0.5, 2, 0.9544997361036416, 0.04550026389635847],
  [1, 3, 0.950212931632136, 0.049787068367863944],
  [15.5, 20, 0.8709596508706097, 0.12904034912939033],
  [1234.5, 1300, 0.9672385594939216, 0.0327614405060784],
  [12345, 12200, 0.09557619269048791, 0.9044238073095121],
  [12345, 12678, 0.9985280881156495, 0.001471911884350516],
  [100000, 101000, 0.9991915784870744, 0.0008084215129255911],
  [10000000, 10000000, 0.5000420522087238, 0.49995794779127634],
  [10000000, 9990000, 0.00078015321525205, 0.999219846784748],
  [10000000, 10030000, 1, 1.302638001907533e-21],
] as const

// shape, p, qgamma(p, shape), qgamma(p, shape, lower = FALSE): R 4.2.2
const quantiles = [
  [0.1, 0.025, 5.791710245521441e-17, 0.9779047994188533],
  [0.5, 1e-8, 7.853981633974446e-17, 16.420626680618394],
  [1, 0.25, 0.28768207245178096, 1.3862943611198906],
  [15.5, 1e-20, 0.3460294561779527, 83.93759596041718],
  [1022.5, 0.25, 1000.7543040860492, 1043.8823496528464],
  [12345, 0.001, 12004.498140284071, 12691.201485296328],
  [10000000, 0.025, 9993802.996884268, 10006198.8974216],
  [12345, 1e-300, 8672.707441411449, 16930.48722505109],
] as const

const error = (found: number, expected: number) =>
  Math.abs(found - expected) / (expected === 0 ? 1 : Math.abs(expected))

describe('gamma tails', () => {
  for (const [shape, x, lower, upper] of tails)
    it(`of shape ${shape} at ${x} are R's to 1e-12`, () => {
      expect(error(gammaLowerTail(shape, x), lower)).toBeLessThan(1e-12)
      expect(error(gammaUpperTail(shape, x), upper)).toBeLessThan(1e-12)
    })

  it('sum to 1, fall with x, and are 0 and 1 at the ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: -8, max: 8, noNaN: true }),
        (shape, z) => {
          const x = Math.max(0, shape + z * Math.sqrt(shape))
          expect(gammaLowerTail(shape, x) + gammaUpperTail(shape, x)).toBeCloseTo(1, 11)
          expect(gammaUpperTail(shape, x * 1.01 + 0.01)).toBeLessThanOrEqual(gammaUpperTail(shape, x))
        },
      ),
    )
    expect([gammaLowerTail(3, 0), gammaUpperTail(3, 0), gammaUpperTail(3, 1e5)]).toEqual([0, 1, 0])
  })

  it('3.841 has 5 % above it with one degree of freedom', () => {
    expect(chiSquaredUpperTail(3.841458820694124, 1)).toBeCloseTo(0.05, 14) // any table
    expect(chiSquaredQuantile(0.05, 1, 'upper')).toBeCloseTo(3.841458820694124, 12)
  })
})

describe('gamma tails of a thousand million and more', () => {
  // pgamma(x, shape), its upper tail: R 4.2.2
  for (const [shape, x, lower, upper] of [
    [2000000000, 2000030000, 0.748833828755374, 0.25116617124462604],
    [10000000000, 9999800000, 0.02274959203581454, 0.9772504079641855],
    [1000000000000, 1000004000000, 0.9999683280890107, 3.1671910989289717e-5],
  ] as const)
    it(`of ${shape} at ${x} are R's to 1e-11`, () => {
      expect(error(gammaLowerTail(shape, x), lower)).toBeLessThan(1e-11)
      expect(error(gammaUpperTail(shape, x), upper)).toBeLessThan(1e-11)
    })

  it('go over into them without a step', () => {
    for (const z of [-6, -1, 0, 0.5, 3, 8]) {
      const at = (shape: number) => gammaUpperTail(shape, shape + z * Math.sqrt(shape))
      expect(at(1e9 * (1 + 1e-9)) / at(1e9)).toBeCloseTo(1, 9)
    }
    expect(gammaUpperTail(9e15, 9e15)).toBeCloseTo(0.5, 8)
    expect(gammaLowerTail(9e15, 1e15)).toBe(0)
  })
})

describe('gammaQuantile', () => {
  for (const [shape, p, lower, upper] of quantiles)
    it(`of shape ${shape} at ${p} is R's to 1e-12`, () => {
      expect(error(gammaQuantile(p, shape), lower)).toBeLessThan(1e-12)
      expect(error(gammaQuantile(p, shape, 'upper'), upper)).toBeLessThan(1e-12)
    })

  it('has 0 and infinity at its ends', () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2), gammaQuantile(0, 2, 'upper')]).toEqual([0, Infinity, Infinity])
  })
})
