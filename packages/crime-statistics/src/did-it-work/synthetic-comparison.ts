import {
  finiteNumbers,
  requireLevel,
  requireList,
  requireNotNegative,
  requireObject,
  requireSameLength,
  requireWholeFrom,
} from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { type Aim, changeInWords, checkedAim, type Evaluation, percent } from './evaluation-answer.ts'
import { simplexLeastSquares } from './simplex-least-squares.ts'

export interface SyntheticOptions extends Aim {
  /** place in the lists, from 0, of the first month with the initiative */
  start: number
  /** level at which chance is ruled out, as a proportion; 0.95 when left out. It takes 19 donors to reach 0.95 */
  level?: number
  /**
   * the largest error before the start, as a share of the treated area's mean, with which anything is answered; 0.25 when
   * left out, a value chosen here
   */
  worstFit?: number
}

export interface SyntheticComparison extends Evaluation {
  /** how much of each donor makes up the synthetic area: 0 or more, adding up to 1 */
  weights: number[]
  /** the synthetic area in each month */
  synthetic: number[]
  /** treated less synthetic */
  gaps: number[]
  /** mean treated over mean synthetic after the start */
  ratio: number | null
  /**
   * the ratio over those of placebos that lie at either end: what is left of the effect when it is set against chance. It
   * leaves the ratio itself out where the placebos at both ends moved the same way
   */
  interval: Interval | null
  /** level of the interval: as near to `level` as the number of placebos allows */
  intervalLevel: number
  /** root mean square of the gaps before the start */
  errorBefore: number
  /** root mean square of the gaps after the start */
  errorAfter: number
  /** errorAfter over errorBefore; null when the fit before was perfect */
  errorRatio: number | null
  /** each donor treated as if the initiative had been there, from the other donors; null where it cannot be told */
  placebos: { errorRatio: number | null; ratio: number | null }[]
  /** rank of the treated area's error ratio among its own and the placebos', over their number */
  p: number
  /** confidence level of the limits, as a proportion */
  level: number
}

/** Fewer months before and after cannot show how well a mixture fits, or what came after. */
export const SYNTHETIC_LEAST_BEFORE = 12
export const SYNTHETIC_LEAST_AFTER = 3

/**
 * What would the area have been like without the initiative, judged by a mixture of others? Donor areas are mixed so that
 * the mixture runs as near as possible to the treated area **before** the start; what it does afterwards is the
 * comparison. The mixture has weights of 0 or more that add up to 1, found exactly: it never reaches beyond the donors.
 *
 * Chance is judged by placebos. Each donor in turn is treated as if the initiative had been there, and the treated area's
 * gap, relative to its error before, is ranked among theirs. With k donors p cannot be below 1/(k + 1): fewer than 19 can
 * never prove anything at 95 %, and the answer says so.
 *
 * @formula w = argmin Σ(t < start) (y(t) − Σ wᵢxᵢ(t))², w ≥ 0, Σw = 1; error ratio = RMSE after / RMSE before;
 *   p = (number of error ratios, its own included, at least as large) / (k + 1)
 * @use for one area with a pool of similar areas without the initiative, as rates
 * @avoid with counts of areas of different size: give rates, or no mixture can be near. With donors that the initiative
 *   reached. Where the fit before is poor, nothing after it means anything
 * @param treated rate of the treated area a month, in order of time, 0 or more
 * @param donors rates of each donor area over the same months; two or more
 * @param options start of the initiative, level, worst fit, and which direction is better
 * @returns weights, the synthetic area, gaps, placebos, p, and an answer
 * @throws TypeError or RangeError if there are fewer than two donors, 12 months before the start or 3 after, lists differ
 *   in length, a value is below 0 or not finite, or an option is out of range
 * @see Abadie A, Diamond A, Hainmueller J (2010). Synthetic control methods for comparative case studies: estimating the effect of California's tobacco control program. Journal of the American Statistical Association 105: 493–505. doi:10.1198/jasa.2009.ap08746
 * @example syntheticComparison([...Array(12).fill(3), 1, 1, 1], [Array.from({ length: 15 }, (_, i) => i % 2 + 2), Array.from({ length: 15 }, (_, i) => 4 - i % 2), Array(15).fill(9)], { start: 12 }) // { weights: [0.5, 0.5, 0], ratio: 0.33, answer: 'not proven' }
 */
