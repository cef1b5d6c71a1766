import { type CusumChart, cusumChart, cusumRunLength, ewmaChart, xmrChart } from '../../../src/index.ts'
import { type Comparable, compared, type OracleItem } from '../../item.ts'
import type { Values } from './run-rules.ts'

export interface CusumCase {
  mu: number
  sigma: number
  k: number
  h: number
  reset: boolean
  c_plus: Values
  c_minus: Values
  signals: number[]
}

export interface EwmaCase {
  lambda: number
  L: number
  mu: number
  sigma: number
  ewma: Values
  ucl: Values
  lcl: Values
  out: number[]
}

export function* cusumItems(name: string, y: Values, cases: Record<string, CusumCase>): Generator<OracleItem> {
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

export function* runLengthItems(name: string, length: number | string): Generator<OracleItem> {
  const named = /^k(\d+)_h(\d+)(?:_shift(\d+))?$/.exec(name)
  if (!named || typeof length !== 'number') return
  const [k, h, shift] = named.slice(1).map((digits) => inDigits(digits ?? '0'))
  yield compared(`average run length of CUSUM, ${name}`, 'cusumRunLength', 1e-9, [
    [cusumRunLength(k!, h!, shift).either, length],
  ])
}

/** `05` stands for 0.5, `5` for 5. */
const inDigits = (digits: string) => Number(/^0\d/.test(digits) ? `0.${digits.slice(1)}` : digits)

export function* ewmaItems(name: string, expected: EwmaCase, y: Values): Generator<OracleItem> {
  const { mu, sigma, lambda, L } = expected
  const chart = ewmaChart(y, { mean: mu, sigma, lambda, width: L })
  yield compared(`EWMA of ${name}: averages and limits`, 'ewmaChart', 1e-9, [
    [chart.average, expected.ewma],
    [chart.upper, expected.ucl],
    [chart.lower, expected.lcl],
  ])
  yield compared(`EWMA of ${name}: months outside`, 'ewmaChart', 0, [[chart.outside, expected.out]])
}
