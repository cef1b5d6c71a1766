import { type CriterionDirection, criterionFigures } from './criterion.ts'

/**
 * Where does each figure lie between the least and the most on the list? 0 for the least, 1 for the most. When all are
 * the same the criterion tells no one apart, and each gets 0.
 *
 * **The values depend on the list.** Adding or dropping a candidate with an extreme figure moves every other's value and
 * can reorder candidates that have not changed. For a ranking that people will hold you to, use a printed scale:
 * {@link piecewiseLinearValue}, {@link curvedValue}.
 *
 * @formula (x − least)/(most − least), or (most − x)/(most − least) where less matters more
 * @use to look at one list in one way, or to repeat a published ranking made like this
 * @avoid for a standing ranking, to which candidates are added
 * @param figures one figure of the criterion for each candidate
 * @param direction `max` where more matters more, `min` where less does; `max` when left out
 * @returns values from 0 to 1, in the order given
 * @throws TypeError if figures is not a list of numbers; RangeError if one is not finite or the direction is another word
 * @see OECD, European Commission Joint Research Centre (2008). Handbook on Constructing Composite Indicators. Paris: OECD, section 5.
 * @example minMaxValues([10, 20, 40]) // [0, 0.3333, 1]
 * @example minMaxValues([7, 7, 7]) // [0, 0, 0]
 */
export function minMaxValues(figures: ArrayLike<number>, direction: CriterionDirection = 'max'): number[] {
  const turned = criterionFigures(figures, direction)
  const least = turned.reduce((a, b) => Math.min(a, b), Infinity)
  const most = turned.reduce((a, b) => Math.max(a, b), -Infinity)
  const span = most / 2 - least / 2 // halved: the whole span of numbers has no number
  return Array.from(turned, (figure) => (span > 0 ? (figure / 2 - least / 2) / span : 0))
}
