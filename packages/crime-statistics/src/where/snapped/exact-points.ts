import { checkedMetres, type ExactPoints } from './located-points.ts'

/**
 * Which events have places exact enough for street-level methods? Those that you hand to this function: it marks the
 * coordinates as exact, and kernel density, near repeat and distances between events take nothing else.
 *
 * Exact means the address, building or grid reference as the partnership recorded it. Nothing in the numbers proves
 * that, so the mark is your statement about the source. The mark outlives `postMessage`.
 *
 * @formula none: x and y are copied and marked
 * @use for the partnership's own records in metres, such as EPSG:27700
 * @avoid for data.police.uk and other published points, which are moved to a shared point near by: use {@link snappedPoints}
 * @param x eastings, one per event, in metres
 * @param y northings, one per event, in metres
 * @returns copies of both lists, marked as exact
 * @throws TypeError if x or y is not an array of numbers; RangeError if their lengths differ or a value is not finite
 * @see Ratcliffe JH (2004). Geocoding crime and a first estimate of a minimum acceptable hit rate. International Journal of Geographical Information Science 18: 61–72. doi:10.1080/13658810310001596076
 * @example exactPoints([554150, 554050], [173950, 174050]).locations // 'exact'
 * @example exactPoints([554150, 554050], [173950, 174050]).x.length // 2
 */
export function exactPoints(x: ArrayLike<number>, y: ArrayLike<number>): ExactPoints {
  return { locations: 'exact', ...checkedMetres(x, y) } as ExactPoints
}
