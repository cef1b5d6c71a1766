import {
  finiteNumbers,
  requireChoice,
  requireLevel,
  requireObject,
  requirePositive,
  requireSameLength,
  wholeCounts,
} from '../check-inputs.ts'
import { gammaQuantile } from '../distributions/gamma-quantile.ts'
import type { Interval } from '../interval.ts'
import { byarsInterval } from './byars-interval.ts'
import { exactPoissonInterval } from './exact-poisson-interval.ts'

/** One value of each list for every group, such as a band of age. */
export interface StandardisedGroups {
  /** events in the group */
  counts: ArrayLike<number>
  /** people of the group in the area */
  populations: ArrayLike<number>
  /** people of the group in the standard population; only their shares matter */
  standard: ArrayLike<number>
}

export type StandardisedMethod = 'dobson byar' | 'dobson exact' | 'fay-feuer'

export interface StandardisedRateOptions {
  /** the rate is per this many; 1,000 when left out */
  per?: number
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
  /** `dobson byar` when left out, as in English public health */
  method?: StandardisedMethod
}

export interface StandardisedRate {
  /** events per `per` were the area's groups in the standard's proportions */
  rate: number
  /** its limits; null where the method has none: Dobson's without an event in a group that has people in the standard */
  interval: Interval | null
  /** events in all groups */
  events: number
  per: number
  /** confidence level of the limits, as a proportion */
  level: number
  method: StandardisedMethod
}

/**
 * What would the rate be if this area's people were spread over the groups as the standard's are? The rate of each group
 * is weighted by the group's share of the standard population, so that two areas can be compared although one is
 * younger.
 *
 * Dobson's interval moves and scales the limits of the total count (Byar's or the exact ones) to the standardised rate.
 * Fay and Feuer's gamma interval is the more careful one where few events meet very unequal weights: where one or two events
 * carry most of the weight, Dobson's lower limit can fall below 0, and is returned so. Where no group with people in the
 * standard has an event Dobson's is not defined and the interval is null; Fay and Feuer's upper limit is.
 *
 * @formula DSR = Σ wᵢ·countᵢ/populationᵢ with wᵢ = standardᵢ/Σ standard; variance v = Σ wᵢ²·countᵢ/populationᵢ²;
 *   Dobson: DSR + √(v/O)·(limit of O − O) with O = Σ countᵢ; Fay–Feuer: gamma quantiles with mean DSR and variance v
 *   below, with mean DSR + max(wᵢ/populationᵢ) and variance v + max(wᵢ/populationᵢ)² above
 * @use to compare areas whose people differ in age, sex or another known trait
 * @avoid under about 10 events, or where rates by group are not to be had: use indirectlyStandardisedRatio
 *
 * @param groups counts, populations and standard population, one of each for every group
 * @param options per, level and method
 * @returns the rate and its limits, in events per `per`
 * @throws TypeError or RangeError if lists differ in length or are empty, a count is not whole, a population is not above 0, the standard
 *   is below 0 or 0 throughout, level is outside 0 to 1, or method is another word
 * @see Dobson AJ, Kuulasmaa K, Eberle E, Scherer J (1991). Confidence intervals for weighted sums of Poisson parameters. Statistics in Medicine 10: 457–462. doi:10.1002/sim.4780100317
 * @see Fay MP, Feuer EJ (1997). Confidence intervals for directly standardized rates: a method based on the gamma distribution. Statistics in Medicine 16: 791–801.
 * @example directlyStandardisedRate({ counts: [12, 48], populations: [1800, 2600], standard: [1, 1] }) // { rate: 12.5641, interval: { lower: 9.5478, upper: 16.2205 } }
 */
export function directlyStandardisedRate(
  groups: StandardisedGroups,
  options: StandardisedRateOptions = {},
): StandardisedRate {
  requireObject(groups, 'groups', '{ counts: [12, 48], populations: [1800, 2600], standard: [1, 1] }')
  requireObject(options, 'options')
  const { per = 1000, level = 0.95, method = 'dobson byar' } = options
  requirePositive(per, 'per')
  requireLevel(level)
  requireChoice(method, 'method', ['dobson byar', 'dobson exact', 'fay-feuer'])
  const { rate, variance, events, largestWeight } = weighted(groups)
  if (!(largestWeight ** 2 > 0 && rate * per + variance + largestWeight ** 2 < Infinity))
    throw new RangeError(
      'populations are out of all proportion to counts and per: the rate cannot be held in a number.',
    )
  const limits =
    method === 'fay-feuer'
      ? gammaLimits(rate, variance, largestWeight, level)
      : dobsonLimits(rate, variance, events, method === 'dobson exact' ? exactPoissonInterval : byarsInterval, level)
  const interval = limits && { lower: limits.lower * per, upper: limits.upper * per }
  return { rate: rate * per, interval, events, per, level, method }
}

function weighted({ counts, populations, standard }: StandardisedGroups) {
  const count = wholeCounts(counts, 'counts')
  const people = finiteNumbers(populations, 'populations')
  const share = finiteNumbers(standard, 'standard')
  if (count.length === 0) throw new RangeError('counts has 0 values: give one for every group.')
  requireSameLength(people.length, 'populations', count.length, 'counts', 'group')
  requireSameLength(share.length, 'standard', count.length, 'counts', 'group')
  people.forEach((value, i) => void requirePositive(value, `populations[${i}]`))
  const least = share.findIndex((value) => value < 0)
  if (least >= 0) throw new RangeError(`standard[${least}] is ${share[least]}: give a number of people, 0 or more.`)
  const total = share.reduce((sum, value) => sum + value, 0)
  requirePositive(total, 'the sum of standard')
  let [rate, variance, events, largestWeight] = [0, 0, 0, 0]
  for (let i = 0; i < count.length; i++) {
    const weight = share[i]! / total / people[i]!
    rate += weight * count[i]!
    variance += weight * weight * count[i]!
    events += count[i]!
    largestWeight = Math.max(largestWeight, weight)
  }
  return { rate, variance, events, largestWeight }
}

function dobsonLimits(
  rate: number,
  variance: number,
  events: number,
  interval: typeof byarsInterval,
  level: number,
): Interval | null {
  if (variance === 0) return null
  const { lower, upper } = interval(events, level)
  const scale = Math.sqrt(variance / events)
  return { lower: rate + scale * (lower - events), upper: rate + scale * (upper - events) }
}

function gammaLimits(rate: number, variance: number, weight: number, level: number): Interval {
  const tail = (1 - level) / 2
  const quantile = (mean: number, spread: number, side: 'lower' | 'upper') =>
    gammaQuantile(tail, (mean * mean) / spread, side) * (spread / mean)
  return {
    lower: rate === 0 ? 0 : quantile(rate, variance, 'lower'),
    upper: quantile(rate + weight, variance + weight * weight, 'upper'),
  }
}
