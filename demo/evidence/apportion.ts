/**
 * Whole numbers that add up to `total`, in proportion to the weights: each gets its share rounded down, and what is
 * left goes to the largest remainders (Hamilton's method), earlier ones first among equals.
 *
 * @param total whole number, 0 or more
 * @param weights finite, none negative, not all 0
 * @throws RangeError when there is nothing to share by
 * @example apportion(10, [1, 1, 1]) // [4, 3, 3]
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (!(sum > 0)) throw new RangeError('The weights add up to 0: give at least one above 0.')
  const shares = weights.map((weight) => (total * weight) / sum)
  const counts = shares.map(Math.floor)
  const left = total - counts.reduce((a, b) => a + b, 0)
  const byRemainder = shares.map((share, i) => ({ i, remainder: share - counts[i]! }))
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, left)) counts[i]!++
  return counts
}
