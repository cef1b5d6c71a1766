import { firstSeasons } from './added-season.ts'
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
 * Runs a model whose season is in proportion over the series: each forecast is (level + phi·trend) × season.
 * @returns sum of squared errors; Infinity where a seasonal state starts below 0
 */
export function runProportionalSeason(room: SmoothingWorkspace, shape: ModelShape, point: Float64Array): number {
  const { values, n, period, fitted, errors, trends, levels, seasons, buffer } = room
  const { alpha, beta, gamma, phi } = parametersAt(shape, point)
  firstSeasons(buffer, period, point, period)
  for (let j = 0; j < period; j++) if (buffer[j]! < 0) return Infinity
  let level = point[LEVEL]!
  let trend = shape.trend ? point[TREND]! : 0
  let slot = 0
  let sum = 0
  for (let t = 0; t < n; t++) {
    const season = buffer[slot]!
    const value = values[t]!
    const carried = phi * trend
    const base = level + carried
    const forecast = base * season
    const error = value - forecast
    fitted[t] = forecast
    errors[t] = error
    trends[t] = trend
    levels[t] = base
    seasons[t] = season
    const surprise = error / season
    level = base + alpha * surprise
    trend = carried + beta * surprise
    buffer[slot] = season + (gamma * error) / base
    if (++slot === period) slot = 0
    sum += error * error
  }
  return sum
}

/** Derivatives of the fitted values of the last run, a column for each place that the model moves. */
export function derivativesOfProportionalSeason(
  room: SmoothingWorkspace,
  shape: ModelShape,
  point: Float64Array,
): void {
  const { values, n, period, errors, trends, levels, seasons, jacobian, buffers, sensitivities } = room
  const { moved } = shape
  const columns = moved.length
  const { alpha, beta, gamma, phi } = parametersAt(shape, point)
  const betaShare = shape.trend ? point[BETA_SHARE]! : 0
  const gammaShare = point[GAMMA_SHARE]!
  buffers.fill(0)
  sensitivities.fill(0)
  let alphaColumn = -1
  let betaColumn = -1
  let gammaColumn = -1
  let phiColumn = -1
  for (let c = 0; c < columns; c++) {
    const place = moved[c]!
    if (place === ALPHA) alphaColumn = c
    else if (place === BETA_SHARE) betaColumn = c
    else if (place === GAMMA_SHARE) gammaColumn = c
    else if (place === PHI) phiColumn = c
    else if (place === LEVEL) sensitivities[2 * c] = 1
    else if (place === TREND) sensitivities[2 * c + 1] = 1
    else {
      buffers[(place - STATES) * columns + c] = 1
      buffers[(period - 1) * columns + c] = -1
    }
  }
  let slot = 0
  for (let t = 0; t < n; t++) {
    const base = levels[t]!
    const season = seasons[t]!
    const trend = trends[t]!
    const overSeason = 1 / season
    const overBase = 1 / base
    const surprise = errors[t]! * overSeason
    const seasonSurprise = errors[t]! * overBase
    const observed = values[t]!
    const bySeason = -observed * overSeason * overSeason // of value / season
    const byBase = -observed * overBase * overBase // of value / base
    const row = slot * columns
    for (let c = 0; c < columns; c++) {
      const ofTrend = phi * sensitivities[2 * c + 1]! + (c === phiColumn ? trend : 0)
      const ofBase = sensitivities[2 * c]! + ofTrend
      const ofSeason = buffers[row + c]!
      jacobian[c * n + t] = season * ofBase + base * ofSeason
      const ofSurprise = bySeason * ofSeason - ofBase
      sensitivities[2 * c] = ofBase + alpha * ofSurprise
      sensitivities[2 * c + 1] = ofTrend + beta * ofSurprise
      buffers[row + c] = ofSeason + gamma * (byBase * ofBase - ofSeason)
    }
    if (alphaColumn >= 0) {
      sensitivities[2 * alphaColumn]! += surprise
      sensitivities[2 * alphaColumn + 1]! += betaShare * surprise
      buffers[row + alphaColumn]! -= gammaShare * seasonSurprise
    }
    if (betaColumn >= 0) sensitivities[2 * betaColumn + 1]! += (alpha - shape.least) * surprise
    if (gammaColumn >= 0) buffers[row + gammaColumn]! += (1 - shape.least - alpha) * seasonSurprise
    if (++slot === period) slot = 0
  }
}
