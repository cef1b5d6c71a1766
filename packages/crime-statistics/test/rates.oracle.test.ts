import { describe, expect, it } from 'vitest'
import {
  areaAgainstRest,
  benjaminiHochberg,
  byarsInterval,
  clopperPearsonInterval,
  compareCounts,
  exactPoissonInterval,
  holm,
  logRatioInterval,
  ratePer,
  wilsonInterval,
} from '../src/index.ts'
import { difference, oracle } from './oracles.ts'

type Limits = [number, number | null]
interface LimitsOfCount {
  byar95: Limits
  exact95: Limits
  byar998: Limits
  exact998: Limits
  count: number
}
interface RateCase extends LimitsOfCount {
  denominator: number
  per: number
  rate: number
}
interface TwoCounts {
  x1: number
  exposure1: number
  x0: number
  exposure0: number
  rate_ratio: number | null
  pct_change: number | null
  rate_difference: number
  exact: { p_central: number; ci95_clopper: Limits }
  wald_log: { ci95: [number, number]; p: number } | null
}
interface Rates {
  count_limits: LimitsOfCount[]
  lsoa_rates: Record<string, RateCase[]>
  households_rate: RateCase[]
  proportions: { x: number; n: number; wilson95: Limits; clopper_pearson95: Limits }[]
  two_counts: TwoCounts[]
  change_by_type: TwoCounts[]
  lsoa_vs_rest: TwoCounts[]
  change_by_type_adjust: { p_central: number[]; holm: number[]; bh: number[] }
}

const rates = oracle<Rates>('a_rates/rates.json')

function expectClose(found: number | null, expected: number | null, tolerance: number, what: string) {
  if (expected === null || found === null) return expect(found, what).toBe(expected)
  expect(difference(found, expected), `${what}: ${found} against ${expected}`).toBeLessThanOrEqual(tolerance)
}
const expectLimits = (
  found: { lower: number; upper: number | null },
  expected: Limits,
  tolerance: number,
  what: string,
) => {
  expectClose(found.lower, expected[0], tolerance, `${what}, lower`)
  expectClose(found.upper, expected[1], tolerance, `${what}, upper`)
}

describe.skipIf(!rates)(
  'against R’s rates, intervals and comparisons (skipped where the reference results are absent)',
  () => {
    it('byarsInterval and exactPoissonInterval agree to 1e-9 at 95 and 99.8 %', () => {
      for (const { count, byar95, exact95, byar998, exact998 } of rates!.count_limits) {
        expectLimits(byarsInterval(count), byar95, 1e-9, `Byar of ${count}`)
        expectLimits(exactPoissonInterval(count), exact95, 1e-9, `exact of ${count}`)
        expectLimits(byarsInterval(count, 0.998), byar998, 1e-9, `Byar of ${count}, 99.8 %`)
        expectLimits(exactPoissonInterval(count, 0.998), exact998, 1e-9, `exact of ${count}, 99.8 %`)
      }
    })

    it('ratePer agrees to 1e-9 by both methods at both levels', () => {
      const cases = [...Object.values(rates!.lsoa_rates).flat(), ...rates!.households_rate]
      expect(cases.length).toBeGreaterThan(0)
      for (const { count, denominator, per, rate, byar95, exact95, byar998, exact998 } of cases) {
        const what = `${count} in ${denominator}`
        expectClose(ratePer(count, denominator, per).rate, rate, 1e-9, what)
        expectLimits(ratePer(count, denominator, per), exact95, 1e-9, what)
        expectLimits(ratePer(count, denominator, per, { level: 0.998 }), exact998, 1e-9, what)
        expectLimits(ratePer(count, denominator, per, { method: 'byar' }), byar95, 1e-9, what)
        expectLimits(ratePer(count, denominator, per, { method: 'byar', level: 0.998 }), byar998, 1e-9, what)
      }
    })

    it('wilsonInterval and clopperPearsonInterval agree to 1e-8', () => {
      for (const { x, n, wilson95, clopper_pearson95 } of rates!.proportions) {
        expectLimits(wilsonInterval(x, n), wilson95, 1e-8, `Wilson ${x} of ${n}`)
        expectLimits(clopperPearsonInterval(x, n), clopper_pearson95, 1e-8, `Clopper–Pearson ${x} of ${n}`)
      }
    })

    it('compareCounts and logRatioInterval agree: ratio 1e-9, intervals 1e-8, central p 1e-9', () => {
      for (const c of [...rates!.two_counts, ...rates!.change_by_type, ...rates!.lsoa_vs_rest]) {
        const what = `${c.x1}/${c.exposure1} against ${c.x0}/${c.exposure0}`
        const found = compareCounts(c.x1, c.exposure1, c.x0, c.exposure0)
        expectClose(found.ratio, c.rate_ratio, 1e-9, what)
        expectClose(found.percentageChange, c.pct_change, 1e-9, what)
        expectClose(found.difference, c.rate_difference, 1e-9, what)
        expectLimits(found.interval, c.exact.ci95_clopper, 1e-8, what)
        expectClose(found.p, c.exact.p_central, 1e-9, `${what}, p`)
        if (!c.wald_log) continue
        const log = logRatioInterval(c.x1, c.exposure1, c.x0, c.exposure0, 1)
        expectLimits(log.interval, c.wald_log.ci95, 1e-8, `${what}, log`)
        expectClose(log.p, c.wald_log.p, 1e-9, `${what}, log p`)
      }
    })

    it('areaAgainstRest takes the area out of the whole', () => {
      for (const c of rates!.lsoa_vs_rest) {
        const area = { count: c.x1, population: c.exposure1 }
        const whole = { count: c.x1 + c.x0, population: c.exposure1 + c.exposure0 }
        expectClose(areaAgainstRest(area, whole).p, c.exact.p_central, 1e-9, `${c.x1} of ${whole.count}`)
      }
    })

    it('holm and benjaminiHochberg agree with p.adjust to 1e-9', () => {
      const { p_central, holm: byHolm, bh } = rates!.change_by_type_adjust
      for (const [i, p] of holm(p_central).entries()) expectClose(p, byHolm[i]!, 1e-9, `Holm ${i}`)
      for (const [i, p] of benjaminiHochberg(p_central).entries()) expectClose(p, bh[i]!, 1e-9, `BH ${i}`)
    })
  },
)
