/**
 * Pairs whose later value is higher, less those whose later value is lower. By merging sorted halves rather than pair by
 * pair: n·log n steps.
 */
export function risesLessFalls(values: ArrayLike<number>): number {
  const n = values.length
  let from = Float64Array.from(values)
  let to = new Float64Array(n)
  let falls = 0
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n)
      const end = Math.min(start + 2 * width, n)
      let i = start
      let j = middle
      for (let k = start; k < end; k++) {
        if (i < middle && (j >= end || from[i]! <= from[j]!)) to[k] = from[i++]!
        else {
          to[k] = from[j++]!
          falls += middle - i
        }
      }
    }
    ;[from, to] = [to, from]
  }
  const level = tieSizes(from).reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return (n * (n - 1)) / 2 - level - 2 * falls
}

/** How many values share each value, of values in order. */
export function tieSizes(sorted: ArrayLike<number>): number[] {
  const sizes: number[] = []
  for (let i = 0, start = 0; i < sorted.length; i++)
    if (i + 1 === sorted.length || sorted[i + 1] !== sorted[i]) {
      sizes.push(i + 1 - start)
      start = i + 1
    }
  return sizes
}

/** Variance of rises less falls were there no direction, corrected for ties. */
export function tiedVariance(values: ArrayLike<number>): number {
  const spread = (size: number) => size * (size - 1) * (2 * size + 5)
  const ties = tieSizes(Float64Array.from(values).sort())
  return (spread(values.length) - ties.reduce((sum, size) => sum + spread(size), 0)) / 18
}
