import { type EtsModel, etsParts, fittedNumbers } from './ets-model.ts'
import type { ExponentialSmoothing, SmoothingParameters, SmoothingStates } from './smoothing.ts'

/** Runs a model over a series from given states, and scores it. Values and states have been checked. */
export function smoothSeries(
  values: ArrayLike<number>,
  model: EtsModel,
  period: number,
  parameters: SmoothingParameters,
  first: SmoothingStates,
): ExponentialSmoothing {
  const { proportionalError, season } = etsParts(model)
  const n = values.length
  const { alpha } = parameters
  const beta = parameters.beta ?? 0
  const gamma = parameters.gamma ?? 0
  const phi = parameters.phi ?? 1
  const proportional = season === 'proportional'
  const seasons = first.seasons ? first.seasons.toReversed() : [proportional ? 1 : 0] // in order of use
  let { level } = first
  let trend = first.trend ?? 0
  const fitted: number[] = []
  const residuals: number[] = []
  let sum = 0
  let logs = 0
  let size = 0
  for (let t = 0; t < n; t++) {
    const slot = t % seasons.length
    const ofYear = seasons[slot]!
    const carried = phi * trend
    const base = level + carried
    const forecast = proportional ? base * ofYear : base + ofYear
    const error = values[t]! - forecast
    const surprise = proportional ? error / ofYear : error
    level = base + alpha * surprise
    trend = carried + beta * surprise
    seasons[slot] = ofYear + gamma * (proportional ? error / base : error)
    const residual = proportionalError ? error / forecast : error
    fitted.push(forecast)
    residuals.push(residual)
    sum += residual * residual
    logs += Math.log(Math.abs(forecast))
    size = Math.max(size, proportionalError ? 1 : Math.abs(values[t]!))
  }
  const last = {
    level,
    trend: first.trend === null ? null : trend,
    seasons: first.seasons === null ? null : startingFrom(seasons, n % seasons.length).reverse(),
  }
  const numbers = fittedNumbers(model, period)
  const exact = !(sum > n * (size * 1e-12) ** 2)
  const logLikelihood = exact ? null : (-n / 2) * Math.log(sum) - (proportionalError ? logs : 0)
  return {
    model,
    period,
    parameters,
    first,
    last,
    fitted,
    residuals,
    variance: n > numbers ? sum / (n - numbers) : null,
    logLikelihood,
    ...criteria(logLikelihood, n, numbers + 1),
  }
}

const startingFrom = <T>(list: T[], start: number) => [...list.slice(start), ...list.slice(0, start)]

/** @param numbers those fitted, the variance among them */
function criteria(logLikelihood: number | null, n: number, numbers: number) {
  if (logLikelihood === null) return { aic: null, aicc: null, bic: null }
  const aic = 2 * numbers - 2 * logLikelihood
  const left = n - numbers - 1
  return {
    aic,
    aicc: left > 0 ? aic + (2 * numbers * (numbers + 1)) / left : null,
    bic: Math.log(n) * numbers - 2 * logLikelihood,
  }
}
