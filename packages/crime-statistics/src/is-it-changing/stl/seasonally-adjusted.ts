import { type StlOptions, stlDecomposition } from './stl-decomposition.ts'

/**
 * What would a series look like without its season? Each value less the season that {@link stlDecomposition} finds,
 * so that a July may be compared with the June before it. Adjusted counts are not whole and may be below 0.
 *
 * @formula adjusted = value − season
 * @use before a control chart, a search for changepoints or a comparison of neighbouring months.
 * @avoid for a count that is reported: say the recorded one beside it. With two years or less compare with the same
 *   months of last year.
 *
 * @param values the series in order of time without gaps, more than two periods of it
 * @param options as for {@link stlDecomposition}; a periodic season of 12 values when left out
 * @returns one adjusted value for each value, in the same unit
 * @throws as {@link stlDecomposition}
 * @see Cleveland RB, Cleveland WS, McRae JE, Terpenning I (1990). STL: a seasonal-trend decomposition procedure based on loess. Journal of Official Statistics 6: 3–73.
 * @example seasonallyAdjusted([3, 1, 3, 1, 3, 1], { period: 2 }) // { 0: 2, 1: 2, 5: 2 }
 */
export function seasonallyAdjusted(values: ArrayLike<number>, options: StlOptions = {}): Float64Array<ArrayBuffer> {
  const { season } = stlDecomposition(values, options)
  return season.map((part, i) => values[i]! - part)
}
