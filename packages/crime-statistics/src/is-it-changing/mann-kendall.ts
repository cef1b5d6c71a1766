import { normalTwoSidedP } from '../distributions/normal.ts'
import { requireSeries } from './check-series.ts'
import { risesLessFalls, tiedVariance, tieSizes } from './rises-less-falls.ts'

export interface MannKendall {
  /** rises less falls over all pairs of values */
  s: number
  /** variance of s were there no direction, corrected for ties */
  variance: number
  /** s in standard deviations, one step nearer to 0 (continuity correction); 0 when all values are the same */
  z: number
  /** two-sided p-value of no direction */
  p: number
  /** s over the number of pairs: −1 when every later value is lower, 1 when every later value is higher */
  tauA: number
  /** the same, with ties taken out of the pairs; null when all values are the same */
  tauB: number | null
  /** values used */
  n: number
}

/**
 * Is there a lasting direction in a series? Counts, over all pairs, how often the later value is higher. Only order
 * matters, so an extreme month moves it no more than any other. It assumes that months are independent: season and runs
 * of high months make p too small, and a single step up counts as a direction.
 *
 * @formula S = Σ over i < j of sign(yⱼ − yᵢ); variance (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values;
 *   z = (S − sign S)/√variance; τa = S/(n(n − 1)/2); τb = S/√((n(n − 1)/2 − Σ t(t − 1)/2)·n(n − 1)/2)
 * @use for yearly figures, or monthly ones whose season has been taken out
 * @avoid for raw months, which are seasonal: seasonalMannKendall. A level shift looks like a trend: look for a changepoint first
 *
 * @param values the series in order of time; null where a value is missing, which is left out
 * @returns s, its variance, z, p and Kendall's tau. With fewer than about 10 values p is rough: under 12
 *   months say that direction cannot be ascertained
 * @throws TypeError if values is not an array or holds something else than numbers and null; RangeError if a value is
 *   not finite or fewer than 2 are left
 * @see Mann HB (1945). Nonparametric tests against trend. Econometrica 13: 245–259. doi:10.2307/1907187
 * @see Kendall MG (1975). Rank Correlation Methods, 4th edition. London: Griffin, chapter 4.
 * @example mannKendall([3, 5, 4, 6, 8, 7, 9]) // { s: 17, variance: 44.3333, z: 2.403, p: 0.0163, tauA: 0.8095 }
 */
export function mannKendall(values: ArrayLike<number | null>): MannKendall {
  const y = Float64Array.from(requireSeries(values), ({ value }) => value)
  const n = y.length
  const s = risesLessFalls(y)
  const variance = tiedVariance(y)
  const z = standardised(s, variance)
  const pairs = (n * (n - 1)) / 2
  const untied = pairs - tieSizes(y.sort()).reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return {
    s,
    variance,
    z,
    p: normalTwoSidedP(z),
    tauA: s / pairs,
    tauB: untied === 0 ? null : s / Math.sqrt(untied * pairs),
    n,
  }
}

/** s in standard deviations after one step towards 0; 0 where s cannot vary. */
export const standardised = (s: number, variance: number) =>
  variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0
