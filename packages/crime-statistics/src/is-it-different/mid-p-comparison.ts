import { requireCount, requireExposures, requireLevel } from '../check-inputs.ts'
import { binomialUpperTail } from '../distributions/beta.ts'
import { binomialMass } from '../distributions/saddle-point.ts'
import type { OpenInterval } from '../interval.ts'
import { centralRatio } from './central-ratio.ts'

export interface MidPComparison {
  /** rate of a divided by rate of b; null when b is 0 */
  ratio: number | null
  /** limits of the ratio; `upper` is null (no upper limit) when b is 0 */
  interval: OpenInterval
  /** mid-p two-sided p-value of equal rates */
  p: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: 'mid-p'
}

/**
 * Do two periods or areas with few events differ by more than chance? Of the chance of the very split that was seen
 * only half is counted. The exact interval of {@link compareCounts} is a little too wide for few events; the mid-p
 * interval holds the true ratio close to 95 times in 100 on average, and sometimes a little less often.
 *
 * @formula for X binomial of a + b events with odds ratio·exposureA/exposureB: lower limit where P(X > a) + ½P(X = a) =
 *   (1 − level)/2, upper where P(X < a) + ½P(X = a) is; p = twice the smaller of the two at a ratio of 1
 * @use for few events, where the exact interval's caution costs too much and its guarantee is not needed
 * @avoid where a decision rests on never claiming too much: compareCounts; for counts that vary more than chance: changeInterval
 *
 * @param a events of interest: a whole number, 0 or more
 * @param exposureA days, people or other exposure of a, above 0
 * @param b events it is set against
 * @param exposureB exposure of b, in the same unit
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns ratio, interval and p. With b = 0 the ratio is null and there is no upper limit; with both 0 p is 1
 * @throws RangeError if a count is not whole or is below 0, an exposure is not above 0, or level is outside 0 to 1
 * @see Lancaster HO (1961). Significance tests in discrete distributions. JASA 56: 223–234. doi:10.1080/01621459.1961.10482105
 * @see Berry G, Armitage P (1995). Mid-P confidence intervals: a brief review. The Statistician 44: 417–423. doi:10.2307/2348891
 * @example midPComparison(10, 365, 19, 366) // { ratio: 0.5278, p: 0.1002, interval: { lower: 0.2356, upper: 1.1266 } }
 */
export function midPComparison(
  a: number,
  exposureA: number,
  b: number,
  exposureB: number,
  level = 0.95,
): MidPComparison {
  requireCount(a, 'a')
  requireCount(b, 'b')
  requireExposures(exposureA, 'exposureA', exposureB, 'exposureB')
  requireLevel(level)
  const tail = (1 - level) / 2
  const perUnit = exposureB / exposureA
  const odds = exposureA / exposureB
  const wider = centralRatio(a, exposureA, b, exposureB, level).interval
  return {
    ratio: b === 0 ? null : (a / b) * perUnit,
    interval: {
      lower: lowerLimit(a, b, tail, wider.lower * odds, (wider.upper ?? Infinity) * odds) * perUnit,
      upper: b === 0 ? null : perUnit / lowerLimit(b, a, tail, 1 / (wider.upper! * odds), 1 / (wider.lower * odds)),
    },
    p: Math.min(1, 2 * Math.min(midUpperTail(a, b, odds), midUpperTail(b, a, 1 / odds))),
    level,
    method: 'mid-p',
  }
}

/** P(X > a) + ½P(X = a) of a + b events with these odds. */
function midUpperTail(a: number, b: number, odds: number): number {
  const half = binomialMass(a, b, odds / (1 + odds), 1 / (1 + odds)) / 2
  return b === 0 ? half : binomialUpperTail(a + 1, b - 1, odds) + half
}

/** Odds at which the tail is reached: Illinois steps between the central limits, on logarithms, in which it is nearly straight. */
function lowerLimit(a: number, b: number, tail: number, from: number, to: number): number {
  if (a === 0) return 0
  if (b === 0) return 1 / Math.expm1(-Math.log(2 * tail) / a)
  const excess = (logOdds: number) => Math.log(midUpperTail(a, b, Math.exp(logOdds)) / tail)
  let [low, high] = [Math.log(from), to < Infinity ? Math.log(to) : Math.log(from) + 1]
  let [below, above] = [excess(low), excess(high)]
  let kept = 0
  for (let i = 0; i < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); i++) {
    const between = (low * above - high * below) / (above - below)
    const next = between > low && between < high ? between : (low + high) / 2
    const found = excess(next)
    if (Math.abs(found) < 1e-14) return Math.exp(next)
    if (found > 0) {
      ;[high, above] = [next, found]
      if (kept === 1) below /= 2
      kept = 1
    } else {
      ;[low, below] = [next, found]
      if (kept === -1) above /= 2
      kept = -1
    }
  }
  return Math.exp((low + high) / 2)
}
