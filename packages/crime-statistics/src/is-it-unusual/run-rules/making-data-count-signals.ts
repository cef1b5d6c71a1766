import { orNull } from '../charts/observed-values.ts'
import { beyond, fewOf, sameSide, trend } from './patterns.ts'
import { standardise } from './standardised.ts'

/** Places of the months that complete a pattern, 0 the first; every later month that still completes it is listed too. */
export interface MakingDataCountSignals {
  /** distance from the centre in sigmas; null where a month is missing or sigma is 0 */
  z: (number | null)[]
  /** a single month beyond the limits (3 sigma) */
  beyondLimits: number[]
  /** shift: seven in a row on one side of the centre */
  sevenOnOneSide: number[]
  /** trend: seven in a row rising or falling, which is six steps */
  sevenInTrend: number[]
  /** two of three near a limit (beyond 2 sigma on one side), whichever two of the three they are */
  twoOfThreeNearLimit: number[]
}

/**
 * Which months of a chart call for attention by the rules the NHS uses in "making data count"? A month beyond the
 * limits, a shift or trend of seven, two of three near a limit.
 *
 * The variant of two-of-three counts any two of the last three months, so that a month back in the middle still lists
 * the pattern it ends. Comparisons are strict: a month on the centre breaks a run. Missing months break runs too, and a
 * window of three with one missing tells nothing. Together they give one false alarm in about 80 months of independent
 * normal chance.
 *
 * @formula z(i) = (x(i) − centre) / sigma; rules as listed with each field
 * @use where health partners read the same charts, or a board is used to these rules
 * @avoid mixing with other sets on one chart: name one and keep to it
 * @param values the series in order of time; null where a month is missing
 * @param centre the chart's centre line
 * @param sigma the chart's sigma, or one for each month where limits vary
 * @returns for each rule the months that complete it
 * @throws RangeError if a value or centre is not finite, sigma is below 0, or there is not one sigma for every month
 * @see NHS England. Making Data Count: Strengthening your decisions. https://www.england.nhs.uk/publication/making-data-count/
 * @example makingDataCountSignals([15, 15, 10, 10], 10, 2).twoOfThreeNearLimit // [2]
 * @example makingDataCountSignals([1, 2, 3, 4, 5, 6, 7], 4, 2).sevenInTrend // [6]
 */
export function makingDataCountSignals(
  values: ArrayLike<number | null>,
  centre: number,
  sigma: number | ArrayLike<number>,
): MakingDataCountSignals {
  const chart = standardise(values, centre, sigma)
  return {
    z: orNull(chart.z),
    beyondLimits: beyond(chart, 3),
    sevenOnOneSide: sameSide(chart, 7),
    sevenInTrend: trend(chart, 7),
    twoOfThreeNearLimit: fewOf(chart, { need: 2, of: 3, sigmas: 2, endsBeyond: false }),
  }
}
