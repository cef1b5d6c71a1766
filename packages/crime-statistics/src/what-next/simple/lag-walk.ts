import type { Forecast } from '../forecast.ts'
import { normalForecast } from './check-forecast-inputs.ts'

/** Each step to come is the value `lag` steps before it; errors of that rule in the past give the limits. */
export function lagWalk(series: Float64Array, lag: number, horizon: number, levels: readonly number[]): Forecast {
  const n = series.length
  let squares = 0
  for (let i = lag; i < n; i++) squares += (series[i]! - series[i - lag]!) ** 2
  const variance = squares / (n - lag)
  const steps = Array.from({ length: horizon }, (_, h) => h)
  return normalForecast(
    steps.map((h) => series[n - lag + (h % lag)]!),
    steps.map((h) => Math.sqrt(variance * (Math.floor(h / lag) + 1))),
    levels,
  )
}
