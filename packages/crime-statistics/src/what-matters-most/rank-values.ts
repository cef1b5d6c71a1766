import { type CriterionDirection, criterionFigures } from './criterion.ts'

/**
 * How many of the others does each candidate come before, as a share? 0 for the least, 1 for the most; candidates that
 * tie share the mean of their ranks. How far apart figures are is forgotten: a hundred more and one more count alike.
 * When all are the same each is at the middle, 0.5, and the criterion tells no one apart.
 *
 * **The values depend on the list**: see {@link minMaxValues} for what follows, and a printed scale to avoid it.
 *
 * @formula (r − 1)/(n − 1), where r is the rank from the least, ties sharing their mean rank
 * @use when figures are rough but their order can be trusted, or one extreme figure would squeeze all others together
 * @avoid for a standing ranking, to which candidates are added; when differences in size matter
 * @param figures one figure of the criterion for each candidate
 * @param direction `max` where more matters more, `min` where less does; `max` when left out
 * @returns values from 0 to 1, in the order given; 0 for a single candidate
 * @throws TypeError if figures is not a list of numbers; RangeError if one is not finite or the direction is another word
 * @see OECD, European Commission Joint Research Centre (2008). Handbook on Constructing Composite Indicators. Paris: OECD, section 5.
 * @example rankValues([10, 500, 40, 40]) // [0, 1, 0.5, 0.5]
 */
export function rankValues(figures: ArrayLike<number>, direction: CriterionDirection = 'max'): number[] {
  const turned = criterionFigures(figures, direction)
  const sorted = turned.toSorted()
  const middle = new Map<number, number>() // of each figure's places in the order, from 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (sorted[to + 1] === sorted[from]) to++
    middle.set(sorted[from]!, (from + to) / 2)
    from = to + 1
  }
  return Array.from(turned, (figure) => middle.get(figure)! / Math.max(1, turned.length - 1))
}
