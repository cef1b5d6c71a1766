import { type CriterionDirection, criterionFigures } from './criterion.ts'

/**
 * How many standard deviations is each figure above the list's mean? 0 is average, 1 well above. The standard deviation
 * is the sample's, with n − 1. When all are the same each gets 0.
 *
 * **The values depend on the list**: see {@link minMaxValues} for what follows, and a printed scale to avoid it.
 *
 * @formula (x − mean)/s, s² = Σ(x − mean)²/(n − 1); with the sign turned where less matters more
 * @use to add up criteria so that each has the same spread on this list
 * @avoid for a standing ranking, to which candidates are added; for very skew figures, where one candidate has it all
 * @param figures one figure of the criterion for each candidate
 * @param direction `max` where more matters more, `min` where less does; `max` when left out
 * @returns values around 0, in the order given
 * @throws TypeError if figures is not a list of numbers; RangeError if one is not finite or the direction is another word
 * @see OECD, European Commission Joint Research Centre (2008). Handbook on Constructing Composite Indicators. Paris: OECD, section 5.
 * @example zScoreValues([10, 20, 30]) // [-1, 0, 1]
 * @example zScoreValues([7, 7]) // [0, 0]
 */
export function zScoreValues(figures: ArrayLike<number>, direction: CriterionDirection = 'max'): number[] {
  const turned = criterionFigures(figures, direction)
  const n = turned.length
  const most = turned.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0)
  const unit = most > 0 ? 2 ** Math.floor(Math.log2(most)) : 1 // so that squares stay numbers; dividing by it is exact
  const scaled = turned.map((figure) => figure / unit)
  const mean = scaled.reduce((sum, figure) => sum + figure / n, 0)
  const constant = scaled.every((figure) => figure === scaled[0])
  const sd = Math.sqrt(scaled.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (n - 1))
  return Array.from(scaled, (figure) => (constant || !(sd > 0) ? 0 : (figure - mean) / sd))
}
