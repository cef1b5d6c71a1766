/** Mean of values that are not all the same, and their squared deviations from it, summed. */
export function spreadOf(values: Float64Array): { mean: number; squares: number } {
  const mean = sumOf(values) / values.length
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - mean
    squares += deviation * deviation // `** 2` is a call: it took a quarter of the time of Gi*
  }
  if (squares > 0 && squares < Infinity) return { mean, squares }
  throw new RangeError(`values differ by so much or so little that their squares cannot be held: give another unit.`)
}

export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum
}

/** Whether no two values differ, so that nothing stands out from the rest. */
export function allTheSame(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false
  return true
}
