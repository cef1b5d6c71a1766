import { requireWholeFrom } from '../check-inputs.ts'
import { requireSeries } from './check-series.ts'

export interface SeasonOptions {
  /** steps in a cycle: 12 for months of a year, 4 for quarters, 7 for days of a week; 12 when left out */
  period?: number
}

export interface Season {
  /** cycle of each value, counted from 0 */
  time: number[]
  value: number[]
}

/** The values of each season apart, such as all Januaries. At least one season must have been seen twice. */
export function seasonsOf(values: ArrayLike<number | null>, period: number): Season[] {
  requireWholeFrom(period, 'period', 2)
  const present = requireSeries(values)
  if (period > values.length)
    throw new RangeError(`values has ${values.length} places and period is ${period}: give 2 cycles or more.`)
  const found = Array.from({ length: period }, (): Season => ({ time: [], value: [] }))
  for (const { time, value } of present) {
    const season = found[time % period]!
    season.time.push(Math.floor(time / period))
    season.value.push(value)
  }
  if (found.every(({ value }) => value.length < 2))
    throw new RangeError('values has no season that was seen twice: give 2 cycles or more.')
  return found
}
