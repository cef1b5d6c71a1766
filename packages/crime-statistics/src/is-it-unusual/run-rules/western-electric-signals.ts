import { orNull } from '../charts/observed-values.ts'
import { beyond, fewOf, sameSide } from './patterns.ts'
import { standardise } from './standardised.ts'

/** Places of the months that complete a pattern, 0 the first; every later month that still completes it is listed too. */
export interface WesternElectricSignals {
  /** distance from the centre in sigmas; null where a month is missing or sigma is 0 */
  z: (number | null)[]
  /** rule 1: beyond 3 sigma */
  beyondThreeSigma: number[]
  /** rule 2: two of three beyond 2 sigma on one side, the last one of them */
  twoOfThreeBeyondTwoSigma: number[]
  /** rule 3: four of five beyond 1 sigma on one side, the last one of them */
  fourOfFiveBeyondOneSigma: number[]
  /** rule 4: eight in a row on one side of the centre */
  eightOnOneSide: number[]
}

/**
 * Which months of a control chart form a pattern that chance seldom makes, by the four tests of Western Electric? The
 * zone tests of its handbook: the smallest well-known set, and the one with the fewest false alarms.
 *
 * Comparisons are strict: a month on the centre belongs to neither side and breaks a run. Missing months break runs, and
 * a window of three or five with one missing tells nothing. Together they give one false alarm in about 92 months of
 * independent normal chance.
 *
 * @formula z(i) = (x(i) − centre) / sigma; rules as listed with each field
 * @use to read an {@link xmrChart} or another chart with few rules
 * @avoid beside {@link nelsonSignals} on one chart: the sets share three rules and differ in the length of a run
 * @param values the series in order of time; null where a month is missing
 * @param centre the chart's centre line
 * @param sigma the chart's sigma, or one for each month where limits vary
 * @returns for each rule the months that complete it
 * @throws RangeError if a value or centre is not finite, sigma is below 0, or there is not one sigma for every month
 * @see Western Electric Company (1956). Statistical Quality Control Handbook. Indianapolis: Western Electric.
 * @see Champ CW, Woodall WH (1987). Exact results for Shewhart control charts with supplementary runs rules. Technometrics 29: 393–399. doi:10.1080/00401706.1987.10488266
 * @example westernElectricSignals([11, 15, 15, 10], 10, 2).twoOfThreeBeyondTwoSigma // [2]
 * @example westernElectricSignals([11, 12, 11, 13, 12, 11, 12, 11], 10, 2).eightOnOneSide // [7]
 */
export function westernElectricSignals(
  values: ArrayLike<number | null>,
  centre: number,
  sigma: number | ArrayLike<number>,
): WesternElectricSignals {
  const chart = standardise(values, centre, sigma)
  return {
    z: orNull(chart.z),
    beyondThreeSigma: beyond(chart, 3),
    twoOfThreeBeyondTwoSigma: fewOf(chart, { need: 2, of: 3, sigmas: 2, endsBeyond: true }),
    fourOfFiveBeyondOneSigma: fewOf(chart, { need: 4, of: 5, sigmas: 1, endsBeyond: true }),
    eightOnOneSide: sameSide(chart, 8),
  }
}
