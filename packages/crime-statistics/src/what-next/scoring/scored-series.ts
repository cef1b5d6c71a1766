import { requireSameLength, requireWholeFrom, squarableNumbers } from '../../check-inputs.ts'

/** Values that came and what was forecast for them, of one length and at least one. */
export function pairedValues(actual: ArrayLike<number>, forecast: ArrayLike<number>, name = 'forecast') {
  const came = squarableNumbers(actual, 'actual')
  const foreseen = squarableNumbers(forecast, name)
  if (came.length === 0) throw new RangeError('actual is empty: give one value or more that came.')
  requireSameLength(foreseen.length, name, came.length, 'actual', 'step')
  return { came, foreseen }
}

/** Changes of a series from one year to the next: errors of the seasonal naive forecast within it. */
export function yearlyChanges(history: ArrayLike<number>, period: number): Float64Array {
  const series = squarableNumbers(history, 'history')
  requireWholeFrom(period, 'period', 1)
  if (series.length <= period)
    throw new RangeError(`history has ${series.length}: give more than ${period}, so that years can be compared.`)
  return series.subarray(period).map((value, i) => value - series[i]!)
}

export const meanOf = (values: Float64Array, of: (value: number, i: number) => number) => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += of(values[i]!, i)
  return sum / values.length
}

/** Mean absolute change from one year to the next: the unit of scaled errors. */
export const scaleOf = (history: ArrayLike<number>, period: number) => meanOf(yearlyChanges(history, period), Math.abs)
