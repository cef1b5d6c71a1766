import {
  bonferroniExactIntervals,
  goodmanIntervals,
  leadOverSecond,
  quesenberryHurstIntervals,
  sisonGlazIntervals,
  waldIntervals,
  wilsonIntervals,
} from '../../../src/index.ts'
import { compared, type OracleSuite } from '../../item.ts'

type Limits = [number, number]

interface Columns {
  lower: number[]
  upper: number[]
}

interface Question {
  x: number[]
  n: number
  p: number[]
  wilson95_each: Limits[]
  goodman: Columns & { chi2: number }
  sison_glaz: Columns & { c: number; delta: number; p_c: number; p_c1: number }
  quesenberry_hurst: Columns
  bonferroni_clopper_pearson: Limits[]
  wald95_each: Limits[]
  difference_top_two: { diff: number; se: number; ci95: Limits }
}

const TOLERANCE = 1e-9

const rows = (intervals: { lower: number; upper: number }[]) => intervals.map(({ lower, upper }) => [lower, upper])
const columns = (intervals: { lower: number; upper: number }[]) => [
  intervals.map(({ lower }) => lower),
  intervals.map(({ upper }) => upper),
]

export const suite: OracleSuite<Record<string, unknown>> = function* (data) {
  for (const [name, value] of Object.entries(data)) {
    if (name === 'meta') continue
    const question = value as Question
    const { x, n } = question
    yield compared(`${name}: Goodman`, 'goodmanIntervals', TOLERANCE, [
      [columns(goodmanIntervals(x)), [question.goodman.lower, question.goodman.upper]],
    ])
    const { intervals, halfWidth, delta, chances } = sisonGlazIntervals(x)
    yield compared(`${name}: Sison–Glaz`, 'sisonGlazIntervals', TOLERANCE, [
      [columns(intervals), [question.sison_glaz.lower, question.sison_glaz.upper]],
    ])
    yield compared(`${name}: Sison–Glaz half-width, delta and chances`, 'sisonGlazIntervals', TOLERANCE, [
      [halfWidth, question.sison_glaz.c],
      [
        [delta, ...chances],
        [question.sison_glaz.delta, question.sison_glaz.p_c, question.sison_glaz.p_c1],
      ],
    ])
    yield compared(`${name}: Quesenberry–Hurst`, 'quesenberryHurstIntervals', TOLERANCE, [
      [columns(quesenberryHurstIntervals(x)), [question.quesenberry_hurst.lower, question.quesenberry_hurst.upper]],
    ])
    yield compared(`${name}: Bonferroni exact`, 'bonferroniExactIntervals', TOLERANCE, [
      [rows(bonferroniExactIntervals(x)), question.bonferroni_clopper_pearson],
    ])
    yield compared(`${name}: Wilson each`, 'wilsonIntervals', TOLERANCE, [
      [rows(wilsonIntervals(x)), question.wilson95_each],
    ])
    yield compared(`${name}: Wald each, and the shares in their middle`, 'waldIntervals', TOLERANCE, [
      [rows(waldIntervals(x)), question.wald95_each],
      [waldIntervals(x).map(({ lower, upper }) => (lower + upper) / 2), question.p],
      [x.reduce((sum, count) => sum + count, 0), n],
    ])
    const { lead, standardError, interval } = leadOverSecond(x)
    yield compared(`${name}: lead of the first over the second`, 'leadOverSecond', TOLERANCE, [
      [
        [lead, standardError],
        [question.difference_top_two.diff, question.difference_top_two.se],
      ],
      [[interval.lower, interval.upper], question.difference_top_two.ci95],
    ])
  }
}
