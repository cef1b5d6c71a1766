/** Running totals of weights, ready for {@link pick}. */
export function cumulate(weights: ArrayLike<number>): Float64Array {
  const running = new Float64Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) running[i] = sum += weights[i]!
  return running
}

/** Index chosen in proportion to the weights behind `running`, for a uniform number from 0 to 1 (exclusive). */
export function pick(running: Float64Array, uniform: number): number {
  const target = uniform * running[running.length - 1]!
  let [low, high] = [0, running.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (running[middle]! > target) high = middle
    else low = middle + 1
  }
  return low
}
