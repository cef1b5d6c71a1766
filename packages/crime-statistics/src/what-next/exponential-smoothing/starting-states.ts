import { LEVEL, type ModelShape, type SmoothingWorkspace, STATES, TREND } from './smoothing-workspace.ts'

/** First level, trend and season as a straight line and the mean deviations of each place of the year show them. */
export interface StartingStates {
  level: number
  flatLevel: number
  trend: number
  added: Float64Array
  proportional: Float64Array
}

export function startingStates(room: SmoothingWorkspace): StartingStates {
  const { values, n, period } = room
  const line = straightLine(values, n)
  const added = new Float64Array(period)
  const proportional = new Float64Array(period).fill(1)
  if (period > 1 && n >= 2 * period) {
    const whole = Math.floor(n / period) * period
    for (let t = 0; t < whole; t++) {
      const at = line.level + line.trend * (t + 1)
      added[t % period]! += (values[t]! - at) / (whole / period)
    }
    const mean = added.reduce((sum, value) => sum + value, 0) / period
    let total = 0
    let overall = 0
    for (let t = 0; t < n; t++) overall += values[t]! / n
    for (let j = 0; j < period; j++) {
      added[j]! -= mean
      proportional[j] = overall > 0 ? Math.max(1 + added[j]! / overall, 0.05) : 1
      total += proportional[j]!
    }
    for (let j = 0; j < period; j++) proportional[j]! *= period / total
  }
  // level and slope of the first years, without the season
  const first = Math.min(n, Math.max(10, 2 * period))
  const adjusted = Float64Array.from({ length: first }, (_, t) => values[t]! - added[t % period]!)
  const opening = straightLine(adjusted, first)
  return {
    level: opening.level,
    trend: opening.trend,
    flatLevel: adjusted.reduce((sum, value) => sum + value, 0) / first,
    added,
    proportional,
  }
}

/** Level at the place before the first value, and slope, of the least-squares line. */
function straightLine(values: Float64Array, n: number) {
  let mean = 0
  for (let t = 0; t < n; t++) mean += values[t]! / n
  let cross = 0
  let square = 0
  for (let t = 0; t < n; t++) {
    cross += (t - (n - 1) / 2) * (values[t]! - mean)
    square += (t - (n - 1) / 2) ** 2
  }
  const trend = square > 0 ? cross / square : 0
  return { level: mean - (trend * (n + 1)) / 2, trend }
}

/** Puts the starting states that a model has into a point. */
export function placeStates(states: StartingStates, shape: ModelShape, period: number, point: Float64Array): void {
  point[LEVEL] = shape.trend ? states.level : states.flatLevel
  point[TREND] = shape.trend ? states.trend : 0
  const seasons = shape.proportionalSeason ? states.proportional : states.added
  if (shape.seasonal) for (let j = 0; j < period - 1; j++) point[STATES + j] = seasons[j]!
}
