import { requireLevel } from '../check-inputs.ts'
import { poissonMass } from '../distributions/poisson.ts'
import type { Interval } from '../interval.ts'
import { choiceCounts } from './choice-counts.ts'

export interface SisonGlazIntervals {
  intervals: Interval[]
  /** the half-width c in respondents whose chance is just below the level */
  halfWidth: number
  /** part of the next respondent by which the upper limits go further, twice */
  delta: number
  /** chance that all counts are within ±c, and within ±(c + 1), of the expected */
  chances: [number, number]
}

/**
 * Between which limits do the shares of all answers to a question lie, all at once and with the same width? Sison and
 * Glaz's intervals, narrower than {@link goodmanIntervals} for large shares; the same width serves small ones badly,
 * so that answers chosen by few get a lower limit of 0 although somebody gave them.
 *
 * @formula p − c/n to p + c/n + 2δ/n; c the largest half-width whose chance, from truncated Poisson variables and an
 *   Edgeworth series, is below level; δ = (level − chance(c)) / (chance(c + 1) − chance(c))
 * @use for seven or more answers, none of them rare
 * @avoid with rare answers (0 below); where (nearly) all chose one answer, whose lower limit is then its share itself – 3 of
 *   3 are given 1 to 1: {@link goodmanIntervals}; and as the error of a self-selected sample, which has none in the strict
 *   sense
 * @param counts how often each answer was chosen
 * @param level chance that all intervals hold together, 0 to 1 exclusive; 0.95 when left out
 * @returns one interval for each answer, as proportions, with the half-width; the whole of 0 to 1 where so few have
 *   answered that no half-width reaches the level
 * @throws RangeError if there are fewer than 2 answers, a count is not whole, or all are 0
 * @see Sison CP, Glaz J (1995). Simultaneous confidence intervals and sample size determination for multinomial proportions. JASA 90: 366–369. doi:10.1080/01621459.1995.10476521
 * @see May WL, Johnson WD (2000). Constructing two-sided simultaneous confidence intervals for multinomial proportions for small counts in a large number of cells. Journal of Statistical Software 5(6). doi:10.18637/jss.v005.i06
 * @example sisonGlazIntervals([92, 26, 10, 6, 2]).intervals[4] // { lower: 0, upper: 0.0929 }
 */
export function sisonGlazIntervals(counts: ArrayLike<number>, level = 0.95): SisonGlazIntervals {
  const { x, n } = choiceCounts(counts)
  requireLevel(level)
  let before = 0
  for (let reach = 1; reach <= n; reach++) {
    const chance = chanceWithin(x, n, reach)
    if (chance > level && before < level) {
      const delta = (level - before) / (chance - before)
      const c = reach - 1
      const intervals = Array.from(x, (count) => ({
        lower: Math.max(0, (count - c) / n),
        upper: Math.min(1, (count + c + 2 * delta) / n),
      }))
      return { intervals, halfWidth: c, delta, chances: [before, chance] }
    }
    before = chance
  }
  return { intervals: Array.from(x, () => ({ lower: 0, upper: 1 })), halfWidth: n, delta: 0, chances: [before, 1] }
}

/** Chance that every count is within ±reach of its expected value, the counts adding up to n. */
function chanceWithin(x: Float64Array, n: number, reach: number): number {
  let [mean, variance, third, excess, inside] = [0, 0, 0, 0, 1]
  for (const expected of x) {
    const { mass, moments } = truncatedPoisson(expected, reach)
    const [m1, m2, m3, m4] = moments
    inside *= mass
    mean += m1
    variance += m2
    third += m3
    excess += m4 - 3 * m2 * m2
  }
  if (variance === 0) return 0
  const z = (n - mean) / Math.sqrt(variance)
  const skew = third / variance ** 1.5
  const kurtosis = excess / variance ** 2
  const series =
    1 +
    (skew * (z ** 3 - 3 * z)) / 6 +
    (kurtosis * (z ** 4 - 6 * z ** 2 + 3)) / 24 +
    (skew ** 2 * (z ** 6 - 15 * z ** 4 + 45 * z ** 2 - 15)) / 72
  const density = (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI * variance)
  return (inside * density) / poissonMass(n, n)
}

/** Mass, mean and central moments of a Poisson variable kept to its mean ± reach, from its factorial moments. */
function truncatedPoisson(mean: number, reach: number) {
  const least = Math.max(mean - reach, 0)
  const most = mean + reach
  let mass = 0
  for (let k = least; k <= most; k++) mass += poissonMass(k, mean)
  // P(least − r ≤ X < least) − P(most − r < X ≤ most): what the r-th factorial moment gains below and loses above.
  let shift = 0
  const factorial = [1, 2, 3, 4].map((r) => {
    if (least - r >= 0) shift += poissonMass(least - r, mean)
    if (most - r + 1 >= 0) shift -= poissonMass(most - r + 1, mean)
    return mean ** r * (1 + shift / mass)
  }) as [number, number, number, number]
  const [f1, f2, f3, f4] = factorial
  const m2 = f2 + f1 - f1 ** 2
  const m3 = f3 + f2 * (3 - 3 * f1) + (f1 - 3 * f1 ** 2 + 2 * f1 ** 3)
  const m4 = f4 + f3 * (6 - 4 * f1) + f2 * (7 - 12 * f1 + 6 * f1 ** 2) + f1 - 4 * f1 ** 2 + 6 * f1 ** 3 - 3 * f1 ** 4
  return { mass, moments: [f1, m2, m3, m4] as const }
}
