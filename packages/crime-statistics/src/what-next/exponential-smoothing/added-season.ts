import {
  ALPHA,
  BETA_SHARE,
  GAMMA_SHARE,
  LEVEL,
  type ModelShape,
  PHI,
  parametersAt,
  type SmoothingWorkspace,
  STATES,
  TREND,
} from './smoothing-workspace.ts'

/**
 * Runs a model without a season or with an added one over the series: each forecast is level + phi·trend + season, and
 * its error moves the three by alpha, beta and gamma of it.
 * @returns sum of squared errors
 */
export function runAddedSeason(room: SmoothingWorkspace, shape: ModelShape, point: Float64Array): number {
  const { values, n, fitted, errors, trends, buffer } = room
  const period = shape.seasonal ? room.period : 1
  const { alpha, beta, gamma, phi } = parametersAt(shape, point)
  buffer[0] = 0
  if (shape.seasonal) firstSeasons(buffer, period, point, 0)
  let level = point[LEVEL]!
  let trend = shape.trend ? point[TREND]! : 0
  let slot = 0
  let sum = 0
  for (let t = 0; t < n; t++) {
    const season = buffer[slot]!
    const carried = phi * trend
    const base = level + carried
    const forecast = base + season
    const error = values[t]! - forecast
    fitted[t] = forecast
    errors[t] = error
    trends[t] = trend
    level = base + alpha * error
    trend = carried + beta * error
    buffer[slot] = season + gamma * error
    if (++slot === period) slot = 0
    sum += error * error
  }
  return sum
}

/** Seasonal states from a point: those it holds, and the last one so that all sum to `total`. */
export function firstSeasons(buffer: Float64Array, period: number, point: Float64Array, total: number): void {
  let last = total
  for (let j = 0; j < period - 1; j++) {
    const season = point[STATES + j]!
    buffer[j] = season
    last -= season
  }
  buffer[period - 1] = last
}

/**
 * Derivatives of the fitted values of the last run, a column for each place that the model moves. The model is a linear
 * filter, so each column is its response to one source; and the responses to the seasonal states are one response,
 * later by a step each.
 */
export function derivativesOfAddedSeason(room: SmoothingWorkspace, shape: ModelShape, point: Float64Array): void {
  const { n, jacobian, period } = room
  const { moved } = shape
  const alpha = point[ALPHA]!
  const betaShare = shape.trend ? point[BETA_SHARE]! : 0
  const gammaShare = shape.seasonal ? point[GAMMA_SHARE]! : 0
  for (let c = 0; c < moved.length; c++) {
    const place = moved[c]!
    if (place >= STATES) break
    const at = c * n
    if (place === LEVEL) respond(room, shape, point, at, 1, 0, 0, 0, 0, 0, 0)
    else if (place === TREND) respond(room, shape, point, at, 0, 1, 0, 0, 0, 0, 0)
    else if (place === ALPHA) respond(room, shape, point, at, 0, 0, 0, 1, betaShare, -gammaShare, 0)
    else if (place === BETA_SHARE) respond(room, shape, point, at, 0, 0, 0, 0, alpha - shape.least, 0, 0)
    else if (place === GAMMA_SHARE) respond(room, shape, point, at, 0, 0, 0, 0, 0, 1 - shape.least - alpha, 0)
    else if (place === PHI) respond(room, shape, point, at, 0, 0, 0, 0, 0, 0, 1)
  }
  if (moved.length === 0 || moved[moved.length - 1]! < STATES) return
  const firstSeason = moved.length - (period - 1)
  const pulse = moved.length * n // a column of room beyond those in use
  respond(room, shape, point, pulse, 0, 0, 1, 0, 0, 0, 0)
  const late = period - 1
  for (let j = 0; j < late; j++) {
    const at = (firstSeason + j) * n
    for (let t = 0; t < j; t++) jacobian[at + t] = 0
    const until = Math.min(late, n)
    for (let t = j; t < until; t++) jacobian[at + t] = jacobian[pulse + t - j]!
    for (let t = late; t < n; t++) jacobian[at + t] = jacobian[pulse + t - j]! - jacobian[pulse + t - late]!
  }
}

/** Response of the fitted values to a change of the first states, of what errors add to them, or of phi. */
function respond(
  room: SmoothingWorkspace,
  shape: ModelShape,
  point: Float64Array,
  at: number,
  firstLevel: number,
  firstTrend: number,
  firstSeason: number,
  byAlpha: number,
  byBeta: number,
  byGamma: number,
  byPhi: number,
): void {
  const { n, errors, trends, jacobian, buffer } = room
  const period = shape.seasonal ? room.period : 1
  const { alpha, beta, gamma, phi } = parametersAt(shape, point)
  buffer.fill(0)
  buffer[0] = firstSeason
  let level = firstLevel
  let trend = firstTrend
  let slot = 0
  for (let t = 0; t < n; t++) {
    const error = errors[t]!
    const season = buffer[slot]!
    const carried = phi * trend + byPhi * trends[t]!
    const base = level + carried
    const change = base + season
    jacobian[at + t] = change
    level = base - alpha * change + byAlpha * error
    trend = carried - beta * change + byBeta * error
    buffer[slot] = season - gamma * change + byGamma * error
    if (++slot === period) slot = 0
  }
}
