import { requirePositive } from '../../check-inputs.ts'
import { casesAndPopulations } from './cases-and-populations.ts'

export interface EmpiricalBayesRates {
  /** raw rate of each area */
  raw: Float64Array
  /** rate of each area drawn towards the overall rate */
  smoothed: Float64Array
  /** overall rate: all events over the whole population */
  overall: number
  /** variance of the areas' true rates about the overall one, per head squared; 0 when chance explains all differences */
  variance: number
}

/**
 * What are the rates of small areas, with chance taken out? Each rate is drawn towards the overall rate, the more so the
 * fewer people the area has (Marshall's empirical Bayes estimate).
 *
 * Areas with few residents have the highest and the lowest raw rates by chance alone. Drawn together, they can be mapped
 * and ranked. Where the areas differ no more than chance does, all smoothed rates are the overall rate.
 *
 * @formula θ_i = b + (r_i − b) a/(a + b/n_i), r_i = x_i/n_i, b = Σ x/Σ n, a = max(0, Σ n_i (r_i − b)²/Σ n − b/n̄)
 * @use for maps and {@link moranI} of rates by LSOA or ward
 * @avoid for the rate that is quoted for one area: quote the raw rate with its interval. Where neighbours are a better
 *   guess than the district, {@link localEmpiricalBayesRates}
 * @param counts events in each area: whole numbers, 0 or more
 * @param populations residents, or another number at risk, of each area, above 0
 * @param per number of people that the rate is for; 1,000 when left out
 * @returns raw and smoothed rates and the overall rate per `per` people, and the variance of true rates per head
 * @throws TypeError if counts or populations is not an array of numbers; RangeError if their lengths differ, a count is not
 *   whole or a population not above 0
 * @see Marshall RJ (1991). Mapping disease and mortality rates using empirical Bayes estimators. JRSS C 40: 283–294. doi:10.2307/2347593
 * @example empiricalBayesRates([2, 30, 12], [100, 500, 1000]).smoothed // [22.9165, 56.331, 12.9273]
 */
export function empiricalBayesRates(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  per = 1000,
): EmpiricalBayesRates {
  const { events, people, rates } = casesAndPopulations(counts, populations)
  requirePositive(per, 'per')
  const n = events.length
  const allPeople = people.reduce((sum, number) => sum + number, 0)
  const overall = events.reduce((sum, number) => sum + number, 0) / allPeople
  const spread = rates.reduce((sum, rate, i) => sum + people[i]! * (rate - overall) ** 2, 0) / allPeople
  const variance = Math.max(0, spread - overall / (allPeople / n))
  return {
    raw: rates.map((rate) => per * rate),
    smoothed: rates.map((rate, i) => per * drawnTowards(overall, rate, variance, people[i]!)),
    overall: per * overall,
    variance,
  }
}

/** A raw rate drawn towards another: all the way where true rates do not vary. */
export const drawnTowards = (mean: number, rate: number, variance: number, people: number) =>
  variance > 0 ? mean + ((rate - mean) * variance) / (variance + mean / people) : mean
