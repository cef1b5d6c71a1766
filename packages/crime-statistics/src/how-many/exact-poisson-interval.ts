import { requireCount, requireLevel } from '../check-inputs.ts'
import { poissonLowerTail, poissonMass, poissonUpperTail } from '../distributions/poisson.ts'
import type { Interval } from '../interval.ts'
import { byarsInterval } from './byars-interval.ts'

/** From this count on Byar's limits agree with the exact ones to 15 digits, and summing tails would be slow. */
const LARGE = 1e9

/**
 * Between which limits does the level behind a count lie, when chance alone moves it? The exact (Garwood) confidence
 * interval of a count taken as Poisson: the lower limit is the mean at which this many or more has probability (1 −
 * level)/2, the upper the mean at which this many or fewer has. Never too narrow; a little wide for few events.
 *
 * @formula lower χ²(α/2; 2·count)/2, upper χ²(1 − α/2; 2·count + 2)/2, with α = 1 − level
 * @use for any count, few events above all
 * @avoid for counts of victims or offences that come in runs (one event recorded many times): the interval is then too narrow
 *
 * @param count events observed: a whole number, 0 or more
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns lower and upper limits, in events; the lower limit of no event is 0
 * @throws RangeError if count is not whole or is below 0, or level is outside 0 to 1
 * @see Garwood F (1936). Fiducial limits for the Poisson distribution. Biometrika 28: 437–442. doi:10.1093/biomet/28.3-4.437
 * @example exactPoissonInterval(25) // { lower: 16.1787, upper: 36.9049 }
 */
export function exactPoissonInterval(count: number, level = 0.95): Interval {
  requireCount(count, 'count')
  requireLevel(level)
  const start = byarsInterval(count, level)
  if (count >= LARGE) return start
  const tail = (1 - level) / 2
  return { lower: lowerLimit(count, tail, start.lower), upper: upperLimit(count, tail, start.upper) }
}

function lowerLimit(count: number, tail: number, start: number): number {
  if (count === 0) return 0
  return solve(start > 0 ? start : 1e-3, (mean) => {
    const p = poissonUpperTail(count, mean)
    return (Math.log(p / tail) * p) / (count * poissonMass(count, mean))
  })
}

function upperLimit(count: number, tail: number, start: number): number {
  if (count === 0) return -Math.log(tail)
  return solve(start, (mean) => {
    const p = poissonLowerTail(count, mean)
    return (-Math.log(p / tail) * p) / (mean * poissonMass(count, mean))
  })
}

/**
 * Newton's steps on the logarithm of the mean, in which the logarithm of a tail is concave: it cannot leave the
 * positive means and settles in a few steps.
 */
function solve(start: number, step: (mean: number) => number): number {
  let mean = start
  for (let i = 0; i < 100; i++) {
    const change = step(mean)
    mean *= Math.exp(-change)
    if (Math.abs(change) < 1e-15) break
  }
  return mean
}
