import { wholeCounts } from '../check-inputs.ts'
import { giniOfSorted, sortedPlaces, totalOf } from './place-counts.ts'

/**
 * How unequally is crime spread over places when there are more places than crimes? Five crimes can be at no more than
 * five of a hundred places, so some concentration is bound to be there. This Gini coefficient is measured from that most
 * even spread possible – each crime at a place of its own – rather than from perfect equality. With at least as many
 * crimes as places it is {@link giniCoefficient} itself.
 *
 * For 3, 1, 1 and seven places without crime it is 0.56 by this formula and by the geometry of the curve.
 *
 * @formula G′ = max(n/c, 1)·(G − 1) + 1, where n is places, c crimes and G the Gini coefficient over all n
 * @use for the concentration of sparse crime at addresses, street segments or small cells
 * @avoid as proof that places differ: crimes that fell by chance also share places now and then; see {@link giniIfRandom}
 * @param counts crimes of each place: whole numbers, 0 or more, in any order; one value for every place
 * @returns the coefficient, 0 to 1; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty or a value is not a whole number, 0 or more
 * @see Bernasco W, Steenbeek W (2017). More places than crimes: implications for evaluating the law of crime concentration at place. Journal of Quantitative Criminology 33: 451–467. doi:10.1007/s10940-016-9324-7
 * @example adjustedGini([3, 1, 1, 0, 0, 0, 0, 0, 0, 0]) // 0.56
 */
export function adjustedGini(counts: ArrayLike<number>): number | null {
  const sorted = sortedPlaces(wholeCounts(counts, 'counts'))
  const gini = giniOfSorted(sorted)
  if (gini === null) return null
  const crimes = totalOf(sorted)
  return crimes >= sorted.length ? gini : Math.max(0, (sorted.length / crimes) * (gini - 1) + 1)
}
