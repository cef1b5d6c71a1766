import { requireLevel, requireList, squarableNumbers } from '../check-inputs.ts'
import { betaQuantileOdds } from '../distributions/beta.ts'
import type { Interval } from '../interval.ts'

export interface Reliability {
  /**
   * 1 where raters' scores are the same, 0 or below where cases do not differ more than raters do; null where neither
   * cases nor raters differ in their means
   */
  correlation: number | null
  interval: Interval | null
}

/** Each form for one rater's scores, and for the mean of all raters'. */
export interface ReliabilityForms {
  single: Reliability
  average: Reliability
}

export interface IntraclassCorrelation {
  /** ICC(1): each case was scored by other raters */
  oneWay: ReliabilityForms
  /** ICC(2), absolute agreement: the same raters, of whom others could have been chosen; a strict rater counts against it */
  agreement: ReliabilityForms
  /** ICC(3), consistency: the same raters, and only the order and spacing of scores matter */
  consistency: ReliabilityForms
  cases: number
  raters: number
  /** confidence level of the limits, as a proportion */
  level: number
}

/**
 * How far can scores be trusted, given by several raters to the same cases? The intraclass correlation is the share of
 * the variation of scores that is between cases, not between raters. Three forms answer three questions; each for one
 * rater's scores and for the mean of all.
 *
 * For scores that are put together to rank candidates, `agreement.average` is the one: raters are taken to stand for
 * others, and a partner who marks all lower counts as disagreement.
 *
 * @formula from the mean squares of cases R, raters C, rest E, and within cases W, n cases, k raters:
 *   ICC(1) = (R − W)/(R + (k − 1)W); ICC(2) = (R − E)/(R + (k − 1)E + k(C − E)/n); ICC(3) = (R − E)/(R + (k − 1)E); limits
 *   from F distributions, for ICC(2) with Satterthwaite's degrees of freedom, but never fewer than 1
 * @use for scores on a scale of many steps, every rater scoring every case
 * @avoid for names or a handful of steps ({@link fleissKappa}); with cases that hardly differ it is low however near the
 *   scores are
 * @param scores a row for each case, with the score of each rater in the same order
 * @param level confidence level as a proportion, 0 to 1 exclusive; 0.95 when left out
 * @returns the six forms with their intervals; null where all scores are the same, or raters agree to the last digit and
 *   cases do not differ
 * @throws TypeError or RangeError if there are fewer than two cases or raters, rows differ in length, a score is not a
 *   finite number, or level is outside 0 to 1
 * @see Shrout PE, Fleiss JL (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86: 420–428. doi:10.1037/0033-2909.86.2.420
 * @see McGraw KO, Wong SP (1996). Forming inferences about some intraclass correlation coefficients. Psychological Methods 1: 30–46. doi:10.1037/1082-989X.1.1.30
 * @example intraclassCorrelation([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]).agreement // { single: { correlation: 0.29, interval: { lower: 0.02, upper: 0.76 } }, average: { correlation: 0.62 } }
 */
export function intraclassCorrelation(
  scores: readonly ArrayLike<number>[],
  level = 0.95,
): IntraclassCorrelation | null {
  requireLevel(level)
  const { rows, raters: k } = scoreRows(scores)
  const n = rows.length
  const { cases, judges, rest, within } = meanSquares(rows, n, k)
  if (!(cases > 0) && !(within > 0)) return null
  const at = (1 - level) / 2
  const upperF = (a: number, b: number) => fQuantile(1 - at, a, b)
  const oneWay = formsOf(cases, within, n - 1, n * (k - 1), k, upperF)
  const consistency = formsOf(cases, rest, n - 1, (n - 1) * (k - 1), k, upperF)
  return { oneWay, agreement: agreementOf(cases, judges, rest, n, k, upperF), consistency, cases: n, raters: k, level }
}

type UpperF = (numerator: number, denominator: number) => number

