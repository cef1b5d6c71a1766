import { emergingIssues, type NamedSeries } from 'crime-statistics'
import { type StatisticsCase, timed } from '../statistics-case.ts'

interface Check {
  total: number
  alarms: number
  trends: number
  upper: number
}

/**
 * Judges the latest month of each series, as the peer does, by the peer's own model and threshold; the share of false
 * alerts is controlled on top of that.
 */
export const cases: StatisticsCase[] = [
  {
    work: 'Emerging-issue scan, latest month of 2,000 series × 60 months',
    peer: {
      language: 'R',
      script: 'peers/emerging.R',
      bench: 'emerging_2000',
      impl: 'surveillance::farringtonFlexible',
    },
    aim: 0.05,
    async ours() {
      const list = series()
      const { seconds, answer } = await timed(() =>
        emergingIssues(list, { threshold: 'delta', outbreakResidual: 2.58, likeSurveillance: true }),
      )
      const check = { total: total(list), alarms: 0, trends: 0, upper: 0 }
      for (const { exceeds, trend, upperBound, notAssessable } of answer.assessments) {
        if (exceeds) check.alarms++
        if (trend) check.trends++
        if (notAssessable === null) check.upper += upperBound!
      }
      return { seconds, check }
    },
    sameWork(ours, peer) {
      const [found, expected] = [ours as Check, peer as Check]
      for (const name of ['total', 'alarms', 'trends'] as const)
        if (found[name] !== expected[name]) return `${name} ${found[name]} against ${expected[name]}`
      const apart = Math.abs(found.upper / expected.upper - 1)
      return apart < 1e-9 ? true : `sums of upper bounds are ${apart} apart`
    },
  },
]

let made: NamedSeries[] | undefined

/** The peer's counts: groups of 1 to 3, means of 0.5 to 43, a season, and in every hundredth series three times as many at last. */
function series(): NamedSeries[] {
  if (made) return made
  let state = 20220930
  const uniform = () => {
    state = (16807 * state) % 2147483647
    return state / 2147483647
  }
  const poisson = (mean: number) => {
    const least = Math.exp(-mean)
    let count = 0
    for (let product = uniform(); product > least; product *= uniform()) count++
    return count
  }
  made = Array.from({ length: 2000 }, (_, s) => {
    const size = 1 + (s % 3)
    const level = 0.5 + ((s * 7) % 29)
    const mean = (t: number) => ((level * (1 + ((t + s) % 12) / 24)) / size) * (t === 59 && s % 100 === 0 ? 3 : 1)
    return { name: `series ${s}`, counts: Array.from({ length: 60 }, (_, t) => size * poisson(mean(t))) }
  })
  return made
}

const total = (list: NamedSeries[]) =>
  list.reduce((sum, { counts }) => sum + Array.from(counts).reduce<number>((a, b) => a + b!, 0), 0)
