import { finestCellFor } from './finest-cell-for.ts'
import { type ExactPoints, type LocatedPoints, requireLocatedPoints } from './located-points.ts'

/** Refuses snapped points where a method would take neighbours for one address; `method` begins the message. */
export function requireExactPoints(
  points: LocatedPoints,
  method: string,
  name = 'points',
): asserts points is ExactPoints {
  requireLocatedPoints(points, name)
  if (points.locations === 'snapped')
    throw new TypeError(
      `${method} needs exact places and ${name} are snapped: neighbours share one point, so distances between events are lost. Give the partnership's own records with exactPoints(x, y).`,
    )
}

/** Refuses cells that are finer than snapped points allow; any size is right for exact ones. */
export function requireCellAllowed(points: LocatedPoints, cell: number, name = 'cell'): void {
  const finest = finestCellFor(points)
  if (cell >= finest) return
  const found = `${name} is ${cell} and the points are snapped to shared places`
  throw new RangeError(
    finest === Infinity
      ? `${found} of unknown spacing: give snappedPoints(x, y, spacing) how far apart they lie.`
      : `${found}: give cells of ${Number(finest.toPrecision(3))} m or more, or exact points.`,
  )
}
