import { finiteNumbers, requireFinite, requireSameLength, shown } from '../../check-inputs.ts'

declare const brand: unique symbol

/** Places of events to the address or better, in metres: {@link exactPoints} makes them. */
export interface ExactPoints {
  readonly [brand]: 'exact'
  readonly locations: 'exact'
  /** eastings, metres */
  readonly x: Float64Array
  /** northings, metres */
  readonly y: Float64Array
}

/** Places moved to a shared point near by, such as those of data.police.uk: {@link snappedPoints} makes them. */
export interface SnappedPoints {
  readonly [brand]: 'snapped'
  readonly locations: 'snapped'
  /** eastings of the shared points, metres; one per event, so that they repeat */
  readonly x: Float64Array
  /** northings of the shared points, metres */
  readonly y: Float64Array
  /** how far apart neighbouring shared points lie, in metres */
  readonly spacing: number
}

/** Places of events, exact or snapped: what methods take that are valid for both. */
export type LocatedPoints = ExactPoints | SnappedPoints

/** Copies of two lists of metres that belong together. */
export function checkedMetres(x: ArrayLike<number>, y: ArrayLike<number>) {
  const eastings = finiteNumbers(x, 'x')
  const northings = finiteNumbers(y, 'y')
  requireSameLength(northings.length, 'y', eastings.length, 'x', 'event')
  return { x: eastings, y: northings }
}

/** Refuses what neither {@link exactPoints} nor {@link snappedPoints} made. */
export function requireLocatedPoints(points: LocatedPoints, name: string): void {
  const { locations, x, y } = (points ?? {}) as Partial<LocatedPoints>
  const marked = locations === 'exact' || locations === 'snapped'
  if (!marked || !(x instanceof Float64Array && y instanceof Float64Array && x.length === y.length))
    throw new TypeError(
      `${name} says nothing about how exact its places are: make it with exactPoints(x, y) or snappedPoints(x, y).`,
    )
  for (let i = 0; i < x.length; i++)
    if (!(Number.isFinite(x[i]) && Number.isFinite(y[i]))) {
      requireFinite(x[i]!, `${name}.x[${i}]`)
      requireFinite(y[i]!, `${name}.y[${i}]`)
    }
  const { spacing } = points as SnappedPoints
  if (locations === 'snapped' && !(typeof spacing === 'number' && spacing > 0))
    throw new RangeError(`${name}.spacing is ${shown(spacing)}: give metres above 0, Infinity where not known.`)
}
