import { describe, expect, it } from 'vitest'
import { mannKendall, theilSen } from '../src/index.ts'
import { difference, oracle } from './oracles.ts'

interface TrendCase {
  y: number[]
  mann_kendall: { S: number; varS: number; z: number; p: number; tau_a?: number; tau_b?: number }
  theil_sen: {
    slope_per_step: number
    intercept_median?: number
    n_pairs?: number
    ci95_gilbert_interp?: [number, number]
  }
}

const trend = oracle<{ series: Record<string, TrendCase> }>('b_trend/trend.json')

describe.skipIf(!trend)('against R’s trends (skipped where the reference results are absent)', () => {
  for (const [name, { y, mann_kendall, theil_sen }] of Object.entries(trend?.series ?? {})) {
    it(`mannKendall of ${name} agrees to 1e-9`, () => {
      const found = mannKendall(y)
      expectClose(
        [found.s, found.variance, found.z, found.p],
        [mann_kendall.S, mann_kendall.varS, mann_kendall.z, mann_kendall.p],
      )
      expectClose([found.tauA, found.tauB], [mann_kendall.tau_a, mann_kendall.tau_b])
    })

    it(`theilSen of ${name} agrees to 1e-9`, () => {
      const { slope, intercept, interval, pairs } = theilSen(y)
      const [lower, upper] = theil_sen.ci95_gilbert_interp ?? []
      expectClose(
        [slope, intercept, pairs, interval.lower, interval.upper],
        [theil_sen.slope_per_step, theil_sen.intercept_median, theil_sen.n_pairs, lower, upper],
      )
    })
  }
})

/** Each value against its reference, where the file gives one. */
function expectClose(found: (number | null)[], expected: (number | undefined)[]) {
  for (const [i, value] of expected.entries())
    if (value !== undefined)
      expect(difference(found[i]!, value), `${found[i]} against ${value}`).toBeLessThanOrEqual(1e-9)
}
