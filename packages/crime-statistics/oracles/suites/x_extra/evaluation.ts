import {
  controlledInterruptedTimeSeries,
  interruptedTimeSeries,
  type ModelEffect,
  relativeEffectSize,
  weightedDisplacementQuotient,
} from '../../../src/index.ts'
import { compared, type OracleFolder, type OracleItem, type OracleSuite } from '../../item.ts'

interface Res {
  treat_before: number
  treat_after: number
  control_before: number
  control_after: number
  dispersion: number
  res: number
  ln_se: number
  ci95: [number, number]
  z: number
  p: number
  pct_change_treat: number
  pct_change_control: number
  net_pct_effect: number
  prevented: number
}

interface Effect {
  coef: number
  se: number
  t: number
  p: number
  rate_ratio: number
  ci95_t: [number, number]
}

interface Its {
  dispersion: number
  df: number
  coef_all: Record<string, number>
  trend_per_year: Effect
  step: Effect
  slope_change_per_year: Effect
}

interface StepOnly {
  step: number
  se: number
  dispersion: number
  durbin_watson_of_pearson: number
}

interface Controlled {
  coef: number
  se: number
  p: number
  dispersion: number
}

interface File {
  meta: string
  relative_effect_size: Res[]
  wdq: {
    A: [number, number]
    B: [number, number]
    C: [number, number]
    success: number
    buffer: number
    wdq: number
  }[]
  /** `its_asb`, `its_asb_step_only`, `controlled_its_asb_vs_criminal_damage`: the series are named by the keys */
  [model: string]: unknown
}

const TOLERANCE = 1e-6

export const suite: OracleSuite<File> = function* (file, folder) {
  const { meta, relative_effect_size, wdq, ...models } = file
  for (const [i, expected] of relative_effect_size.entries()) yield effectSize(i, expected)
  for (const [i, expected] of wdq.entries()) yield displacement(i, expected)
  const start = Number(/\(index (\d+)\)/.exec(meta)?.[1])
  const series = monthlySeries(folder)
  for (const [name, expected] of Object.entries(models)) {
    const controlled = /^controlled_its_(.+)_vs_(.+)$/.exec(name)
    const single = /^its_(.+?)(_step_only)?$/.exec(name)
    if (controlled)
      yield controlledSeries(name, series(controlled[1]!), series(controlled[2]!), start, expected as Controlled)
    else if (single?.[2]) yield stepOnly(name, series(single[1]!), start, expected as StepOnly)
    else if (single) yield* stepAndSlope(name, series(single[1]!), start, expected as Its)
  }
}

function effectSize(i: number, expected: Res): OracleItem {
  const { treat_before, treat_after, control_before, control_after, dispersion } = expected
  const found = relativeEffectSize(
    {
      treated: { before: treat_before, after: treat_after },
      control: { before: control_before, after: control_after },
    },
    { dispersion },
  )
  return compared(`relative effect size ${i}, dispersion ${dispersion}`, 'relativeEffectSize', TOLERANCE, [
    [
      [found.effectSize, found.logStandardError, found.interval?.lower ?? null, found.interval?.upper ?? null],
      [expected.res, expected.ln_se, ...expected.ci95],
    ],
    [
      [found.z, found.p],
      [expected.z, expected.p],
    ],
    [
      [found.percentageTreated, found.percentageControl, found.netPercentage, found.prevented],
      [expected.pct_change_treat, expected.pct_change_control, expected.net_pct_effect, expected.prevented],
    ],
  ])
}

function displacement(i: number, expected: File['wdq'][number]): OracleItem {
  const area = ([before, after]: [number, number]) => ({ before, after })
  const found = weightedDisplacementQuotient({
    treated: area(expected.A),
    buffer: area(expected.B),
    control: area(expected.C),
  })
  return compared(`weighted displacement quotient ${i}`, 'weightedDisplacementQuotient', TOLERANCE, [
    [
      [found.success, found.bufferChange, found.quotient],
      [expected.success, expected.buffer, expected.wdq],
    ],
  ])
}