export function syntheticComparison(
  treated: ArrayLike<number>,
  donors: readonly ArrayLike<number>[],
  options: SyntheticOptions,
): SyntheticComparison {
  requireObject(options, 'options', '{ start: 30 }')
  const { start, level = 0.95, worstFit = 0.25 } = options
  requireLevel(level)
  requireNotNegative(worstFit, 'worstFit')
  const aim = checkedAim(options)
  const own = rates(treated, 'treated')
  requireList(donors, 'donors')
  if (donors.length < 2) throw new RangeError(`donors has ${donors.length}: give two areas or more.`)
  const pool = Array.from(donors, (donor, i) => {
    const read = rates(donor, `donors[${i}]`)
    requireSameLength(read.length, `donors[${i}]`, own.length, 'treated')
    return read
  })
  requireWholeFrom(start, 'start', 0, own.length)
  if (start < SYNTHETIC_LEAST_BEFORE || own.length - start < SYNTHETIC_LEAST_AFTER)
    throw new RangeError(
      `treated has ${start} months before the start and ${own.length - start} after: give at least ${SYNTHETIC_LEAST_BEFORE} and ${SYNTHETIC_LEAST_AFTER}.`,
    )
  const found = mixture(own, pool, start)
  const placebos = pool.map((donor, i) => mixture(donor, pool.toSpliced(i, 1), start))
  const p = placebos.filter((placebo) => placebo.sortedBy >= found.sortedBy).length + 1
  const range = placeboRange(
    found.ratio,
    placebos.flatMap(({ ratio }) => (ratio ? [ratio] : [])),
    level,
  )
  const result = {
    weights: [...found.weights],
    synthetic: [...found.synthetic],
    gaps: Array.from(own, (value, t) => value - found.synthetic[t]!),
    ratio: found.ratio,
    ...range,
    errorBefore: found.errorBefore,
    errorAfter: found.errorAfter,
    errorRatio: found.errorRatio,
    placebos: placebos.map(({ errorRatio, ratio }) => ({ errorRatio, ratio })),
    p: p / (pool.length + 1),
    level,
  }
  const mean = own.subarray(0, start).reduce((sum, value) => sum + value / start, 0)
  return { ...result, ...answerOf(result, mean, worstFit, aim) }
}

function rates(values: ArrayLike<number>, name: string): Float64Array {
  const read = finiteNumbers(values, name)
  for (let t = 0; t < read.length; t++) if (read[t]! < 0) requireNotNegative(read[t]!, `${name}[${t}]`)
  return read
}

function mixture(own: Float64Array, pool: readonly Float64Array[], start: number) {
  const weights = simplexLeastSquares(
    pool.map((donor) => donor.subarray(0, start)),
    own.subarray(0, start),
  )
  const synthetic = own.map((_, t) => pool.reduce((sum, donor, i) => sum + weights[i]! * donor[t]!, 0))
  const error = (from: number, to: number) => {
    let sum = 0
    for (let t = from; t < to; t++) sum += (own[t]! - synthetic[t]!) ** 2
    return Math.sqrt(sum / (to - from))
  }
  const total = (values: Float64Array) => values.subarray(start).reduce((sum, value) => sum + value, 0)
  const errorBefore = error(0, start)
  const errorAfter = error(start, own.length)
  // a fit of rounding error only is perfect: any gap after it is out of all proportion
  const perfect = errorBefore <= 1e-10 * own.reduce((most, value) => Math.max(most, value), 0)
  return {
    weights,
    synthetic,
    errorBefore,
    errorAfter,
    errorRatio: perfect ? null : errorAfter / errorBefore,
    sortedBy: perfect ? (errorAfter > errorBefore ? Infinity : 0) : errorAfter / errorBefore,
    ratio: total(synthetic) > 0 ? total(own) / total(synthetic) : null,
  }
}

/** The ratio set against the placebos' at either end, as far out as the level asks and their number allows. */
function placeboRange(ratio: number | null, placebos: number[], level: number) {
  const sorted = placebos.toSorted((a, b) => a - b)
  const out = Math.max(1, Math.floor(((sorted.length + 1) * (1 - level)) / 2))
  const intervalLevel = Math.max(0, 1 - (2 * out) / (sorted.length + 1))
  if (ratio === null || sorted.length < 2) return { interval: null, intervalLevel }
  return { interval: { lower: ratio / sorted.at(-out)!, upper: ratio / sorted[out - 1]! }, intervalLevel }
}

function answerOf(
  { ratio, p, errorBefore, placebos, level }: Omit<SyntheticComparison, 'answer' | 'reason'>,
  mean: number,
  worstFit: number,
  { better }: Required<Aim>,
): Evaluation {
  const notProven = (reason: string): Evaluation => ({ answer: 'not proven', reason })
  if (!(errorBefore <= worstFit * mean))
    return notProven(
      `Before the start the mixture missed the area by ${mean > 0 ? percent((100 * errorBefore) / mean) : 'more than all'} of its mean: no mixture of these areas is near enough to compare it with.`,
    )
  const needed = Math.ceil(1 / (1 - level) - 1e-9) - 1
  if (placebos.length < needed)
    return notProven(
      `There are ${placebos.length} areas to judge chance by: it takes ${needed} to rule it out at ${percent(100 * level)}.`,
    )
  if (ratio === null) return notProven('The mixture has nothing after the start: there is no ratio.')
  const found = `${changeInWords(ratio)} than in the mixture of other areas; ${Math.round(p * (placebos.length + 1))} of ${placebos.length + 1} areas, itself included, moved as far out of line (p ${p.toFixed(3)})`
  if (p > 1 - level + 1e-9) return notProven(`${found}: areas without the initiative often do.`)
  const improved = better === 'fewer' ? ratio < 1 : ratio > 1
  return improved
    ? { answer: 'worked', reason: `${found}: ${better} is better, and chance is ruled out.` }
    : { answer: 'did not work', reason: `${found}: ${better} would be better, and chance is ruled out.` }
}
