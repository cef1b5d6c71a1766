/** A power of two near the largest value: dividing by it loses no digit, and squares stay in range. */
export function powerOfTwo(values: Float64Array): number {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most > 0 ? 2 ** Math.floor(Math.log2(most)) : 1
}
