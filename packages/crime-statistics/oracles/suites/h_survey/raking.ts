import {
  collapseMargin,
  kishEffect,
  kishWilsonInterval,
  postStratifiedWeights,
  rakeWeights,
  raoScottTest,
  type ShareIntervalMethod,
  trimWeights,
  type WeightedSample,
  type WeightedShare,
  weightedShare,
  weightedShareByGroup,
  weightedShareInterval,
  weightedShares,
} from '../../../src/index.ts'
import { type Comparable, compared, type OracleItem, type OracleSuite } from '../../item.ts'

type Limits = [number, number]
type Cell = string | number
type Targets = Record<string, number>

interface Estimates {
  var: string
  estimate: number | number[]
  se: number | number[]
  deff: number | number[]
  wald95_normal: Limits[]
  wald95_t: Limits[]
  svyciprop?: Record<string, { estimate: number; ci95: Limits }>
}

interface Raking {
  meta: { targets: Record<string, Targets>; start_weight: number; N: number }
  sample: Record<string, Cell>[]
  raked_weights: number[]
  kish: { deff_weights_1_plus_L: number; n_eff: number }
  raked_weight_range_over_mean: Limits
  unsafe_unweighted: { p: number; wilson95: Limits }
  unsafe_raked: Estimates
  unsafe_weights_fixed: Estimates
  unsafe_kish_wilson: { p: number; n_eff: number; wilson95: Limits }
  by_sex: Record<string, Cell[]> & { p: number[]; se: number[] }
  chisq_rao_scott: { F: number; ndf: number; ddf: number; p: number }
  empty_cell_case: { note: string }
}

const WEIGHTS = 1e-6
const ERRORS = 1e-5

const limits = (interval: { lower: number; upper: number } | null) => interval && [interval.lower, interval.upper]
const listed = <T>(value: T | T[]) => (Array.isArray(value) ? value : [value])

/** What R's `svyciprop` calls each method. */
const METHODS: Record<string, ShareIntervalMethod> = {
  logit: 'logit',
  xlogit: 'logit',
  beta: 'beta',
  likelihood: 'likelihood',
  mean: 'wald-t',
}

export const suite: OracleSuite<Raking> = function* (data) {
  const { meta, sample } = data
  const column = (name: string) => sample.map((row) => row[name]!)
  const margins = Object.entries(meta.targets).map(([name, targets]) => ({ name, categories: column(name), targets }))
  const startWeights = sample.map(() => meta.start_weight)
  const yes = column(data.unsafe_raked.var) as number[]
  const raked = rakeWeights(margins, { startWeights })
  const fixed: WeightedSample = { weights: raked.weights }
  const mean = raked.weights.reduce((sum, weight) => sum + weight, 0) / sample.length
  const kish = kishEffect(raked.weights)

  yield compared('raked weights', 'rakeWeights', WEIGHTS, [
    [raked.weights, data.raked_weights],
    [raked.converged, true],
  ])
  yield compared('range of raked weights over their mean', 'rakeWeights', WEIGHTS, [
    [[Math.min(...raked.weights) / mean, Math.max(...raked.weights) / mean], data.raked_weight_range_over_mean],
  ])
  yield compared('Kish design effect and effective size', 'kishEffect', WEIGHTS, [
    [
      [kish.designEffect, kish.effectiveSize],
      [data.kish.deff_weights_1_plus_L, data.kish.n_eff],
    ],
  ])
  yield* postStratified(data, margins, startWeights, yes)
  yield* trimmed(data, raked.weights, mean)

  const unweighted = weightedShare({ weights: startWeights }, yes)
  yield compared('unweighted share and Wilson limits', 'kishWilsonInterval', WEIGHTS, [
    [unweighted.share, data.unsafe_unweighted.p],
    [limits(kishWilsonInterval(unweighted.share, sample.length)), data.unsafe_unweighted.wilson95],
  ])
  yield* estimates('raked', [weightedShare(raked, yes)], data.unsafe_raked)
  yield* estimates('weights fixed', [weightedShare(fixed, yes)], data.unsafe_weights_fixed)
  const share = weightedShare(raked, yes).share
  yield compared('Wilson limits on the Kish effective size', 'kishWilsonInterval', WEIGHTS, [
    [share, data.unsafe_kish_wilson.p],
    [kish.effectiveSize, data.unsafe_kish_wilson.n_eff],
    [limits(kishWilsonInterval(share, kish.effectiveSize)), data.unsafe_kish_wilson.wilson95],
  ])
  yield* categories(data, raked, column)
  yield* groups(data, raked, column, yes)
  const groupName = Object.keys(meta.targets).find((name) => name in data.by_sex) ?? 'sex'
  const test = raoScottTest(raked, yes, column(groupName))
  yield compared('Rao–Scott F, degrees of freedom and p', 'raoScottTest', ERRORS, [
    [
      test && [test.f, ...test.degreesOfFreedom, test.p],
      [data.chisq_rao_scott.F, data.chisq_rao_scott.ndf, data.chisq_rao_scott.ddf, data.chisq_rao_scott.p],
    ],
  ])
  yield emptyCell(margins)
}

type Margin = { name: string; categories: Cell[]; targets: Targets }

/** Keys of the file that begin with `prefix`, with what follows it. */
const keysLike = (data: Raking, prefix: string) =>
  Object.entries(data).flatMap(([key, value]) =>
    key.startsWith(prefix) ? [{ key, rest: key.slice(prefix.length), value: value as unknown }] : [],
  )

