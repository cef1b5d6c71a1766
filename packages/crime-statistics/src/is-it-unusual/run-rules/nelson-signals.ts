import { orNull } from '../charts/observed-values.ts'
import { alternating, beyond, fewOf, outOf, sameSide, trend, within } from './patterns.ts'
import { standardise } from './standardised.ts'

/** Places of the months that complete a pattern, 0 the first; every later month that still completes it is listed too. */
export interface NelsonSignals {
  /** distance from the centre in sigmas; null where a month is missing or sigma is 0 */
  z: (number | null)[]
  /** rule 1: beyond 3 sigma */
  beyondThreeSigma: number[]
  /** rule 2: nine in a row on one side of the centre */
  nineOnOneSide: number[]
  /** rule 3: six in a row rising or falling, which is five steps */
  sixInTrend: number[]
  /** rule 4: fourteen in a row going up and down by turns */
  fourteenAlternating: number[]
  /** rule 5: two of three beyond 2 sigma on one side, the last one of them */
  twoOfThreeBeyondTwoSigma: number[]
  /** rule 6: four of five beyond 1 sigma on one side, the last one of them */
  fourOfFiveBeyondOneSigma: number[]
  /** rule 7: fifteen in a row within 1 sigma */
  fifteenWithinOneSigma: number[]
  /** rule 8: eight in a row outside 1 sigma, on whichever side */
  eightOutsideOneSigma: number[]
}

/**
 * Which months of a control chart form a pattern that chance seldom makes, by Nelson's eight tests?
 *
 * Comparisons are strict: a month on the centre belongs to neither side and breaks a run, a month just on a limit is not
 * beyond it. Missing months break runs, and a window of three or five with one missing tells nothing. The more rules,
 * the more false alarms: all eight together give one in about 75 months of independent normal chance, the first alone
 * one in 370.
 *
 * @formula z(i) = (x(i) − centre) / sigma; rules as listed with each field
 * @use to read an {@link xmrChart} or another chart closely, by an analyst
 * @avoid as automatic alarms over many series: see {@link emergingIssues}
 * @param values the series in order of time; null where a month is missing
 * @param centre the chart's centre line
 * @param sigma the chart's sigma, or one for each month where limits vary
 * @returns for each rule the months that complete it
 * @throws RangeError if a value or centre is not finite, sigma is below 0, or there is not one sigma for every month
 * @see Nelson LS (1984). The Shewhart control chart: tests for special causes. Journal of Quality Technology 16: 237–239.
 * @example nelsonSignals([5, 6, 7, 8, 9, 10, 11], 8, 2).sixInTrend // [5, 6]
 * @example nelsonSignals([10, 12, 17, 10], 10, 2).beyondThreeSigma // [2]
 */
export function nelsonSignals(
  values: ArrayLike<number | null>,
  centre: number,
  sigma: number | ArrayLike<number>,
): NelsonSignals {
  const chart = standardise(values, centre, sigma)
  return {
    z: orNull(chart.z),
    beyondThreeSigma: beyond(chart, 3),
    nineOnOneSide: sameSide(chart, 9),
    sixInTrend: trend(chart, 6),
    fourteenAlternating: alternating(chart, 14),
    twoOfThreeBeyondTwoSigma: fewOf(chart, { need: 2, of: 3, sigmas: 2, endsBeyond: true }),
    fourOfFiveBeyondOneSigma: fewOf(chart, { need: 4, of: 5, sigmas: 1, endsBeyond: true }),
    fifteenWithinOneSigma: within(chart, 1, 15),
    eightOutsideOneSigma: outOf(chart, 1, 8),
  }
}
