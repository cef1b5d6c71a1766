import { finiteNumbers } from '../check-inputs.ts'

/**
 * Do neighbouring months move together beyond what a model explains? The Durbin–Watson statistic of residuals in order of
 * time: about 2 when they do not, towards 0 when a high month tends to follow a high one, towards 4 when they alternate.
 * Well below 2, intervals that take months as independent are too narrow.
 *
 * @formula Σ(eₜ − eₜ₋₁)² / Σeₜ²
 * @use on the Pearson residuals of a time-series model
 * @avoid as a test by table: with month effects and counts its usual critical values do not hold
 * @param residuals residuals in order of time, at least two
 * @returns the statistic, 0 to 4; null when all residuals are 0
 * @throws TypeError if residuals is not a list of numbers; RangeError if one is not finite or there are fewer than two
 * @see Durbin J, Watson GS (1950). Testing for serial correlation in least squares regression, I. Biometrika 37: 409–428. doi:10.1093/biomet/37.3-4.409
 * @example durbinWatson([1, -1, 1, -1]) // 3
 */
export function durbinWatson(residuals: ArrayLike<number>): number | null {
  const values = finiteNumbers(residuals, 'residuals')
  if (values.length < 2) throw new RangeError(`residuals has ${values.length}: give two or more, in order of time.`)
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return null
  let changes = 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! / largest // so that squares stay numbers
    squares += value ** 2
    if (i > 0) changes += (value - values[i - 1]! / largest) ** 2
  }
  return changes / squares
}
