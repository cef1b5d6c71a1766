import { requireChoice, requireCount, requireLevel, requireObject, requirePositive } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { byarsInterval } from './byars-interval.ts'
import { exactPoissonInterval } from './exact-poisson-interval.ts'

export interface RateOptions {
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
  /** how the limits are made; `exact` when left out */
  method?: 'exact' | 'byar'
}

export interface Rate {
  /** events per `per` of the population */
  rate: number
  /** its limits, in the same unit */
  interval: Interval
  per: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: 'exact' | 'byar'
}

/**
 * How many events are there per 1,000 people, and how sure is that? Per so many people, households or other units,
 * with a confidence interval: the limits of the count divided by the population, which is taken as known. Name the
 * population estimate wherever the rate is shown.
 *
 * @formula rate = per·count/population; limits = per·(limit of the count)/population
 * @use to show how much there is of a crime among so many people, with how far chance alone could move it
 * @avoid comparing town centres with homes by residents: the people exposed are visitors too; and rates of few events, where the public small-number rule comes first
 *
 * @param count events observed: a whole number, 0 or more
 * @param population the people or units exposed, above 0
 * @param per the rate is per this many: 1,000 when left out
 * @returns the rate and its limits, in events per `per`, with the level and method used
 * @throws RangeError if count is not whole or is below 0, population or per is not above 0, or level is outside 0 to 1
 * @see Eayres D (2008). Commonly used public health statistics and their confidence intervals. York: APHO, technical briefing 3.
 * @example ratePer(2564, 116800) // { rate: 21.9521, interval: { lower: 21.1105, upper: 22.8186 } }
 */
export function ratePer(count: number, population: number, per = 1000, options: RateOptions = {}): Rate {
  requireObject(options, 'options')
  const { level = 0.95, method = 'exact' } = options
  requireCount(count, 'count')
  requirePositive(population, 'population')
  requirePositive(per, 'per')
  requireLevel(level)
  requireChoice(method, 'method', ['exact', 'byar'])
  const limits = method === 'exact' ? exactPoissonInterval(count, level) : byarsInterval(count, level)
  const scaled = (events: number) => (events / population) * per
  if (!Number.isFinite(scaled(limits.upper) + count * per))
    throw new RangeError(`population is ${population} and per is ${per}: the rate is too large for a number.`)
  return {
    rate: (count * per) / population,
    interval: { lower: scaled(limits.lower), upper: scaled(limits.upper) },
    per,
    level,
    method,
  }
}
