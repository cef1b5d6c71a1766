import { requireFinite, requireList, requireWholeFrom } from '../../check-inputs.ts'

/** Beyond this the square of a value, or a sum of squares, may be too large for a number. */
const MOST = 1e150

export interface ObservedMonths {
  /** the values that are there, in order of time */
  values: Float64Array<ArrayBuffer>
  /** the place of each in the series as given */
  places: Int32Array<ArrayBuffer>
}

/** The months that are not missing; at least `fewest`, or there is nothing to divide. */
export function observedMonths(values: ArrayLike<number | null>, name: string, fewest: number): ObservedMonths {
  requireList(values, name)
  const present = new Float64Array(values.length)
  const places = new Int32Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number | null
    if (value === null) continue
    requireFinite(value, `${name}[${i}]`)
    if (Math.abs(value) > MOST) throw new RangeError(`${name}[${i}] is ${value}: give a value within ±${MOST}.`)
    present[count] = value
    places[count++] = i
  }
  if (count < fewest)
    throw new RangeError(`${name} has ${count} months that are not missing: give ${fewest} or more, in order of time.`)
  return { values: present.slice(0, count), places: places.slice(0, count) }
}

export const requireMinimumLength = (length: number) => requireWholeFrom(length, 'minimumLength', 1)

/** A stretch of months between two changes. */
export interface Stretch {
  /** place of its first month in the series, 0 the first */
  from: number
  /** place after its last month */
  to: number
  /** mean of a month in it, or events a unit of exposure */
  level: number
}

/** Changes counted in months that are there, as stretches in the places of the series. */
export function stretches(
  changes: ArrayLike<number>,
  { values, places }: ObservedMonths,
  level: (from: number, to: number) => number,
): Stretch[] {
  const bounds = [0, ...Array.from(changes), values.length]
  return bounds.slice(0, -1).map((from, i) => ({
    from: places[from]!,
    to: places[bounds[i + 1]! - 1]! + 1,
    level: level(from, bounds[i + 1]!),
  }))
}

/** Sum of each beginning of a list: element i is the sum of the first i. */
export function runningSums(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}