/** `poststratified_age_weights` and `unsafe_poststratified_age`, whatever the margin is called. */
function* postStratified(data: Raking, margins: Margin[], startWeights: number[], yes: number[]): Iterable<OracleItem> {
  const samples = new Map(margins.map((margin) => [margin.name, postStratifiedWeights(margin, startWeights)]))
  for (const { key, rest, value } of keysLike(data, 'poststratified_')) {
    const weights = samples.get(rest.replace(/_weights$/, ''))?.weights
    yield compared(`weights: ${key}`, 'postStratifiedWeights', WEIGHTS, [[weights, value as number[]]])
  }
  for (const { key, rest, value } of keysLike(data, 'unsafe_poststratified_'))
    yield* estimates(key, [weightedShare(samples.get(rest)!, yes)], value as Estimates)
}

/** `trimmed_once_upper_2.5_mean`: the multiple stands in the key. */
function* trimmed(data: Raking, weights: Float64Array, mean: number): Iterable<OracleItem> {
  for (const { key, value } of keysLike(data, 'trimmed_once_')) {
    const upper = Number(/upper_([\d.]+)_mean/.exec(key)![1]) * mean
    yield compared(`weights: ${key}`, 'trimWeights', WEIGHTS, [[trimWeights(weights, { upper }), value as number[]]])
  }
}

/** Share, standard error, design effect and all intervals of one block. */
function* estimates(name: string, found: WeightedShare[], expected: Estimates): Iterable<OracleItem> {
  const all = (value: (estimate: WeightedShare) => Comparable) => found.map(value)
  yield compared(`${name}: share`, 'weightedShare', WEIGHTS, [[all(({ share }) => share), listed(expected.estimate)]])
  yield compared(`${name}: standard error`, 'weightedShare', ERRORS, [
    [all(({ standardError }) => standardError), listed(expected.se)],
  ])
  yield compared(`${name}: design effect`, 'weightedShare', ERRORS, [
    [all(({ designEffect }) => designEffect), listed(expected.deff)],
  ])
  for (const [key, method] of [
    ['wald95_normal', 'wald-normal'],
    ['wald95_t', 'wald-t'],
  ] as const)
    yield compared(`${name}: ${key}`, 'weightedShareInterval', ERRORS, [
      [all((estimate) => limits(weightedShareInterval(estimate, method))), expected[key]],
    ])
  for (const [method, { estimate, ci95 }] of Object.entries(expected.svyciprop ?? {}))
    yield compared(`${name}: svyciprop ${method}`, 'weightedShareInterval', ERRORS, [
      [found[0]!.share, estimate],
      [limits(weightedShareInterval(found[0]!, METHODS[method]!)), ci95],
    ])
}

/** Blocks such as `issue_raked`, which list levels of a question with one choice. */
function* categories(data: Raking, raked: WeightedSample, column: (name: string) => Cell[]): Iterable<OracleItem> {
  for (const [key, value] of Object.entries(data)) {
    const block = value as Estimates & { levels?: string[] }
    if (!block || typeof block !== 'object' || !block.levels) continue
    const shares = new Map(weightedShares(raked, column(block.var)).map((share) => [share.name, share]))
    yield* estimates(
      key,
      block.levels.map((level) => shares.get(level)!),
      block,
    )
  }
}

/** Blocks such as `by_sex`: shares within the groups of one column. */
function* groups(
  data: Raking,
  raked: WeightedSample,
  column: (name: string) => Cell[],
  yes: number[],
): Iterable<OracleItem> {
  for (const { key, rest, value } of keysLike(data, 'by_')) {
    const block = value as Raking['by_sex']
    const found = new Map(weightedShareByGroup(raked, yes, column(rest)).map((share) => [share.name, share]))
    const inOrder = block[rest]!.map((group) => found.get(String(group)))
    yield compared(`${key}: shares`, 'weightedShareByGroup', WEIGHTS, [[inOrder.map((group) => group?.share), block.p]])
    yield compared(`${key}: standard errors`, 'weightedShareByGroup', ERRORS, [
      [inOrder.map((group) => group?.standardError), block.se],
    ])
  }
}

/** A category without respondents is refused; collapsed into another it rakes to the margins. */
function emptyCell(margins: Margin[]): OracleItem {
  const emptied = margins.at(-1)!
  const [into, from] = Object.keys(emptied.targets).slice(-2) as [string, string]
  const categories = emptied.categories.map((category) => (String(category) === from ? into : category))
  const others = margins.slice(0, -1)
  let refused = ''
  try {
    rakeWeights([...others, { ...emptied, categories }])
  } catch (error) {
    refused = String(error)
  }
  const collapsed = rakeWeights([...others, collapseMargin({ ...emptied, categories }, from, into)])
  const met = collapsed.weights.reduce((sum, weight, i) => sum + (String(categories[i]) === into ? weight : 0), 0)
  return compared(
    'an empty category is refused, and collapsed rakes to the sum',
    'rakeWeights, collapseMargin',
    WEIGHTS,
    [
      [refused.includes(`"${from}" has a target of ${emptied.targets[from]} but no respondent`), true],
      [met, emptied.targets[from]! + emptied.targets[into]!],
      [collapsed.converged, true],
    ],
  )
}
