import { cChart, laneyPChart, laneyUChart, pChart, uChart, xmrChart } from '../../../src/index.ts'
import { compared, type OracleItem } from '../../item.ts'
import { type Rules, ruleItems, type Values } from './run-rules.ts'

export interface XmrCase {
  n_baseline: number
  mean: number
  mr_bar: number
  sigma: number
  ucl: number
  lcl: number
  mr_ucl: number
  exact_d2: { ucl: number; lcl: number }
  median_version: { centre: number; mr_median: number; ucl: number; lcl: number; mr_ucl: number }
  mr_trimmed: { mr_bar: number; n_mr_used: number; ucl: number; lcl: number }
  moving_range: Values
  rules: Rules
}

export interface CCase {
  y: Values
  centre: number
  ucl: number
  lcl: number
  lcl_unclipped: number
  probability_limits_998: [number, number]
  dispersion: number | null
  out: number[]
  rules: Rules
}

interface Limits {
  centre: number
  ucl: Values
  lcl: Values
  out: number[]
}

export interface UCase extends Limits {
  count: Values
  exposure: number[]
  u: Values
  laney: { sigma_z: number; sigma_z_exact_d2: number; ucl: Values; lcl: Values; out: number[]; z: Values }
}

export interface PCase extends Limits {
  x: Values
  n: number[]
  laney: { sigma_z: number; ucl: Values; lcl: Values }
}

export function* xmrItems(what: string, y: Values, expected: XmrCase): Generator<OracleItem> {
  const baseline = expected.n_baseline
  const chart = xmrChart(y, { baseline })
  const exact = xmrChart(y, { baseline, constants: 'exact' })
  const median = xmrChart(y, { baseline, method: 'median' })
  const trimmed = xmrChart(y, { baseline, method: 'trimmed' })
  yield compared(`${what}: centre, spread and limits`, 'xmrChart', 1e-9, [
    [
      [chart.centre, chart.movingRange, chart.sigma, chart.upper, chart.lower, chart.movingRangeUpper],
      [expected.mean, expected.mr_bar, expected.sigma, expected.ucl, expected.lcl, expected.mr_ucl],
    ],
    [chart.baseline, expected.n_baseline],
    [chart.movingRanges.slice(1), expected.moving_range],
    [
      [exact.upper, exact.lower],
      [expected.exact_d2.ucl, expected.exact_d2.lcl],
    ],
  ])
  const { centre, mr_median, ucl, lcl, mr_ucl } = expected.median_version
  yield compared(`${what}: by medians`, 'xmrChart', 1e-9, [
    [
      [median.centre, median.movingRange, median.upper, median.lower, median.movingRangeUpper],
      [centre, mr_median, ucl, lcl, mr_ucl],
    ],
  ])
  yield compared(`${what}: trimmed`, 'xmrChart', 1e-9, [
    [
      [trimmed.movingRange, trimmed.rangesUsed, trimmed.upper, trimmed.lower],
      [expected.mr_trimmed.mr_bar, expected.mr_trimmed.n_mr_used, expected.mr_trimmed.ucl, expected.mr_trimmed.lcl],
    ],
  ])
  yield* ruleItems(what, y, exact.centre, exact.sigma, expected.rules)
}

export function* cItems(what: string, expected: CCase): Generator<OracleItem> {
  const chart = cChart(expected.y, { level: 0.998 })
  yield compared(`${what}: centre, limits and dispersion`, 'cChart', 1e-9, [
    [
      [chart.centre, chart.upper, chart.lower, chart.lowerUnclipped, chart.dispersion],
      [expected.centre, expected.ucl, expected.lcl, expected.lcl_unclipped, expected.dispersion],
    ],
  ])
  const { lower, upper } = chart.probabilityLimits
  yield compared(`${what}: probability limits and months outside`, 'cChart', 0, [
    [[lower, upper], expected.probability_limits_998],
    [chart.outside, expected.out],
  ])
  yield* ruleItems(what, expected.y, chart.centre, chart.sigma, expected.rules)
}

export function* uItems(what: string, expected: UCase): Generator<OracleItem> {
  const { count, exposure, laney } = expected
  const plain = uChart(count, exposure)
  const wide = laneyUChart(count, exposure)
  yield compared(`${what}: rates and limits`, 'uChart', 1e-9, [
    [plain.values, expected.u],
    [plain.centre, expected.centre],
    [plain.unclipped.upper, expected.ucl],
    [plain.lower, expected.lcl],
    [plain.z, laney.z],
  ])
  yield compared(`${what}: Laney's limits`, 'laneyUChart', 1e-9, [
    [wide.sigmaZ, laney.sigma_z],
    [laneyUChart(count, exposure, { constants: 'exact' }).sigmaZ, laney.sigma_z_exact_d2],
    [wide.unclipped.upper, laney.ucl],
    [wide.lower, laney.lcl],
  ])
  yield compared(`${what}: months outside`, 'uChart, laneyUChart', 0, [
    [plain.outside, expected.out],
    [wide.outside, laney.out],
  ])
}

export function* pItems(what: string, expected: PCase): Generator<OracleItem> {
  const { x, n, laney } = expected
  const plain = pChart(x, n)
  const wide = laneyPChart(x, n)
  yield compared(`${what}: centre and limits`, 'pChart', 1e-9, [
    [plain.centre, expected.centre],
    [plain.unclipped.upper, expected.ucl],
    [plain.lower, expected.lcl],
  ])
  yield compared(`${what}: months outside`, 'pChart', 0, [[plain.outside, expected.out]])
  yield compared(`${what}: Laney's limits`, 'laneyPChart', 1e-9, [
    [wide.sigmaZ, laney.sigma_z],
    [wide.unclipped.upper, laney.ucl],
    [wide.lower, laney.lcl],
  ])
}
