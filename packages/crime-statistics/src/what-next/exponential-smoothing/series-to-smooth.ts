import { finiteNumbers } from '../../check-inputs.ts'

/** Beyond this the sum of squares may be too large for a number. */
const MOST = 1e100

/** A copy of a series without gaps. */
export function seriesToSmooth(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const series = finiteNumbers(values, 'values')
  for (const [i, value] of series.entries())
    if (Math.abs(value) > MOST) throw new RangeError(`values[${i}] is ${value}: give a value within ±${MOST}.`)
  return series
}
