import { etsParts } from './ets-model.ts'
import type { SmoothedSeries } from './smoothing.ts'

/** Mean and variance of each step ahead, exact for normal errors. */
export function forecastMoments(
  smoothing: SmoothedSeries,
  horizon: number,
): { mean: number[]; variance: (number | null)[] } {
  const { model, variance } = smoothing
  const { proportionalError, season } = etsParts(model)
  const sigma2 = variance ?? 0
  const moments =
    season === 'proportional'
      ? proportionalSeasonMoments(smoothing, horizon, sigma2)
      : addedSeasonMoments(smoothing, horizon, sigma2, proportionalError)
  return { mean: moments.mean, variance: variance === null ? moments.variance.map(() => null) : moments.variance }
}

/**
 * Without a season or with an added one, a surprise moves the forecast of j steps later by c_j of it. An added error
 * gives variance σ²(1 + Σ c_j²). One in proportion is as large as the value it meets: θ_h, the mean square of the
 * forecast of step h, follows from those before it, and the variance is (1 + σ²)θ_h − mean².
 */
function addedSeasonMoments(
  { parameters, last, period }: SmoothedSeries,
  horizon: number,
  sigma2: number,
  proportionalError: boolean,
) {
  const phi = parameters.phi ?? 1
  const mean: number[] = []
  const moves: number[] = [0]
  const squares: number[] = []
  const variance: number[] = []
  let damping = 0
  let power = 1
  let sum = 0
  for (let h = 1; h <= horizon; h++) {
    power *= phi
    damping += power
    const at = last.level + damping * (last.trend ?? 0) + (last.seasons ? seasonAhead(last.seasons, h) : 0)
    mean.push(at)
    // the j-th later step, counted from the surprise, in which the season comes round after whole periods
    if (h > 1) {
      const j = h - 1
      const season = parameters.gamma !== null && j % period === 0 ? parameters.gamma : 0
      moves.push(parameters.alpha + (parameters.beta ?? 0) * dampedSteps(phi, j) + season)
    }
    if (proportionalError) {
      let square = at * at
      for (let j = 1; j < h; j++) square += sigma2 * moves[j]! ** 2 * squares[h - 1 - j]!
      squares.push(square)
      variance.push((1 + sigma2) * square - at * at)
    } else {
      if (h > 1) sum += moves[h - 1]! ** 2
      variance.push(sigma2 * (1 + sum))
    }
  }
  return { mean, variance }
}

/** φ + φ² + … + φ^j. */
function dampedSteps(phi: number, j: number): number {
  if (phi === 1) return j
  return (phi * (1 - phi ** j)) / (1 - phi)
}

/** The season of the h-th step ahead from a list whose last is the next. */
const seasonAhead = (seasons: number[], h: number) => seasons[seasons.length - 1 - ((h - 1) % seasons.length)]!

/**
 * With a season in proportion, level and trend x go on as (F + Gε)x, and the season of a step is what it was a period
 * before times (1 + γε). So step h is a product over the errors before it, of which those a whole number of periods
 * before it count twice; its mean and mean square follow step by step from E(ε²) = σ² and E(ε⁴) = 3σ⁴.
 */
function proportionalSeasonMoments({ parameters, last, period }: SmoothedSeries, horizon: number, s2: number) {
  const { alpha } = parameters
  const beta = parameters.beta ?? 0
  const gamma = parameters.gamma ?? 0
  const phi = parameters.phi ?? 1
  const mean: number[] = []
  const variance: number[] = []
  for (let h = 1; h <= horizon; h++) {
    let level = last.level
    let trend = last.trend ?? 0
    let ll = level * level
    let lt = level * trend
    let tt = trend * trend
    for (let j = 1; j < h; j++) {
      const g = (h - j) % period === 0 ? gamma : 0
      const base = level + phi * trend
      level = base + g * s2 * alpha * base
      trend = phi * trend + g * s2 * beta * base
      // x = F·state + G·base·ε, with base = level + φ·trend: the mean of x·xᵀ·(1 + gε)²
      const bb = ll + 2 * phi * lt + phi * phi * tt
      const bt = phi * (lt + phi * tt) // base × carried trend
      const cc = phi * phi * tt
      const still = 1 + g * g * s2
      const once = 2 * g * s2
      const twice = s2 + 3 * g * g * s2 * s2
      ll = bb * (still + 2 * alpha * once + alpha * alpha * twice)
      lt = bt * (still + alpha * once) + bb * (beta * once + alpha * beta * twice)
      tt = cc * still + 2 * beta * bt * once + beta * beta * bb * twice
    }
    const season = seasonAhead(last.seasons!, h)
    const at = (level + phi * trend) * season
    const square = (ll + 2 * phi * lt + phi * phi * tt) * season * season
    mean.push(at)
    variance.push(Math.max((1 + s2) * square - at * at, 0))
  }
  return { mean, variance }
}
