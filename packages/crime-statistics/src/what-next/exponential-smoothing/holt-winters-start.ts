import type { SmoothingStates } from './smoothing.ts'

/**
 * States after the first year, as R's `HoltWinters` takes them: the first two years are smoothed by a centred moving
 * average of a period; its least-squares line gives level (a step before its first value) and trend; the mean
 * deviations from it, less their mean, are the seasons.
 */
export function holtWintersStart(values: Float64Array, period: number): SmoothingStates {
  const half = Math.floor(period / 2)
  const even = period % 2 === 0
  const length = 2 * period - 2 * half
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  let total = 0
  let cross = 0
  for (let i = 0; i < length; i++) {
    let smoothed = 0
    for (let k = -half; k <= half; k++)
      smoothed += (values[half + i + k]! * (even && Math.abs(k) === half ? 0.5 : 1)) / period
    total += smoothed
    cross += (i - (length - 1) / 2) * smoothed
    const place = (half + i) % period
    sums[place]! += values[half + i]! - smoothed
    counts[place]! += 1
  }
  const trend = cross / ((length * (length * length - 1)) / 12)
  const figure = Array.from(sums, (sum, place) => sum / counts[place]!)
  const mean = figure.reduce((sum, value) => sum + value, 0) / period
  return {
    level: total / length - (trend * (length + 1)) / 2,
    trend,
    seasons: figure.map((value) => value - mean).reverse(),
  }
}