/** ICC(1) and ICC(3) have one shape: mean squares of cases against an error. */
function formsOf(cases: number, error: number, a: number, b: number, k: number, upperF: UpperF): ReliabilityForms {
  const low = cases / upperF(a, b)
  const high = cases * upperF(b, a)
  const single = (ms: number) => (ms - error) / (ms + (k - 1) * error)
  const average = (ms: number) => 1 - error / ms
  return {
    single: { correlation: single(cases), interval: { lower: single(low), upper: single(high) } },
    average:
      cases > 0
        ? { correlation: average(cases), interval: { lower: average(low), upper: average(high) } }
        : { correlation: null, interval: null },
  }
}

function agreementOf(
  cases: number,
  judges: number,
  rest: number,
  n: number,
  k: number,
  upperF: UpperF,
): ReliabilityForms {
  const variation = cases + (k - 1) * rest + (k * (judges - rest)) / n
  const nothing = { correlation: null, interval: null }
  if (!(variation > 1e-12 * (cases + judges + rest))) return { single: nothing, average: nothing }
  const single = (cases - rest) / variation
  const spread = n * (1 + (k - 1) * single) - k * single
  // Satterthwaite's degrees of freedom, multiplied out by the rest's mean square so that none is divided by
  const top = (k - 1) * (n - 1) * (k * single * judges + spread * rest) ** 2
  const bottom = (n - 1) * (k * single * judges) ** 2 + (spread * rest) ** 2
  const freedom = bottom > 0 ? Math.max(1, top / bottom) : (n - 1) * (k - 1)
  const lowF = upperF(n - 1, freedom)
  const highF = upperF(freedom, n - 1)
  const others = k * judges + (k * n - k - n) * rest
  const lower = (n * (cases - lowF * rest)) / (lowF * others + n * cases)
  const upper = (n * (highF * cases - rest)) / (others + n * highF * cases)
  const ofMean = (one: number) => (one * k) / (1 + one * (k - 1))
  const defined = [single, lower, upper].every((one) => 1 + one * (k - 1) > 1e-12)
  return {
    single: { correlation: single, interval: { lower, upper } },
    average: defined
      ? { correlation: ofMean(single), interval: { lower: ofMean(lower), upper: ofMean(upper) } }
      : { correlation: null, interval: null },
  }
}

/** Quantile of the F distribution by that of the beta distribution. */
const fQuantile = (p: number, a: number, b: number) => (betaQuantileOdds(p, a / 2, b / 2) * b) / a

function meanSquares(rows: readonly Float64Array[], n: number, k: number) {
  const origin = rows[0]![0]!
  const centred = rows.map((row) => row.map((score) => score - origin)) // so that squares keep their digits
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0)
  const caseMeans = centred.map((row) => mean([...row]))
  const raterMeans = Array.from({ length: k }, (_, j) => mean(centred.map((row) => row[j]!)))
  const grand = mean(caseMeans)
  const squares = (values: number[]) => values.reduce((sum, value) => sum + value ** 2, 0)
  const cases = (k * squares(caseMeans.map((value) => value - grand))) / (n - 1)
  const judges = (n * squares(raterMeans.map((value) => value - grand))) / (k - 1)
  const within = squares(centred.flatMap((row, i) => Array.from(row, (score) => score - caseMeans[i]!)))
  const rest = squares(
    centred.flatMap((row, i) => Array.from(row, (score, j) => score - caseMeans[i]! - raterMeans[j]! + grand)),
  )
  return { cases, judges, rest: rest / ((n - 1) * (k - 1)), within: within / (n * (k - 1)) }
}

function scoreRows(scores: readonly ArrayLike<number>[]) {
  requireList(scores, 'scores')
  const rows = Array.from(scores, (row, i) => squarableNumbers(row, `scores[${i}]`))
  const raters = rows[0]?.length ?? 0
  if (rows.length < 2 || raters < 2)
    throw new RangeError(`scores has ${rows.length} cases and ${raters} raters: give two or more of each.`)
  for (const [i, row] of rows.entries())
    if (row.length !== raters)
      throw new RangeError(
        `scores[${i}] has ${row.length} scores and scores[0] has ${raters}: give all raters' scores.`,
      )
  return { rows, raters }
}
