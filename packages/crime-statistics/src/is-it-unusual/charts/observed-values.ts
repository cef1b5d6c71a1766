import { requireFinite, requireList, requireWholeFrom } from '../../check-inputs.ts'

/** Beyond this the square of a value, or a sum of squares, may be too large for a number. */
const MOST = 1e150

/** A copy of a series in order of time, NaN where a month is missing; anything else than numbers and null is refused. */
export function observedValues(values: ArrayLike<number | null>, name = 'values'): Float64Array<ArrayBuffer> {
  requireList(values, name)
  const copy = new Float64Array(values.length)
  for (let i = 0; i < copy.length; i++) {
    const value = values[i] as number | null
    if (value === null) copy[i] = NaN
    else {
      requireFinite(value, `${name}[${i}]`)
      if (Math.abs(value) > MOST) throw new RangeError(`${name}[${i}] is ${value}: give a value within ±${MOST}.`)
      copy[i] = value
    }
  }
  return copy
}

/** A series of counts, NaN where a month is missing. */
export function observedCounts(counts: ArrayLike<number | null>, name = 'counts'): Float64Array<ArrayBuffer> {
  const copy = observedValues(counts, name)
  for (const [i, count] of copy.entries())
    if (count < 0 || (!Number.isNaN(count) && !Number.isSafeInteger(count)))
      throw new RangeError(
        `${name}[${i}] is ${count}: give a whole number of events, 0 or more, or null where missing.`,
      )
  return copy
}

/** The months a chart is based on: the first `baseline` of the series, or all of it. */
export function baselineOf(values: Float64Array, baseline: number | undefined): Float64Array {
  if (baseline === undefined) return values
  requireWholeFrom(baseline, 'baseline', 1, Math.max(values.length, 1))
  return values.subarray(0, baseline)
}

/** Numbers as they are given out: null where there is none. */
export const orNull = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null))

/** The mean of those that are not missing, corrected once for rounding; NaN where there is none. */
export function meanOfPresent(values: Float64Array): number {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  const mean = sum / count
  let rest = 0
  for (const value of values) if (!Number.isNaN(value)) rest += value - mean
  return mean + rest / count
}

/** Whether two values differ by more than what rounding makes of equal ones, such as 6 in 0.6 and 18 in 1.8. */
export const differs = (a: number, b: number) => Math.abs(a - b) > 1e-12 * Math.max(Math.abs(a), Math.abs(b))
