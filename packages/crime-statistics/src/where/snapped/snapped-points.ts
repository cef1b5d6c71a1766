import { requirePositive } from '../../check-inputs.ts'
import { checkedMetres, type SnappedPoints } from './located-points.ts'
import { nearestGaps } from './nearest-gaps.ts'

/**
 * Which events have places that were moved to a shared point near by? Those that you hand to this function: methods
 * that would take neighbours for the same address refuse them, when the program is compiled and when it runs.
 *
 * Published street-level crime is moved to the nearest of a fixed list of anchor points, so that a whole street or car
 * park shares one. `spacing` says how far apart neighbouring anchor points lie; cells of a grid must be at least twice
 * as wide ({@link finestCellFor}). Left out, it is worked out here as the median distance from a place in the list to the
 * nearest other place in it, which is too long rather than too short where few places occur.
 *
 * @formula spacing = median over distinct places of the distance to the nearest other distinct place
 * @use for data.police.uk and any source that blurs, rounds or snaps its places
 * @avoid for the partnership's own records with addresses: {@link exactPoints} keeps more methods open
 * @param x eastings of the shared points, one per event, in metres
 * @param y northings of the shared points, one per event, in metres
 * @param spacing typical distance between neighbouring shared points, in metres; worked out when left out
 * @returns copies of both lists, marked as snapped, with the spacing; with fewer than 2 distinct places and no spacing
 *   given the spacing is Infinity: nothing is known about it, so no grid is fine
 * @throws TypeError if x or y is not an array of numbers; RangeError if their lengths differ, a value is not finite or
 *   spacing is not above 0
 * @see Tompson L, Johnson S, Ashby M, Perkins C, Edwards P (2015). UK open source crime data: accuracy and possibilities for research. Cartography and Geographic Information Science 42: 97–111. doi:10.1080/15230406.2014.972456
 * @example snappedPoints([0, 0, 300, 300], [0, 0, 0, 400]).spacing // 300
 * @example snappedPoints([0, 0, 300, 300], [0, 0, 0, 400], 150).locations // 'snapped'
 */
export function snappedPoints(x: ArrayLike<number>, y: ArrayLike<number>, spacing?: number): SnappedPoints {
  const places = checkedMetres(x, y)
  if (spacing !== undefined) requirePositive(spacing, 'spacing')
  return { locations: 'snapped', ...places, spacing: spacing ?? medianSpacing(places.x, places.y) } as SnappedPoints
}

function medianSpacing(x: Float64Array, y: Float64Array): number {
  const gaps = nearestGaps(x, y).sort()
  if (gaps.length === 0) return Infinity
  const middle = gaps.length >> 1
  return gaps.length % 2 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2
}
