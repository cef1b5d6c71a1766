import { requireObject } from '../../check-inputs.ts'
import { meanOf, pairedValues } from './scored-series.ts'

/**
 * How often did the limits hold what came? The share of values within them, limits included. Over many forecasts it
 * should be near the level: 95 % limits that hold 85 % promise too much, ones that hold 100 % say too little.
 *
 * @formula coverage = share of steps with lower ≤ actual ≤ upper
 * @use over many series or origins, to see whether limits can be believed.
 * @avoid for one forecast: its months rise and fall together, so that 12 of them are far less than 12 trials.
 *
 * @param actual values that came
 * @param limits lower and upper limit of each
 * @returns share from 0 to 1
 * @throws TypeError if a list is not an array of numbers; RangeError if it is empty or lengths differ
 * @see Gneiting T, Raftery AE (2007). Strictly proper scoring rules, prediction, and estimation. JASA 102: 359–378. doi:10.1198/016214506000001437
 * @example intervalCoverage([5, 9], { lower: [3, 4], upper: [7, 8] }) // 0.5
 */
export function intervalCoverage(
  actual: ArrayLike<number>,
  limits: { lower: ArrayLike<number>; upper: ArrayLike<number> },
): number {
  requireObject(limits, 'limits', '{ lower: [3], upper: [7] }')
  const { lower, upper } = limits
  const { came, foreseen: least } = pairedValues(actual, lower, 'lower')
  const { foreseen: most } = pairedValues(actual, upper, 'upper')
  return meanOf(came, (value, i) => (value >= least[i]! && value <= most[i]! ? 1 : 0))
}