type Series = ReturnType<ReturnType<typeof monthlySeries>>

function* stepAndSlope(name: string, series: Series, start: number, expected: Its): Generator<OracleItem> {
  const found = interruptedTimeSeries(series, { start })
  const { coef_all } = expected
  yield compared(`${name}: all coefficients`, 'interruptedTimeSeries', TOLERANCE, [
    [
      [found.intercept, found.trendPerYear.coefficient, found.step.coefficient],
      [coef_all['(Intercept)'], coef_all.t, coef_all.step],
    ],
    [found.slopeChangePerYear?.coefficient, coef_all.after],
    ...Object.entries(coef_all).flatMap(([key, value]) => {
      const month = /^mon(\d+)$/.exec(key)?.[1]
      return month ? [[found.monthEffects[Number(month) - 1], value] as const] : []
    }),
  ])
  yield compared(`${name}: dispersion and degrees of freedom`, 'interruptedTimeSeries', TOLERANCE, [
    [
      [found.dispersion, found.degreesOfFreedom],
      [expected.dispersion, expected.df],
    ],
  ])
  for (const [what, effect, reference] of [
    ['trend', found.trendPerYear, expected.trend_per_year],
    ['step', found.step, expected.step],
    ['slope change', found.slopeChangePerYear!, expected.slope_change_per_year],
  ] as const)
    yield compared(`${name}: ${what}, with error, t, p and interval`, 'interruptedTimeSeries', TOLERANCE, [
      [
        fields(effect),
        [reference.coef, reference.se, reference.t, reference.p, reference.rate_ratio, ...reference.ci95_t],
      ],
    ])
}

const fields = ({ coefficient, standardError, t, p, rateRatio, interval }: ModelEffect) => [
  coefficient,
  standardError,
  t,
  p,
  rateRatio,
  interval.lower,
  interval.upper,
]

function stepOnly(name: string, series: Series, start: number, expected: StepOnly): OracleItem {
  const { step, dispersion, durbinWatson } = interruptedTimeSeries(series, { start, slopeChange: false })
  return compared(`${name}: step, error, dispersion, Durbin–Watson`, 'interruptedTimeSeries, durbinWatson', TOLERANCE, [
    [
      [step.coefficient, step.standardError, dispersion, durbinWatson],
      [expected.step, expected.se, expected.dispersion, expected.durbin_watson_of_pearson],
    ],
  ])
}

function controlledSeries(
  name: string,
  treated: Series,
  control: Series,
  start: number,
  expected: Controlled,
): OracleItem {
  const { step, dispersion } = controlledInterruptedTimeSeries(treated, control, { start })
  return compared(`${name}: step beyond the comparison's`, 'controlledInterruptedTimeSeries', TOLERANCE, [
    [
      [step.coefficient, step.standardError, step.p, dispersion],
      [expected.coef, expected.se, expected.p, expected.dispersion],
    ],
  ])
}

/** The type of crime whose name a key shortens: `asb` by initials, `criminal_damage` by its first words. */
function monthlySeries(folder: OracleFolder) {
  const [head, ...rows] = folder.text('data/monthly_counts.csv').trim().split('\n')
  const names = head!.split(',')
  const cells = rows.map((row) => row.split(','))
  return (key: string) => {
    const words = key.toLowerCase().replaceAll('_', ' ')
    const initials = (name: string) => name.match(/\b\w/g)!.join('').toLowerCase()
    const at = names.findIndex((name) => name.toLowerCase().startsWith(words) || initials(name) === words)
    if (at < 0) throw new Error(`no type of crime in data/monthly_counts.csv is called ${key}`)
    return {
      counts: cells.map((row) => Number(row[at])),
      monthsOfYear: cells.map((row) => Number(row[names.indexOf('month')]!.slice(5, 7))),
      days: cells.map((row) => Number(row[names.indexOf('days')])),
    }
  }
}
