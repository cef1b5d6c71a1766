import { normalQuantile } from '../../distributions/normal.ts'
import type { RandomSource } from '../../random/seeded-random.ts'
import { etsParts } from './ets-model.ts'
import type { SmoothedSeries } from './smoothing.ts'

/** Values that each step ahead takes in simulated futures with normal errors, sorted. */
export function simulatePaths(
  { model, parameters, last, variance }: SmoothedSeries,
  horizon: number,
  paths: number,
  random: RandomSource,
): Float64Array[] {
  const { proportionalError, season } = etsParts(model)
  const proportional = season === 'proportional'
  const { alpha } = parameters
  const beta = parameters.beta ?? 0
  const gamma = parameters.gamma ?? 0
  const phi = parameters.phi ?? 1
  const deviation = Math.sqrt(variance!)
  const seasons = last.seasons ? last.seasons.toReversed() : [proportional ? 1 : 0] // in order of use
  const steps = Array.from({ length: horizon }, () => new Float64Array(paths))
  for (let path = 0; path < paths; path++) {
    const ofYear = Float64Array.from(seasons)
    let { level } = last
    let trend = last.trend ?? 0
    for (let h = 0; h < horizon; h++) {
      const slot = h % ofYear.length
      const factor = ofYear[slot]!
      const carried = phi * trend
      const base = level + carried
      const forecast = proportional ? base * factor : base + factor
      // half a step of the source further: a chance of 0 would be infinitely far out
      const error = deviation * normalQuantile(random() + 2 ** -33) * (proportionalError ? forecast : 1)
      const surprise = proportional ? error / factor : error
      level = base + alpha * surprise
      trend = carried + beta * surprise
      ofYear[slot] = factor + gamma * (proportional ? error / base : error)
      steps[h]![path] = forecast + error
    }
  }
  for (const values of steps) values.sort()
  return steps
}

/** The quantile of type 8: median-unbiased whatever the distribution. */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  const rank = Math.min(Math.max(p * (sorted.length + 1 / 3) + 1 / 3, 1), sorted.length)
  const below = Math.floor(rank)
  const lower = sorted[below - 1]!
  return lower + (rank - below) * (sorted[Math.min(below, sorted.length - 1)]! - lower)
}
