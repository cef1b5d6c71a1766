import {
  areaAgainstRest,
  benjaminiHochberg,
  byarsInterval,
  clopperPearsonInterval,
  compareCounts,
  directlyStandardisedRate,
  exactPoissonInterval,
  expectedEvents,
  funnelLimits,
  holm,
  indirectlyStandardisedRatio,
  logRatioInterval,
  midPComparison,
  minlikeComparisonP,
  minlikePoissonP,
  type OpenInterval,
  ratePer,
  scoreComparison,
  wilsonContinuityInterval,
  wilsonInterval,
} from '../../../src/index.ts'
import { compared, type OracleItem, type OracleSuite } from '../../item.ts'
import type { Limits, LimitsOfCount, Rates, TwoCounts } from './layout.ts'

const limits = ({ lower, upper }: OpenInterval) => [lower, upper]

export const suite: OracleSuite<Rates> = function* (data) {
  yield* countLimits('counts', data.count_limits, 1)
  for (const [type, cases] of Object.entries(data.lsoa_rates)) yield* countLimits(`rates of ${type}`, cases, 1)
  yield* countLimits('rates per household', data.households_rate, 1)
  yield* shares(data.proportions)
  yield* comparisons('two counts', data.two_counts)
  yield* comparisons('change by type', data.change_by_type)
  yield* comparisons('area against the rest', data.lsoa_vs_rest)
  yield compared(
    'area against the rest: central p from the whole',
    'areaAgainstRest',
    1e-9,
    data.lsoa_vs_rest.map(({ x1, exposure1, x0, exposure0, exact }) => [
      areaAgainstRest({ count: x1, population: exposure1 }, { count: x1 + x0, population: exposure1 + exposure0 }).p,
      exact.p_central,
    ]),
  )
  const { p_central, holm: byHolm, bh } = data.change_by_type_adjust
  yield compared('p-values adjusted by Holm', 'holm', 1e-9, [[holm(p_central), byHolm]])
  yield compared('p-values adjusted by Benjamini and Hochberg', 'benjaminiHochberg', 1e-9, [
    [benjaminiHochberg(p_central), bh],
  ])
  yield* funnel(data.funnel)
  yield* standardised(data)
}

/** Limits of counts, or of rates where a case has a denominator. */
function* countLimits(what: string, cases: readonly LimitsOfCount[], per: number): Generator<OracleItem> {
  const found = (c: LimitsOfCount, level: number, method: 'byar' | 'exact') =>
    c.denominator === undefined
      ? limits((method === 'byar' ? byarsInterval : exactPoissonInterval)(c.count, level))
      : limits(ratePer(c.count, c.denominator, c.per ?? per, { level, method }).interval)
  const rated = cases.filter(({ rate }) => rate !== undefined)
  if (rated.length > 0)
    yield compared(
      `${what}: rate`,
      'ratePer',
      1e-9,
      rated.map((c) => [ratePer(c.count, c.denominator!, c.per ?? per).rate, c.rate]),
    )
  for (const [key, level, method] of [
    ['byar95', 0.95, 'byar'],
    ['exact95', 0.95, 'exact'],
    ['byar998', 0.998, 'byar'],
    ['exact998', 0.998, 'exact'],
  ] as const)
    yield compared(
      `${what}: ${method} limits, ${100 * level} %`,
      rated.length > 0 ? 'ratePer' : method === 'byar' ? 'byarsInterval' : 'exactPoissonInterval',
      1e-9,
      cases.map((c) => [found(c, level, method), c[key]]),
    )
}

function* shares(cases: Rates['proportions']): Generator<OracleItem> {
  yield compared(
    'shares: Wilson',
    'wilsonInterval',
    1e-8,
    cases.map(({ x, n, wilson95 }) => [limits(wilsonInterval(x, n)), wilson95]),
  )
  // prop.test corrects by no more than the distance from half of the answers
  yield compared(
    'shares: Wilson with continuity correction',
    'wilsonContinuityInterval',
    1e-8,
    cases.map(({ x, n, wilson_cc95 }) => [
      limits(wilsonContinuityInterval(x, n, 0.95, Math.min(0.5, Math.abs(x - n / 2)))),
      wilson_cc95,
    ]),
  )
  yield compared(
    'shares: Clopper–Pearson',
    'clopperPearsonInterval',
    1e-8,
    cases.map(({ x, n, clopper_pearson95 }) => [limits(clopperPearsonInterval(x, n)), clopper_pearson95]),
  )
}

