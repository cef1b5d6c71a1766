import type { ReferenceMonths } from './reference-months.ts'

/** A log-linear fit of counts with a level for each season and, where wanted, one slope over time. */
export interface SeasonalFit {
  fitted: Float64Array<ArrayBuffer>
  /** how far each month pulls its own fitted value, 0 to 1 */
  leverage: Float64Array<ArrayBuffer>
  /** change of the logarithm from month to month; 0 without a trend */
  slope: number
  /** variance of the slope before it is multiplied by the dispersion */
  slopeVariance: number
  /** Pearson's estimate of variance over mean, not floored at 1 */
  dispersion: number
  /** Σ weight × ((y − μ) / μ)² over the degrees of freedom: what surveillance 1.20.3 takes the dispersion for after reweighting */
  relativeDispersion: number
  degreesOfFreedom: number
  converged: boolean
  /** logarithm of what is expected in a month of season 0, and its variance before it is multiplied by the dispersion */
  predict(month: number, offset: number): { logMean: number; variance: number }
}

const ITERATIONS = 25
const SETTLED = 1e-8

/**
 * Iteratively reweighted least squares of a log-linear model, as R's `glm` takes its steps and stops, with the weights
 * of the last step in variances and leverages. Levels and slope are solved directly: each season is centred on its own
 * mean, which leaves one slope to find, so that a step costs no more than a pass over the months.
 */
export function fitSeasons(
  { places, counts, seasons, offsets }: ReferenceMonths,
  weights: Float64Array,
  withTrend: boolean,
): SeasonalFit {
  const n = counts.length
  const fitted = counts.map((count) => count + 0.1)
  const predictor = fitted.map(Math.log)
  const working = new Float64Array(n)
  const levels = new Levels(seasons, places)
  let deviance = devianceOf(counts, fitted, weights)
  let slope = 0
  let squares = 0
  let converged = false
  for (let iteration = 0; iteration < ITERATIONS && !converged; iteration++) {
    levels.clear()
    for (let i = 0; i < n; i++) {
      working[i] = weights[i]! * fitted[i]!
      levels.add(i, working[i]!, predictor[i]! - offsets[i]! + (counts[i]! - fitted[i]!) / fitted[i]!)
    }
    levels.centre()
    if (withTrend) {
      squares = 0
      let products = 0
      for (let i = 0; i < n; i++) {
        const time = places[i]! - levels.time[seasons[i]!]!
        const response = predictor[i]! - offsets[i]! + (counts[i]! - fitted[i]!) / fitted[i]!
        squares += working[i]! * time * time
        products += working[i]! * time * (response - levels.response[seasons[i]!]!)
      }
      slope = squares > 0 ? products / squares : 0
    }
    for (let i = 0; i < n; i++) {
      const season = seasons[i]!
      predictor[i] = levels.response[season]! + slope * (places[i]! - levels.time[season]!) + offsets[i]!
      fitted[i] = Math.max(Math.exp(predictor[i]!), Number.EPSILON)
    }
    const next = devianceOf(counts, fitted, weights)
    converged = Math.abs(next - deviance) / (Math.abs(next) + 0.1) < SETTLED
    deviance = next
  }
  const degreesOfFreedom = n - levels.used - (withTrend ? 1 : 0)
  let [pearson, relative] = [0, 0]
  const leverage = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const residual = (counts[i]! - fitted[i]!) / fitted[i]!
    pearson += working[i]! * residual * residual
    relative += weights[i]! * residual * residual
    leverage[i] = working[i]! * levels.variance(seasons[i]!, places[i]!, withTrend ? squares : 0)
  }
  return {
    fitted,
    leverage,
    slope,
    slopeVariance: 1 / squares,
    dispersion: pearson / degreesOfFreedom,
    relativeDispersion: relative / degreesOfFreedom,
    degreesOfFreedom,
    converged,
    predict: (month, offset) => ({
      logMean: levels.response[0]! + slope * (month - levels.time[0]!) + offset,
      variance: levels.variance(0, month, withTrend ? squares : 0),
    }),
  }
}

/** Weighted sums of each season, and its mean time and response. */
class Levels {
  readonly used: number
  readonly time: Float64Array
  readonly response: Float64Array
  private readonly weight: Float64Array
  private readonly seasons: Int32Array
  private readonly places: Int32Array

  constructor(seasons: Int32Array, places: Int32Array) {
    let size = 0
    for (const season of seasons) size = Math.max(size, season + 1)
    this.seasons = seasons
    this.places = places
    this.used = new Set(seasons).size
    this.time = new Float64Array(size)
    this.response = new Float64Array(size)
    this.weight = new Float64Array(size)
  }

  clear() {
    this.time.fill(0)
    this.response.fill(0)
    this.weight.fill(0)
  }

  add(i: number, weight: number, response: number) {
    const season = this.seasons[i]!
    this.weight[season]! += weight
    this.time[season]! += weight * this.places[i]!
    this.response[season]! += weight * response
  }

  centre() {
    for (let season = 0; season < this.weight.length; season++) {
      this.time[season]! /= this.weight[season]!
      this.response[season]! /= this.weight[season]!
    }
  }

  /** Variance of a month's logarithm: of its season's level, and of the slope times its distance from that. */
  variance(season: number, place: number, squares: number): number {
    const distance = place - this.time[season]!
    return 1 / this.weight[season]! + (squares > 0 ? (distance * distance) / squares : 0)
  }
}

function devianceOf(counts: Float64Array, fitted: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const y = counts[i]!
    const mean = fitted[i]!
    sum += y > 0 ? weights[i]! * (y * Math.log(y / mean) - (y - mean)) : weights[i]! * mean
  }
  return 2 * sum
}
