import { finiteNumbers, requireLevel, requireList, requireObject, requireSameLength } from '../../check-inputs.ts'
import type { Forecast } from '../forecast.ts'

/**
 * What do several forecasts say together? The mean of their means and of their limits at each step, all counting the
 * same. Errors of different methods cancel in part, so that a combination is seldom far from the best of them.
 *
 * @formula mean = Σ meanₖ / K; limit = Σ limitₖ / K at each level
 * @use when two or three methods seem equally good, such as exponential smoothing and Theta.
 * @avoid to water down a good method: in our trials every combination with {@link forecastCounts} in it was worse than it
 *   was alone on simulated crime, and within chance of it on published series.
 *
 * @param forecasts forecasts of the same steps with the same levels
 * @returns their combination
 * @throws RangeError if none is given, or steps or levels differ
 * @see Bates JM, Granger CWJ (1969). The combination of forecasts. Operational Research Quarterly 20: 451–468. doi:10.1057/jors.1969.103
 * @example combinedForecast([naiveForecast([4, 6], { horizon: 1 }), naiveForecast([4, 9], { horizon: 1 })]).mean // [7.5]
 */
export function combinedForecast(forecasts: readonly Forecast[]): Forecast {
  requireList(forecasts, 'forecasts')
  const [first] = forecasts
  if (!first) throw new RangeError('forecasts is empty: give one or more to combine.')
  for (const [k, forecast] of forecasts.entries()) {
    requireForecast(forecast, `forecasts[${k}]`)
    const { mean, intervals } = forecast
    requireSameLength(mean.length, `forecasts[${k}].mean`, first.mean.length, 'the first', 'step')
    requireSameLength(intervals.length, `forecasts[${k}].intervals`, first.intervals.length, 'the first', 'level')
    for (const [i, { level }] of intervals.entries())
      if (level !== first.intervals[i]!.level)
        throw new RangeError(
          `forecasts[${k}] has level ${level} and the first ${first.intervals[i]!.level}: give the same levels in one order.`,
        )
  }
  const average = (of: (forecast: Forecast) => number[]) =>
    of(first).map((_, h) => forecasts.reduce((sum, forecast) => sum + of(forecast)[h]!, 0) / forecasts.length)
  return {
    mean: average(({ mean }) => mean),
    intervals: first.intervals.map(({ level }, i) => ({
      level,
      lower: average(({ intervals }) => intervals[i]!.lower),
      upper: average(({ intervals }) => intervals[i]!.upper),
    })),
  }
}

/** A forecast whose numbers are all there. */
function requireForecast(forecast: Forecast, name: string): void {
  requireObject(forecast, name, '{ mean: [7], intervals: [] }')
  const { mean, intervals } = forecast
  finiteNumbers(mean, `${name}.mean`)
  requireList(intervals, `${name}.intervals`)
  for (const [i, interval] of intervals.entries()) {
    requireObject(interval, `${name}.intervals[${i}]`, '{ level: 0.95, lower: [3], upper: [7] }')
    requireLevel(interval.level, `${name}.intervals[${i}].level`)
    for (const side of ['lower', 'upper'] as const) {
      finiteNumbers(interval[side], `${name}.intervals[${i}].${side}`)
      requireSameLength(interval[side].length, `${name}.intervals[${i}].${side}`, mean.length, 'its mean', 'step')
    }
  }
}
