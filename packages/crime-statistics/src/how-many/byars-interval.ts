import { requireCount, requireLevel } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'

/**
 * Between which limits does the level behind a count lie, by a formula short enough for a spreadsheet? Byar's
 * approximation to the exact Poisson limits. Divide both limits by the population to get an interval for a rate. Close
 * to the exact limits from about 10 events; below that use {@link exactPoissonInterval}. The published formula is
 * returned as it is, so at levels near 1 the lower limit of a single event falls just below 0 (−0.003 at 99.8 %).
 *
 * @formula lower n(1 − 1/9n − z/3√n)³ at n = count; upper n(1 − 1/9n + z/3√n)³ at n = count + 1
 * @use where the report's other rates use Byar's method, as English public health does
 * @avoid below 10 events: exactPoissonInterval; for crimes that come in runs, which vary more than a Poisson count, see changeInterval
 *
 * @param count events observed: a whole number, 0 or more
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns lower and upper limits, in events; the lower limit of no event is 0 by definition
 * @throws RangeError if count is not whole or is below 0, or level is outside 0 to 1
 * @see Breslow NE, Day NE (1987). Statistical Methods in Cancer Research, volume II. Lyon: IARC, page 69.
 * @example byarsInterval(25) // { lower: 16.1743, upper: 36.9065 }
 */
export function byarsInterval(count: number, level = 0.95): Interval {
  requireCount(count, 'count')
  requireLevel(level)
  const z = normalTwoSided(level)
  return { lower: count === 0 ? 0 : byarsLimit(count, -z), upper: byarsLimit(count + 1, z) }
}

const byarsLimit = (n: number, z: number) => n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3
