/**
 * The smallest count k with P(X > k) at or below `alpha`, found from a guess by doubling steps and then halving.
 * `tail(k)` is P(X > k): it falls as k grows and is 0 in the end.
 */
export function quantileByTail(tail: (k: number) => number, alpha: number, guess: number): number {
  let low = Math.max(0, Math.floor(guess))
  let step = 1
  while (low > 0 && tail(low) <= alpha) {
    low = Math.max(0, low - step)
    step *= 2
  }
  if (tail(low) <= alpha) return low
  let high = low + step
  while (tail(high) > alpha) {
    low = high
    step *= 2
    high += step
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (tail(middle) > alpha) low = middle
    else high = middle
  }
  return high
}
