import { runningSums } from './observed-months.ts'

/** Sum of squares about the mean of the months from..to−1, in constant time. Taken from the first value, whole numbers stay exact. */
export function squaresAboutMean(values: Float64Array): (from: number, to: number) => number {
  const shifted = values.map((value) => value - values[0]!)
  const sums = runningSums(shifted)
  const squares = runningSums(shifted.map((value) => value * value))
  return (from, to) => Math.max(0, squares[to]! - squares[from]! - (sums[to]! - sums[from]!) ** 2 / (to - from))
}
