import { type LocatedPoints, requireLocatedPoints } from './located-points.ts'

/**
 * How small may the cells of a grid be? Twice the distance between neighbouring shared points where places are snapped;
 * as small as you like where they are exact.
 *
 * With smaller cells it is the layout of the shared points that decides which cell an event falls into, and whole cells
 * are empty because no shared point lies in them. Twice the spacing is the choice of this library, not a published rule:
 * a cell then holds about four shared points.
 *
 * @formula 2 × spacing for snapped points, 0 for exact ones
 * @use before laying a grid over published street-level crime
 * @avoid as the best cell size: it is the smallest that makes sense
 * @param points places of events, exact or snapped
 * @returns smallest side of a cell, in metres; 0 for exact points; Infinity where the spacing is not known
 * @throws TypeError if points was not made by {@link exactPoints} or {@link snappedPoints}
 * @example finestCellFor(snappedPoints([0, 0, 300], [0, 400, 0], 120)) // 240
 * @example finestCellFor(exactPoints([0, 1], [0, 1])) // 0
 */
export function finestCellFor(points: LocatedPoints): number {
  requireLocatedPoints(points, 'points')
  return points.locations === 'snapped' ? 2 * points.spacing : 0
}
