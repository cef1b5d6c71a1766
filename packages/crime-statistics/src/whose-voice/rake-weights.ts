import { requireLevel, requireList, requireObject, requireWholeFrom } from '../check-inputs.ts'
import { codedMargin, meetMargin, requireMargin, requireOnePopulation } from './margin-targets.ts'
import { requireStartWeights, type SurveyMargin, type WeightedSample } from './survey-sample.ts'

export interface RakingOptions {
  /** weights before raking, such as 1/chance of being asked; 1 each when left out */
  startWeights?: ArrayLike<number>
  /** largest miss of any category, as a proportion of its target, at which a round changes nothing more; 1e-12 */
  tolerance?: number
  /** rounds over all margins; 1000 */
  maxRounds?: number
}

export interface RakedSample extends WeightedSample {
  weights: Float64Array<ArrayBuffer>
  adjustment: { kind: 'raked'; margins: ArrayLike<string | number>[] }
  /** whether every margin was met within the tolerance; if not, do not use the weights */
  converged: boolean
  /** rounds over all margins that were made */
  rounds: number
  /** how far the worst category was off in the last round, as a proportion of its target */
  largestMiss: number
}

/**
 * How many people does each respondent stand for, so that the sample has the age, sex, areas … of the population?
 * Raking (iterative proportional fitting): the weights are scaled to meet one margin after the other, round after round,
 * until all are met. Only the margins are needed, not their cross-table.
 *
 * Stops when in a whole round no category was off its target by more than `tolerance` (a proportion of the target).
 * Samples in which a combination is empty may never get there: `converged` is then false.
 *
 * Weights mend what the margins describe and nothing else. People who chose to answer – 136 answers to an open poll –
 * are no random sample: there is no sampling error in the strict sense, and no weight makes one.
 *
 * @formula w ← w · target(category) / Σ w(category), for each margin in turn
 * @use when the make-up of the population is known margin by margin, from a census table
 * @avoid with categories nobody is in: they are refused, collapse them first ({@link collapseMargin}); with the
 *   cross-table known and well filled use {@link postStratifiedWeights}
 * @param margins one for each characteristic, each with the category of every respondent and the population by category
 * @param options start weights, tolerance and rounds
 * @returns weights that add up to the population, and how the fit ended; ready for {@link weightedShare}
 * @throws RangeError if a category has a target but no respondent or respondents but no target, totals of the margins
 *   differ by more than a millionth, or lengths differ
 * @see Deming WE, Stephan FF (1940). On a least squares adjustment of a sampled frequency table when the expected marginal totals are known. Annals of Mathematical Statistics 11: 427–444. doi:10.1214/aoms/1177731829
 * @example rakeWeights([{ name: 'sex', categories: ['F', 'F', 'M'], targets: { F: 50, M: 50 } }]).weights // [25, 25, 50]
 */
export function rakeWeights(margins: readonly SurveyMargin[], options: RakingOptions = {}): RakedSample {
  requireObject(options, 'options', '{ maxRounds: 100 }')
  const { tolerance = 1e-12, maxRounds = 1000 } = options
  requireList(margins, 'margins')
  if (margins.length === 0) throw new RangeError('margins is empty: give at least one characteristic to rake to.')
  for (let m = 0; m < margins.length; m++) requireMargin(margins[m]!, `margins[${m}]`)
  requireLevel(tolerance, 'tolerance', 1e-12)
  requireWholeFrom(maxRounds, 'maxRounds', 1)
  const respondents = margins[0]!.categories.length
  if (respondents === 0) throw new RangeError('the sample is empty: there is nobody to weight.')
  const coded = margins.map((margin) => codedMargin(margin, respondents))
  requireOnePopulation(coded)
  const weights = requireStartWeights(options.startWeights, respondents)
  let rounds = 0
  let largestMiss = Infinity
  while (rounds < maxRounds && largestMiss > tolerance) {
    largestMiss = 0
    for (const margin of coded) largestMiss = Math.max(largestMiss, meetMargin(weights, margin))
    rounds++
  }
  // A single margin is met exactly by its first round, whatever it was off before.
  if (coded.length === 1) largestMiss = 0
  return {
    weights,
    adjustment: { kind: 'raked', margins: margins.map(({ categories }) => categories) },
    converged: largestMiss <= tolerance,
    rounds,
    largestMiss,
  }
}
