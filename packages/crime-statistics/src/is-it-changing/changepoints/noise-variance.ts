import type { ObservedMonths } from './observed-months.ts'

/** The factor that turns a median absolute deviation of normal values into their standard deviation. */
const TO_SIGMA = 1.4826

/**
 * Variance of single months from the steps between neighbours, by their median absolute deviation, so that the shifts
 * looked for do not count as noise; half the variance of the steps where more than half of them are the same.
 */
export function noiseVariance({ values, places }: ObservedMonths): number {
  const steps: number[] = []
  for (let i = 1; i < values.length; i++) if (places[i]! === places[i - 1]! + 1) steps.push(values[i]! - values[i - 1]!)
  if (steps.length < 2) return 0
  const middle = median(steps)
  const spread = (TO_SIGMA * median(steps.map((step) => Math.abs(step - middle)))) / Math.SQRT2
  if (spread > 0) return spread * spread
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (steps.length - 1) / 2
}

function median(numbers: number[]): number {
  const sorted = Float64Array.from(numbers).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
