import { giniOfSorted, sortedPlaces } from './place-counts.ts'

/**
 * How unequally is crime spread over a handful of places, on a scale that reaches 1? The Gini coefficient times
 * n/(n − 1): with one place holding everything it is 1 whatever the number of places. Over hundreds of places it hardly
 * differs from {@link giniCoefficient}.
 *
 * @formula G·n/(n − 1), where G is the Gini coefficient over n places
 * @use to compare areas divided into different, small numbers of places, such as districts of 8 and of 25 wards
 * @avoid as an answer to few crimes: it allows for the number of places, not of crimes; use {@link adjustedGini}
 * @param counts crime (or harm) of each place, 0 or more, in any order; one value for every place
 * @returns the coefficient, 0 to 1; null when there is no crime, or one place only
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty or a value is below 0 or not finite
 * @see Deltas G (2003). The small-sample bias of the Gini coefficient. Review of Economics and Statistics 85: 226–234. doi:10.1162/rest.2003.85.1.226
 * @example giniForFewPlaces([3, 1, 1, 0, 0, 0, 0, 0, 0, 0]) // 0.8667
 */
export function giniForFewPlaces(counts: ArrayLike<number>): number | null {
  const sorted = sortedPlaces(counts)
  const gini = giniOfSorted(sorted)
  return gini === null || sorted.length === 1 ? null : (gini * sorted.length) / (sorted.length - 1)
}
