import { requireChoice, requireLevel, requireMean, requireObject, requirePositive } from '../check-inputs.ts'
import { normalTwoSided } from '../distributions/normal.ts'
import { poissonAtLeast, poissonAtMost, poissonMass, poissonQuantile } from '../distributions/poisson.ts'

export interface FunnelOptions {
  /** `rate` is per this many; 1,000 when left out */
  per?: number
  /** share of chance results inside the limits; 0.95 when left out. Funnels usually show 0.95 and 0.998 */
  level?: number
  /** `exact` when left out */
  method?: 'exact' | 'normal'
}

export interface FunnelLimits {
  /**
   * limits in events per `per`, never on the wrong side of the overall rate; the lower one may fall below 0 for small
   * populations: draw it at 0
   */
  lower: number
  upper: number
  per: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: 'exact' | 'normal'
}

/**
 * How far would an area of this size stray from the overall rate by chance alone? The two curves of a funnel plot at one
 * population: an area inside them is no different from the others as far as its count can tell.
 *
 * The exact limits are quantiles of the Poisson distribution with the expected count as its mean, made continuous by
 * going back from the quantile in proportion to the probability it overshoots by; so the lower limit of an area that
 * expects few events can come out below 0. Where so few are expected that no event at all is the upper quantile (0.025 for
 * the 95 % limits), going back from it would put even the upper limit below 0 and an area without an event above it: the
 * upper limit is then the overall rate itself, a choice made here. The normal limits are the rate ± z√(rate/population), rough under about
 * 10 expected events. The overall rate is taken as known, and events as independent: crime comes in runs, so more areas
 * than 5 in 100 will lie outside the 95 % limits. That is why 99.8 % is the usual line for a second look.
 *
 * @formula mean μ = rate·population; r = smallest count with P(X ≤ r) ≥ p; limit = (r − (P(X ≤ r) − p)/P(X = r))/population,
 *   at p = (1 − level)/2 and (1 + level)/2; no lower limit above the rate, no upper one below it
 * @use to show many areas of unequal size in one picture without ranking them
 * @avoid as proof that an area outside is worse: it says that chance is not the reason; recording, footfall and mix of people may be
 *
 * @param rate overall rate, in events per `per`, above 0
 * @param population people, households or other exposure of the area, above 0
 * @param options per, level and method
 * @returns limits as rates per `per`, with what they were made by
 * @throws RangeError if rate, population or per is not above 0, level is outside 0 to 1, or method is another word
 * @see Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. Statistics in Medicine 24: 1185–1202. doi:10.1002/sim.1970
 * @example funnelLimits(10, 2000) // { lower: 5.6025, upper: 14.3729, method: "exact" }
 * @example funnelLimits(10, 2000, { level: 0.998, method: 'normal' }) // { lower: 3.09, upper: 16.91 }
 */
export function funnelLimits(rate: number, population: number, options: FunnelOptions = {}): FunnelLimits {
  requireObject(options, 'options')
  const { per = 1000, level = 0.95, method = 'exact' } = options
  requirePositive(rate, 'rate')
  requirePositive(population, 'population')
  requirePositive(per, 'per')
  requireLevel(level)
  requireChoice(method, 'method', ['exact', 'normal'])
  const mean = (rate / per) * population
  requireMean(mean, 'rate × population / per')
  const [lower, upper] = method === 'exact' ? exactLimits(mean, level) : normalLimits(mean, level)
  const scaled = (events: number) => (events / mean) * rate
  return { lower: scaled(lower), upper: scaled(upper), per, level, method }
}

function exactLimits(mean: number, level: number): [number, number] {
  const tail = (1 - level) / 2
  const low = poissonQuantile(tail, mean)
  const high = poissonQuantile(1 - tail, mean)
  return [
    Math.min(mean, low - (poissonAtMost(low, mean) - tail) / poissonMass(low, mean)),
    Math.max(mean, high - (tail - poissonAtLeast(high + 1, mean)) / poissonMass(high, mean)),
  ]
}

function normalLimits(mean: number, level: number): [number, number] {
  const reach = normalTwoSided(level) * Math.sqrt(mean)
  return [mean - reach, mean + reach]
}
