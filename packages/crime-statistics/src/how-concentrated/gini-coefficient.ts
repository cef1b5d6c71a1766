import { giniOfSorted, sortedPlaces } from './place-counts.ts'

/**
 * How unequally is crime spread over places? 0 when every place has the same; near 1 when one place has it all.
 * It is twice the area between the Lorenz curve, drawn as straight lines from place to place, and the line of equality.
 * Every place counts, those without crime too: leave them out and the figure falls ({@link giniOfPlacesWithAny}). With n
 * places it can be no higher than (n − 1)/n.
 *
 * @formula G = Σ (2i − n − 1)·x(i) / (n·Σx), where x(1) ≤ … ≤ x(n) are the counts in order
 * @use to compare the concentration of one kind of crime over the same places in two years, when crimes far outnumber
 *   places
 * @avoid when there are fewer crimes than places: crimes that fell anyhow would leave most places empty and look
 *   concentrated; use {@link adjustedGini}, and set the result beside {@link giniIfRandom}
 * @param counts crime (or harm) of each place, 0 or more, in any order; one value for every place, 0 where there was none
 * @returns the coefficient, 0 to 1; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty or a value is below 0 or not finite
 * @see Gini C (1912). Variabilità e mutabilità. Bologna: Cuppini.
 * @see Bernasco W, Steenbeek W (2017). More places than crimes: implications for evaluating the law of crime concentration at place. Journal of Quantitative Criminology 33: 451–467. doi:10.1007/s10940-016-9324-7
 * @example giniCoefficient([3, 1, 1, 0, 0, 0, 0, 0, 0, 0]) // 0.78
 */
export function giniCoefficient(counts: ArrayLike<number>): number | null {
  return giniOfSorted(sortedPlaces(counts))
}
