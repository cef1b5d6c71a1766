import {
  breaksInMean,
  type CusumChart,
  cChart,
  changesInMean,
  changesInRate,
  cusumChart,
  cusumRunLength,
  ewmaChart,
  laneyPChart,
  laneyUChart,
  makingDataCountSignals,
  nelsonSignals,
  pChart,
  seasonallyAdjusted,
  uChart,
  westernElectricSignals,
  xmrChart,
} from '../../../src/index.ts'
import { type Comparable, compared, type OracleItem, type OracleSuite } from '../../item.ts'

type Values = (number | null)[]

interface Rules {
  z: Values
  nelson: Record<string, number[]>
  western_electric: Record<string, number[]>
  nhs_mdc: Record<string, number[]>
}

interface XmrCase {
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

interface CCase {
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

interface UCase extends Limits {
  count: Values
  exposure: number[]
  u: Values
  laney: { sigma_z: number; sigma_z_exact_d2: number; ucl: Values; lcl: Values; out: number[]; z: Values }
}

interface PCase extends Limits {
  x: Values
  n: number[]
  laney: { sigma_z: number; ucl: Values; lcl: Values }
}

interface CusumCase {
  mu: number
  sigma: number
  k: number
  h: number
  reset: boolean
  c_plus: Values
  c_minus: Values
  signals: number[]
}

interface EwmaCase {
  lambda: number
  L: number
  mu: number
  sigma: number
  ewma: Values
  ucl: Values
  lcl: Values
  out: number[]
}

interface ChangesCase {
  y: Values
  minseg: number
  sigma2: number | null
  [search: string]: unknown
}

interface Spc {
  xmr: Record<string, { y: Values } & Record<string, XmrCase>>
  c: Record<string, CCase>
  u: Record<string, UCase>
  p: Record<string, PCase>
  cusum: Record<string, { y: Values; baseline: string } & Record<string, CusumCase>>
  cusum_arl: Record<string, number | string>
  ewma: Record<string, EwmaCase>
  changepoints: Record<string, ChangesCase>
}

export const suite: OracleSuite<Spc> = function* (data) {
  for (const [name, { y, ...cases }] of Object.entries(data.xmr))
    for (const [base, expected] of Object.entries(cases)) yield* xmrItems(`XmR of ${name}, ${base}`, y, expected)
  for (const [name, expected] of Object.entries(data.c)) yield* cItems(`c chart of ${name}`, expected)
  for (const [name, expected] of Object.entries(data.u)) yield* uItems(`u chart of ${name}`, expected)
  for (const [name, expected] of Object.entries(data.p)) yield* pItems(`p chart of ${name}`, expected)
  for (const [name, { y, baseline: _, ...cases }] of Object.entries(data.cusum)) yield* cusumItems(name, y, cases)
  for (const [name, length] of Object.entries(data.cusum_arl)) yield* runLengthItems(name, length)
  for (const [name, expected] of Object.entries(data.ewma))
    yield* ewmaItems(name, expected, seriesOf(data, name, expected))
  for (const [name, expected] of Object.entries(data.changepoints)) yield* changeItems(name, expected)
  yield* adjustedItems(data)
}

function* xmrItems(what: string, y: Values, expected: XmrCase): Generator<OracleItem> {
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

function* ruleItems(what: string, y: Values, centre: number, sigma: number, rules: Rules): Generator<OracleItem> {
  const nelson = nelsonSignals(y, centre, sigma)
  const electric = westernElectricSignals(y, centre, sigma)
  const nhs = makingDataCountSignals(y, centre, sigma)
  yield compared(`${what}: distances from the centre`, 'nelsonSignals', 1e-9, [[nelson.z, rules.z]])
  yield signals(`${what}: Nelson`, 'nelsonSignals', rules.nelson, {
    r1_beyond_3s: nelson.beyondThreeSigma,
    r2_9_same_side: nelson.nineOnOneSide,
    r3_6_points_trend: nelson.sixInTrend,
    r4_14_alternating: nelson.fourteenAlternating,
    r5_2of3_beyond_2s: nelson.twoOfThreeBeyondTwoSigma,
    r6_4of5_beyond_1s: nelson.fourOfFiveBeyondOneSigma,
    r7_15_within_1s: nelson.fifteenWithinOneSigma,
    r8_8_outside_1s: nelson.eightOutsideOneSigma,
  })
  yield signals(`${what}: Western Electric`, 'westernElectricSignals', rules.western_electric, {
    we1: electric.beyondThreeSigma,
    we2_2of3_2s: electric.twoOfThreeBeyondTwoSigma,
    we3_4of5_1s: electric.fourOfFiveBeyondOneSigma,
    we4_8_same_side: electric.eightOnOneSide,
  })
  yield signals(`${what}: making data count`, 'makingDataCountSignals', rules.nhs_mdc, {
    shift_7_same_side: nhs.sevenOnOneSide,
    trend_7_points: nhs.sevenInTrend,
    two_of_three_beyond_2s_incl_current_any: nhs.twoOfThreeNearLimit,
  })
}

const signals = (item: string, name: string, expected: Record<string, number[]>, found: Record<string, number[]>) =>
  compared(
    item,
    name,
    0,
    Object.entries(expected).map(([rule, places]) => [found[rule], places] as const),
    'absolute',
  )

function* cItems(what: string, expected: CCase): Generator<OracleItem> {
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

function* uItems(what: string, expected: UCase): Generator<OracleItem> {
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

function* pItems(what: string, expected: PCase): Generator<OracleItem> {
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

function* cusumItems(name: string, y: Values, cases: Record<string, CusumCase>): Generator<OracleItem> {
  for (const [variant, expected] of Object.entries(cases)) {
    const { mu, sigma, k, h, reset } = expected
    const chart = cusumChart(y, { mean: mu, sigma, k, h, reset })
    const what = `CUSUM of ${name}, ${variant}`
    yield compared(`${what}: sums`, 'cusumChart', 1e-9, sumsOf(chart, expected))
    yield compared(`${what}: signals`, 'cusumChart', 0, [[chart.signals, expected.signals]])
  }
  const [first] = Object.values(cases)
  if (first)
    yield compared(`CUSUM of ${name}: mean and sigma of its baseline`, 'xmrChart', 1e-9, [baselinePair(y, first)])
}

const sumsOf = (chart: CusumChart, { c_plus, c_minus }: CusumCase) =>
  [
    [chart.high, c_plus],
    [chart.low, c_minus],
  ] as const

/** The file names the baseline in words only: it is the beginning of the series whose mean agrees; then sigma must too. */
function baselinePair(y: Values, { mu, sigma }: CusumCase): readonly [Comparable, Comparable] {
  const charts = y.slice(2).map((_, i) => xmrChart(y, { baseline: i + 2, constants: 'exact' }))
  const chart = charts.sort((a, b) => distance(a, mu, sigma) - distance(b, mu, sigma))[0]
  return [
    [chart?.centre, chart?.sigma],
    [mu, sigma],
  ]
}

const distance = ({ centre, sigma }: { centre: number; sigma: number }, mu: number, expected: number) =>
  Math.abs(centre - mu) + Math.abs(sigma - expected)

function* runLengthItems(name: string, length: number | string): Generator<OracleItem> {
  const named = /^k(\d+)_h(\d+)(?:_shift(\d+))?$/.exec(name)
  if (!named || typeof length !== 'number') return
  const [k, h, shift] = named.slice(1).map((digits) => inDigits(digits ?? '0'))
  yield compared(`average run length of CUSUM, ${name}`, 'cusumRunLength', 1e-9, [
    [cusumRunLength(k!, h!, shift).either, length],
  ])
}

/** `05` stands for 0.5, `5` for 5. */
const inDigits = (digits: string) => Number(/^0\d/.test(digits) ? `0.${digits.slice(1)}` : digits)

function* ewmaItems(name: string, expected: EwmaCase, y: Values): Generator<OracleItem> {
  const { mu, sigma, lambda, L } = expected
  const chart = ewmaChart(y, { mean: mu, sigma, lambda, width: L })
  yield compared(`EWMA of ${name}: averages and limits`, 'ewmaChart', 1e-9, [
    [chart.average, expected.ewma],
    [chart.upper, expected.ucl],
    [chart.lower, expected.lcl],
  ])
  yield compared(`EWMA of ${name}: months outside`, 'ewmaChart', 0, [[chart.outside, expected.out]])
}

/** The file names the EWMA's series by a short name and leaves its values out: it is the one of the file whose first month agrees. */
function seriesOf({ xmr, changepoints }: Spc, name: string, { ewma, mu, lambda }: EwmaCase): Values {
  const given = xmr[name]?.y
  if (given) return given
  const agrees = (value: number | null | undefined) =>
    typeof value === 'number' && Math.abs(lambda * value + (1 - lambda) * mu - ewma[0]!) < 1e-9 * Math.abs(mu)
  const candidates = [...Object.values(xmr), ...Object.values(changepoints)].map(({ y }) => y as Values)
  const found = candidates.find((y) => y.length === ewma.length && agrees(y[0]))
  if (!found) throw new RangeError(`no series of the file is the one of EWMA ${name}`)
  return found
}

function* changeItems(name: string, expected: ChangesCase): Generator<OracleItem> {
  const { y, minseg: minimumLength, sigma2 } = expected
  for (const [search, result] of Object.entries(expected)) {
    const penalised = /^(gaussian|poisson)_pen_([\d.]+)logn$/.exec(search)
    const criterion = /^strucchange_bai_perron_h(\d+)_bic$/.exec(search)
    const what = `changes of ${name}, ${search}`
    if (penalised) {
      const { changepoints, objective } = result as { changepoints: number[]; objective: number }
      const options = { penalty: Number(penalised[2]), minimumLength }
      const gaussian = penalised[1] === 'gaussian'
      const called = gaussian ? 'changesInMean' : 'changesInRate'
      const found = gaussian ? changesInMean(y, options) : changesInRate(y, options)
      yield compared(`${what}: places`, called, 0, [[found.changes, changepoints]])
      yield compared(`${what}: objective`, called, 1e-9, [
        [found.objective, objective],
        ['variance' in found ? (found.variance as number) : sigma2, sigma2],
      ])
    }
    if (criterion) yield* criterionItems(what, breaksInMean(y, { minimumLength: Number(criterion[1]) }), result)
  }
}

function* criterionItems(what: string, found: ReturnType<typeof breaksInMean>, result: unknown): Generator<OracleItem> {
  const expected = result as { breakpoints: number[]; rss_by_breaks: number[]; bic_by_breaks: Values }
  const shown = expected.rss_by_breaks.length
  yield compared(`${what}: places`, 'breaksInMean', 0, [[found.breaks, expected.breakpoints]])
  yield compared(`${what}: residuals and BIC by number`, 'breaksInMean', 1e-9, [
    [found.residuals.slice(0, shown), expected.rss_by_breaks],
    [found.bic.slice(0, shown), expected.bic_by_breaks],
  ])
}

/** Adjusted series are given to three decimals, so they can agree to half a thousandth only. */
function* adjustedItems({ changepoints }: Spc): Generator<OracleItem> {
  for (const [name, { y }] of Object.entries(changepoints)) {
    const raw = changepoints[name.split(' | seasonally adjusted')[0]!]
    if (!name.includes(' | seasonally adjusted') || !raw) continue
    const adjusted = seasonallyAdjusted(raw.y as number[], { seasonalWindow: 'periodic' })
    yield compared(`${name}: the adjusted series`, 'seasonallyAdjusted', 5.0001e-4, [[adjusted, y]], 'absolute')
  }
}
