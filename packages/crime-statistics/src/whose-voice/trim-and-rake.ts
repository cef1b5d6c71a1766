import { requireObject, requirePositive, requireWholeFrom } from '../check-inputs.ts'
import { type RakedSample, type RakingOptions, rakeWeights } from './rake-weights.ts'
import type { SurveyMargin } from './survey-sample.ts'

export interface TrimAndRakeOptions extends RakingOptions {
  /** times that weights are capped and raked again; 200 */
  maxTrims?: number
}

export interface TrimmedRakedSample extends RakedSample {
  /** the cap in people: `timesMean` times the mean weight */
  upper: number
  /** times that weights were capped and raked again */
  trims: number
  /** whether no weight is above the cap by more than a millionth once the margins are met */
  withinCap: boolean
}

const NEARLY = 1e-6

/**
 * How many people does each respondent stand for, when nobody may stand for too many? Weights that meet the margins of
 * the population and stay below a set multiple of their mean: caps the weights and rakes again, by turns, until both
 * hold. Where the margins need a larger weight they cannot both hold: `withinCap` is then false, the margins are met,
 * and the cap has to be raised or a category collapsed.
 *
 * @formula w ← rake(min(w, timesMean · mean w)), repeated
 * @use when raking alone gives a few respondents very large weights
 * @avoid caps below about twice the mean with small groups; standard errors take the final weights as raked and know
 *   nothing of the cap
 * @param margins as for {@link rakeWeights}
 * @param timesMean the largest weight allowed as a multiple of the mean weight, above 1; 5 when left out
 * @param options as for raking, and how often to trim
 * @returns the raked sample, the cap and whether it holds
 * @throws RangeError as {@link rakeWeights}, or if timesMean is not above 1
 * @see Potter FJ (1990). A study of procedures to identify and trim extreme sampling weights. Proceedings of the Section on Survey Research Methods, American Statistical Association: 225–230.
 * @example trimAndRake([{ name: 'sex', categories: ['F', 'F', 'M'], targets: { F: 50, M: 50 } }], 1.2) // { withinCap: false, upper: 40 }
 */
export function trimAndRake(
  margins: readonly SurveyMargin[],
  timesMean = 5,
  options: TrimAndRakeOptions = {},
): TrimmedRakedSample {
  requireObject(options, 'options', '{ maxTrims: 100 }')
  const { maxTrims = 200, ...raking } = options
  requirePositive(timesMean, 'timesMean')
  if (timesMean <= 1) throw new RangeError(`timesMean is ${timesMean}: give a multiple of the mean above 1, such as 5.`)
  requireWholeFrom(maxTrims, 'maxTrims', 1)
  let raked = rakeWeights(margins, raking)
  const upper = (timesMean * raked.weights.reduce((sum, weight) => sum + weight, 0)) / raked.weights.length
  const holds = () => raked.weights.every((weight) => weight <= upper * (1 + NEARLY))
  let trims = 0
  while (trims < maxTrims && !holds()) {
    const capped = raked.weights.map((weight) => Math.min(weight, upper))
    raked = rakeWeights(margins, { ...raking, startWeights: capped })
    trims++
  }
  return { ...raked, upper, trims, withinCap: holds() }
}
