import { requireFinite, requireList } from '../check-inputs.ts'

/** Beyond this the difference of two values may be too large for a number. */
const MOST = 1e300

/** The values that are there, each with its place in time; at least two, or nothing can be said of direction. */
export function requireSeries(values: ArrayLike<number | null>): { time: number; value: number }[] {
  requireList(values, 'values')
  const present: { time: number; value: number }[] = []
  for (let time = 0; time < values.length; time++) {
    const value = values[time] as number | null
    if (value === null) continue
    requireFinite(value, `values[${time}]`)
    if (Math.abs(value) > MOST) throw new RangeError(`values[${time}] is ${value}: give a value within ±${MOST}.`)
    present.push({ time, value })
  }
  if (present.length < 2)
    throw new RangeError(`values has ${present.length} that are not missing: give 2 or more, in order of time.`)
  return present
}
