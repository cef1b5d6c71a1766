import { requirePositive } from '../../check-inputs.ts'
import { type Neighbours, requireNeighboursOf } from '../neighbours/neighbours.ts'
import { casesAndPopulations } from './cases-and-populations.ts'
import { drawnTowards } from './empirical-bayes-rates.ts'

/**
 * What are the rates of small areas, when their surroundings are the best guess? As {@link empiricalBayesRates}, with
 * each rate drawn towards the rate of the area and its neighbours together and not towards the district's.
 *
 * The spread about the surroundings is taken with each neighbour's own surroundings, as R's spdep has it; GeoDa takes all
 * neighbours about the rate of the one area, and differs by a little. Where an area and all its neighbours had no event
 * the rate is 0. Neighbours count the same whatever weights they carry.
 *
 * @formula θ_i = m_i + (r_i − m_i) a_i/(a_i + m_i/n_i), m_i = Σ_j x_j/Σ_j n_j over the area and its neighbours
 * @formula a_i = max(0, Σ_j n_j (r_j − m_j)²/Σ_j n_j − m_i/n̄_i)
 * @use for maps where the district has parts of quite different rates, such as a town and villages
 * @avoid before {@link moranI} or {@link localMoran}: smoothing by neighbours makes neighbours alike
 * @param counts events in each area: whole numbers, 0 or more
 * @param populations residents, or another number at risk, of each area, above 0
 * @param neighbours neighbours of each area, without the area itself
 * @param per number of people that the rate is for; 1,000 when left out
 * @returns smoothed rate of each area per `per` people
 * @throws TypeError if counts or populations is not an array of numbers; RangeError if lengths differ, a count is not whole
 *   or a population not above 0
 * @see Marshall RJ (1991). Mapping disease and mortality rates using empirical Bayes estimators. JRSS C 40: 283–294. doi:10.2307/2347593
 * @example localEmpiricalBayesRates([2, 30, 12], [100, 500, 1000], neighboursFromLists([[1], [0, 2], [1]])) // [32.5112, 56.8248, 12.8726]
 */
export function localEmpiricalBayesRates(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  neighbours: Neighbours,
  per = 1000,
): Float64Array {
  const { events, people, rates } = casesAndPopulations(counts, populations)
  requireNeighboursOf(events.length, neighbours, 'counts')
  requirePositive(per, 'per')
  const around = (values: Float64Array) => values.map((own, i) => own + sumAround(neighbours, values, i))
  const peopleAround = around(people)
  const means = around(events).map((sum, i) => sum / peopleAround[i]!)
  const spread = around(rates.map((rate, i) => people[i]! * (rate - means[i]!) ** 2))
  return rates.map((rate, i) => {
    const areas = 1 + neighbours.start[i + 1]! - neighbours.start[i]!
    const variance = Math.max(0, spread[i]! / peopleAround[i]! - means[i]! / (peopleAround[i]! / areas))
    return per * drawnTowards(means[i]!, rate, variance, people[i]!)
  })
}

function sumAround({ start, index }: Neighbours, values: Float64Array, i: number): number {
  let sum = 0
  for (let k = start[i]!; k < start[i + 1]!; k++) sum += values[index[k]!]!
  return sum
}
