import { requireLevel, requireRandom, requireWholeFrom } from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import type { RandomSource } from '../random/seeded-random.ts'

export interface RandomGini {
  /** mean Gini coefficient of the simulated allocations */
  mean: number
  /** limits between which the middle `level` of the simulated coefficients lie */
  interval: Interval
  /** confidence level of the limits, as a proportion */
  level: number
  draws: number
}

/**
 * How concentrated would crime look if it fell on places at random? With 749 burglaries at 3,000 addresses most
 * addresses have none whatever the cause. Crimes are thrown at places, each equally likely, again and again; the Gini
 * coefficients of these throws are what chance alone gives. A coefficient above the interval is more than chance.
 *
 * @formula G of counts drawn from a multinomial distribution of c crimes over n equally likely places, repeated; limits
 *   are empirical quantiles with interpolation (R's type 7)
 * @use beside {@link giniCoefficient}, always when there are fewer than about five crimes a place
 * @avoid where places differ in size, such as wards: there equal chances are not what "random" means
 * @param places number of places, 1 to 10 million
 * @param crimes number of crimes, 1 to 100 million
 * @param random a source of chance, such as `seededRandom(1)`; print the seed beside the result
 * @param draws allocations to simulate; 2,000 when left out. Time goes with draws × (crimes + places)
 * @param level share of the coefficients the interval holds; 0.95 when left out
 * @returns mean and interval of the coefficient under chance
 * @throws RangeError if a number is not whole or is out of range, or level is outside 0 to 1
 * @see Bernasco W, Steenbeek W (2017). More places than crimes: implications for evaluating the law of crime concentration at place. Journal of Quantitative Criminology 33: 451–467. doi:10.1007/s10940-016-9324-7
 * @example giniIfRandom(100, 50, seededRandom(1)).mean // 0.6701
 */
export function giniIfRandom(
  places: number,
  crimes: number,
  random: RandomSource,
  draws = 2000,
  level = 0.95,
): RandomGini {
  requireWholeFrom(places, 'places', 1, 10_000_000)
  requireWholeFrom(crimes, 'crimes', 1, 100_000_000)
  requireRandom(random)
  requireWholeFrom(draws, 'draws', 1)
  requireLevel(level)
  const counts = new Int32Array(places)
  const ginis = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw++) {
    counts.fill(0)
    for (let crime = 0; crime < crimes; crime++) counts[Math.floor(random() * places)]!++
    ginis[draw] = giniOfCounts(counts, crimes)
  }
  ginis.sort()
  const mean = ginis.reduce((sum, gini) => sum + gini, 0) / draws
  return {
    mean,
    interval: { lower: quantile(ginis, (1 - level) / 2), upper: quantile(ginis, (1 + level) / 2) },
    level,
    draws,
  }
}

/** Gini coefficient from how many places have each count, which spares the sorting. */
function giniOfCounts(counts: Int32Array, crimes: number): number {
  const n = counts.length
  let most = 0
  for (let i = 0; i < n; i++) if (counts[i]! > most) most = counts[i]!
  const having = new Int32Array(most + 1)
  for (let i = 0; i < n; i++) having[counts[i]!]!++
  let ranked = 0
  let before = having[0]!
  for (let count = 1; count <= most; count++) {
    ranked += count * having[count]! * (2 * before + having[count]! - n)
    before += having[count]!
  }
  return ranked / (n * crimes)
}

function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const value = sorted[below]!
  return below + 1 < sorted.length ? value + (at - below) * (sorted[below + 1]! - value) : value
}
