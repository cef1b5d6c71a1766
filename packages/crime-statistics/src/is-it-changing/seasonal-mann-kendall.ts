import { requireObject } from '../check-inputs.ts'
import { normalTwoSidedP } from '../distributions/normal.ts'
import { dependentVariance } from './dependent-variance.ts'
import { standardised } from './mann-kendall.ts'
import { risesLessFalls, tiedVariance } from './rises-less-falls.ts'
import { type SeasonOptions, seasonsOf } from './seasons.ts'

/** Below this many cycles Hirsch and Slack's variance, which is estimated from them, is shaky. */
const STEADY_CYCLES = 10

export interface SeasonalMannKendall {
  /** rises less falls within each season, added up */
  s: number
  /** its variance were there no direction and seasons independent, corrected for ties */
  variance: number
  /** s in standard deviations, one step nearer to 0; 0 where s cannot vary */
  z: number
  /** two-sided p-value of no direction */
  p: number
  /** s over the number of pairs within seasons */
  tau: number
  /** each season's own s, variance and number of values, in the order of the series' first places */
  perSeason: { s: number; variance: number; n: number }[]
  /** the same s with a variance that allows for months that follow each other (Hirsch and Slack) */
  dependent: DependentMannKendall
}

export interface DependentMannKendall {
  variance: number
  /** null where the variance comes out at 0 or below */
  z: number | null
  p: number | null
  /** cycles it was estimated from */
  cycles: number
  /** true under 10 cycles: too few to estimate it well */
  shaky: boolean
}

/**
 * Is there a lasting direction in a seasonal series? Each January is compared with other Januaries only, each February
 * with Februaries, and what they say is added up; so season by itself is no direction.
 *
 * The first p assumes that months are independent. Crime months that follow each other are alike, which makes it too
 * small: of simulated series without a direction it is below 0.05 in 5 to 12 of 100 where neighbouring months are correlated
 * by 0.3, 12 to 23 at 0.5 and 20 to 38 at 0.7, more in longer ones. `dependent` allows for that with Hirsch and Slack's
 * variance (4 to 8 of 100 in ten years). It is meant for about ten years or more: with fewer it is shaky, and says so; with
 * three to five it finds next to nothing. Where the two disagree, say that direction cannot be ascertained.
 *
 * @formula S = Σ over seasons of Mann–Kendall's S; variance = Σ of theirs; z = (S − sign S)/√variance. Dependent variance =
 *   Σ over seasons g, h of (K_gh + 4 Σᵢ R_ig·R_ih − n(n_g + 1)(n_h + 1))/3 with K_gh = Σ over i < j of sign((y_jg − y_ig)(y_jh − y_ih)),
 *   R the mid-ranks within a season and a missing value's the season's middle rank, n the cycles, n_g the values of a season
 * @use for monthly series of two years and more, of any unit
 * @avoid where seasons move in different directions, which cancel out (see `perSeason`). A level shift looks like a trend: look
 *   for a changepoint first
 *
 * @param values the series in order of time, one place for every month; null where a value is missing
 * @param options steps in a cycle
 * @returns s with both variances, z and p, and each season's part
 * @throws TypeError if values is not an array or holds something else than numbers and null; RangeError if a value is not
 *   finite, seasons is not a whole number from 2, or no season was seen twice
 * @see Hirsch RM, Slack JR, Smith RA (1982). Techniques of trend analysis for monthly water quality data. Water Resources Research 18: 107–121. doi:10.1029/WR018i001p00107
 * @see Hirsch RM, Slack JR (1984). A nonparametric trend test for seasonal data with serial dependence. Water Resources Research 20: 727–732. doi:10.1029/WR020i006p00727
 * @example seasonalMannKendall([3, 9, 4, 11, 6, 10, 7, 14], { period: 2 }) // { s: 10, variance: 17.3333, z: 2.1617, p: 0.0306 }
 */
export function seasonalMannKendall(
  values: ArrayLike<number | null>,
  options: SeasonOptions = {},
): SeasonalMannKendall {
  requireObject(options, 'options', '{ period: 12 }')
  const { period = 12 } = options
  const groups = seasonsOf(values, period)
  const perSeason = groups.map(({ value }) => ({
    s: risesLessFalls(value),
    variance: tiedVariance(value),
    n: value.length,
  }))
  const s = perSeason.reduce((sum, season) => sum + season.s, 0)
  const variance = perSeason.reduce((sum, season) => sum + season.variance, 0)
  const pairs = perSeason.reduce((sum, { n }) => sum + (n * (n - 1)) / 2, 0)
  const z = standardised(s, variance)
  const cycles = Math.ceil(values.length / period)
  const estimated = dependentVariance(groups, cycles)
  const dependentZ = estimated > 0 ? standardised(s, estimated) : null
  return {
    s,
    variance,
    z,
    p: normalTwoSidedP(z),
    tau: s / pairs,
    perSeason,
    dependent: {
      variance: estimated,
      z: dependentZ,
      p: dependentZ === null ? null : normalTwoSidedP(dependentZ),
      cycles,
      shaky: cycles < STEADY_CYCLES,
    },
  }
}
