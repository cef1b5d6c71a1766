import { giniOfSorted, placesWithAny, sortedPlaces } from './place-counts.ts'

/**
 * Among the places that had any crime, how unequally was it spread? The Gini coefficient with places without crime left
 * out. It answers another question than {@link giniCoefficient}: it says nothing of how few places had any.
 *
 * @formula the Gini coefficient of the counts above 0
 * @use when places without crime are not on the list, as with addresses known only from records
 * @avoid to compare areas or years: the set of places changes with the crime itself
 * @param counts crime (or harm) of each place, 0 or more, in any order; zeros are left out
 * @returns the coefficient, 0 to 1; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty or a value is below 0 or not finite
 * @see Bernasco W, Steenbeek W (2017). More places than crimes: implications for evaluating the law of crime concentration at place. Journal of Quantitative Criminology 33: 451–467. doi:10.1007/s10940-016-9324-7
 * @example giniOfPlacesWithAny([3, 1, 1, 0, 0, 0, 0, 0, 0, 0]) // 0.2667
 */
export function giniOfPlacesWithAny(counts: ArrayLike<number>): number | null {
  const sorted = sortedPlaces(counts)
  return giniOfSorted(sorted.subarray(sorted.length - placesWithAny(sorted)))
}