function* comparisons(what: string, cases: readonly TwoCounts[]): Generator<OracleItem> {
  const each = <T>(of: (a: number, ea: number, b: number, eb: number) => T, c: TwoCounts) =>
    of(c.x1, c.exposure1, c.x0, c.exposure0)
  const exact = cases.map((c) => [each(compareCounts, c), c] as const)
  const midP = cases.map((c) => [each(midPComparison, c), c] as const)
  const score = cases.map((c) => [each(scoreComparison, c), c] as const)
  yield compared(
    `${what}: rate ratio, % change, difference`,
    'compareCounts',
    1e-9,
    exact.map(([f, c]) => [
      [f.ratio, f.percentageChange, f.difference],
      [c.rate_ratio, c.pct_change, c.rate_difference],
    ]),
  )
  yield compared(
    `${what}: exact central p`,
    'compareCounts',
    1e-9,
    exact.map(([f, c]) => [f.p, c.exact.p_central]),
  )
  yield compared(
    `${what}: exact interval`,
    'compareCounts',
    1e-8,
    exact.map(([f, c]) => [limits(f.interval), c.exact.ci95_clopper]),
  )
  yield compared(
    `${what}: minlike p`,
    'minlikeComparisonP',
    1e-9,
    cases.map((c) => [each(minlikeComparisonP, c), c.exact.p_minlike]),
  )
  yield compared(
    `${what}: mid-p`,
    'midPComparison',
    1e-9,
    midP.map(([f, c]) => [f.p, c.exact.p_midp]),
  )
  // the reference gives a mid-p interval only where neither count is 0
  const withMidP = midP.filter(([, c]) => c.exact.ci95_midp)
  if (withMidP.length > 0)
    yield compared(
      `${what}: mid-p interval`,
      'midPComparison',
      1e-6,
      withMidP.map(([f, c]) => [limits(f.interval), c.exact.ci95_midp]),
    )
  const withWald = cases.filter(({ wald_log }) => wald_log)
  if (withWald.length > 0) {
    const wald = withWald.map((c) => [logRatioInterval(c.x1, c.exposure1, c.x0, c.exposure0, 1), c.wald_log!] as const)
    yield compared(
      `${what}: log-Wald interval`,
      'logRatioInterval',
      1e-8,
      wald.map(([f, w]) => [limits(f.interval), w.ci95]),
    )
    yield compared(
      `${what}: log-Wald standard error, z, p`,
      'logRatioInterval',
      1e-9,
      wald.map(([f, w]) => [
        [f.standardError, f.z, f.p],
        [w.se_log, w.z, w.p],
      ]),
    )
  }
  yield compared(
    `${what}: score z and p`,
    'scoreComparison',
    1e-9,
    score.map(([f, c]) => [
      [f.z, f.p],
      [c.score.z, c.score.p],
    ]),
  )
}

function* funnel({ mean_per_1000, limits: rows }: Rates['funnel']): Generator<OracleItem> {
  for (const [key, level, method] of [
    ['exact95', 0.95, 'exact'],
    ['exact998', 0.998, 'exact'],
    ['normal95', 0.95, 'normal'],
    ['normal998', 0.998, 'normal'],
  ] as const)
    yield compared(
      `funnel: ${method} limits, ${100 * level} %`,
      'funnelLimits',
      1e-9,
      rows.map((row) => [limits(funnelLimits(mean_per_1000, row.n, { level, method })), row[key] as Limits]),
    )
}

function* standardised({ dsr, smr }: Rates): Generator<OracleItem> {
  const groups = { counts: dsr.count, populations: dsr.population, standard: dsr.standard }
  const rate = (method: 'dobson byar' | 'dobson exact' | 'fay-feuer') => directlyStandardisedRate(groups, { method })
  yield compared('directly standardised rate', 'directlyStandardisedRate', 1e-9, [
    [rate('dobson byar').rate, dsr.dsr_per_1000],
  ])
  for (const [method, expected] of [
    ['dobson byar', dsr.dobson_byar95_per_1000],
    ['dobson exact', dsr.dobson_exact95_per_1000],
    ['fay-feuer', dsr.fay_feuer_gamma95_per_1000],
  ] as const) {
    const { interval } = rate(method)
    yield compared(`directly standardised rate: ${method} limits`, 'directlyStandardisedRate', 1e-9, [
      [interval ? limits(interval) : [null, null], expected],
    ])
  }
  const expected = expectedEvents(smr.population, smr.standard_rates)
  const exact = indirectlyStandardisedRatio(smr.observed, expected)
  yield compared('expected events', 'expectedEvents', 1e-9, [[expected, smr.expected]])
  yield compared('standardised ratio, exact limits, central p', 'indirectlyStandardisedRatio', 1e-9, [
    [
      [exact.ratio, ...limits(exact.interval), exact.p],
      [smr.smr, ...smr.exact95, smr.p_exact_central],
    ],
  ])
  yield compared('standardised ratio, Byar’s limits', 'indirectlyStandardisedRatio', 1e-9, [
    [limits(indirectlyStandardisedRatio(smr.observed, expected, { method: 'byar' }).interval), smr.byar95],
  ])
  yield compared('standardised ratio: minlike p', 'minlikePoissonP', 1e-9, [
    [minlikePoissonP(smr.observed, expected), smr.p_exact_minlike],
  ])
}
