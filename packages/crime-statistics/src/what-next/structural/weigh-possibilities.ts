import { filterColumns } from './level-filter.ts'
import type { Possibilities } from './possibilities.ts'
import { regressorCount, setPrecisions, setRegressors } from './seasonal-waves.ts'
import { factorShrunk, solveLower, solveUpper } from './shrunk-fit.ts'

/** One series on one scale, or several scales of it side by side: all are weighed in one pass. */
export interface ScaledSeries {
  /** values of each scale, less the scale's mean; anything where a month has none */
  scales: Float64Array[]
  /** 1 where a month has a value */
  present: Uint8Array
  period: number
  horizon: number
}

/** What one possibility says of the months to come, and how well it foresaw the months that were. */
export interface Weighed {
  /** its places in the lists of possibilities */
  level: number
  season: number
  slope: number
  logEvidence: number
  means: Float64Array
  deviations: Float64Array
}

/** Possibilities less likely than the best by this much, in logarithms, are left out: a share of 0.0009. */
const NEGLIGIBLE = 5

/** A fit leaves at least this share of the squares: rounding leaves no more in a series without scatter. */
const LEAST_LEFT = 1e-12

/**
 * Weighs every possibility by the probability it gave to the series. The mean is left free, the scatter is taken out
 * with the prior 1/variance, and coefficients of slope and season are shrunk by their prior variances; so each
 * possibility has an exact answer and none is fitted by search.
 *
 * @returns for each scale the possibilities worth keeping and the log of the summed evidence of all
 */
export function weighPossibilities(
  series: ScaledSeries,
  { levels, seasons, slopes }: Possibilities,
): { kept: Weighed[]; logEvidence: number }[] {
  const { scales, present, period, horizon } = series
  const k = regressorCount(period)
  const columns = columnsOf(series)
  const freedom = present.reduce((sum, one) => sum + one, 0) - 1
  const evidence = scales.map(() => new Float64Array(levels.length * seasons.length * slopes.length))
  const precisions = new Float64Array(k)
  const lower = new Float64Array(k * k)
  const fit = new Float64Array(k)
  const passes = levels.map((level) => {
    const filtered = filterColumns(columns, present, level, horizon)
    return { ...filtered, ...crossProducts(filtered.surprises, k, scales.length) }
  })
  const leftOver = (left: number, all: number) => Math.max(left, LEAST_LEFT * all, Number.MIN_VALUE)
  let at = 0
  for (const [i, pass] of passes.entries())
    for (const season of seasons)
      for (const slope of slopes) {
        const logPriors = setPrecisions(precisions, slope, season, period)
        const logPrecision = factorShrunk(pass.regressors, precisions, lower)
        const constant = levels[i]!.logPrior - 0.5 * (pass.logVariance + logPriors + logPrecision)
        for (let s = 0; s < scales.length; s++) {
          const all = pass.squares[s]!
          const left = leftOver(all - solveLower(lower, pass.products[s]!, fit), all)
          evidence[s]![at] = constant - (freedom / 2) * Math.log(left)
        }
        at++
      }
  const future = futureRegressors(present.length, horizon, period)
  const offset = new Float64Array(k)
  const work = new Float64Array(k)
  return scales.map((_, s) => {
    const best = evidence[s]!.reduce((most, one) => Math.max(most, one), -Infinity)
    const kept: Weighed[] = []
    let sum = 0
    evidence[s]!.forEach((logEvidence, place) => {
      sum += Math.exp(logEvidence - best)
      if (logEvidence < best - NEGLIGIBLE) return
      const slope = place % slopes.length
      const season = Math.floor(place / slopes.length) % seasons.length
      const level = Math.floor(place / slopes.length / seasons.length)
      const { regressors, products, squares, ahead, aheadVariance } = passes[level]!
      setPrecisions(precisions, slopes[slope]!, seasons[season]!, period)
      factorShrunk(regressors, precisions, lower)
      const left = leftOver(squares[s]! - solveLower(lower, products[s]!, fit), squares[s]!)
      solveUpper(lower, fit)
      // Student's t with these degrees of freedom has this variance
      const variance = left / Math.max(freedom - 2, 1)
      const means = new Float64Array(horizon)
      const deviations = new Float64Array(horizon)
      for (let h = 0; h < horizon; h++) {
        const row = h * (k + scales.length)
        let mean = ahead[row + k + s]!
        for (let j = 0; j < k; j++) {
          offset[j] = future[h * k + j]! - ahead[row + j]!
          mean += offset[j]! * fit[j]!
        }
        means[h] = mean
        deviations[h] = Math.sqrt(variance * (1 + aheadVariance[h]! + solveLower(lower, offset, work)))
      }
      kept.push({ level, season, slope, logEvidence, means, deviations })
    })
    return { kept, logEvidence: best + Math.log(sum) }
  })
}

/** Regressors and scales of each month side by side; a month without a value is all 0. */
function columnsOf({ scales, present, period }: ScaledSeries): Float64Array {
  const k = regressorCount(period)
  const width = k + scales.length
  const columns = new Float64Array(present.length * width)
  for (let t = 0; t < present.length; t++) {
    if (present[t] === 0) continue
    setRegressors(columns, t * width, t, present.length - 1, period)
    for (let s = 0; s < scales.length; s++) columns[t * width + k + s] = scales[s]![t]!
  }
  return columns
}

function futureRegressors(months: number, horizon: number, period: number): Float64Array {
  const k = regressorCount(period)
  const rows = new Float64Array(horizon * k)
  for (let h = 0; h < horizon; h++) setRegressors(rows, h * k, months + h, months - 1, period)
  return rows
}

/** Sums of products of the surprises: of regressors with each other, with each scale, and of each scale with itself. */
function crossProducts(surprises: Float64Array, k: number, scales: number) {
  const width = k + scales
  const regressors = new Float64Array(k * k)
  const products = Array.from({ length: scales }, () => new Float64Array(k))
  const squares = new Float64Array(scales)
  for (let row = 0; row < surprises.length; row += width) {
    for (let i = 0; i < k; i++) {
      const one = surprises[row + i]!
      for (let j = 0; j <= i; j++) regressors[i * k + j]! += one * surprises[row + j]!
      for (let s = 0; s < scales; s++) products[s]![i]! += one * surprises[row + k + s]!
    }
    for (let s = 0; s < scales; s++) squares[s]! += surprises[row + k + s]! ** 2
  }
  return { regressors, products, squares }
}
